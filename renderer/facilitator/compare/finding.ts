import type { CompareView } from '@core/protocol/report-views'
import { TOPIC_GROUPS, topicKey } from '@core/model/topics'
import type { Topic } from '@core/model/board'
import type { Translate } from '../../shared/i18n/use-t'
import type { By } from './comparison'

type Words = { readonly t: Translate; readonly list: (items: readonly string[]) => string }

const isTheme = (topic: Topic): boolean => (TOPIC_GROUPS.theme as readonly Topic[]).includes(topic)

/** What most name, what comes next, who alone does or does not: the sentences of the report. The first is the finding. */
export const findingOf = ({ topics: table, sessions }: CompareView, by: By, { t, list }: Words): readonly string[] => {
  if (sessions.length === 0) return [t('report:compare.finding.empty')]
  const themes = table.topics
    .map((topic, column) => ({ topic, column, rows: 0, asked: 0, ...table.named[column] }))
    .filter(({ topic }) => isTheme(topic))
  const counts = [...new Set(themes.map(({ rows }) => rows))].filter((rows) => rows > 1).toSorted((a, b) => b - a)
  const shared = counts.slice(0, 2).flatMap((rows) => {
    const same = themes.filter((one) => one.rows === rows)
    return [...new Set(same.map(({ asked }) => asked))].map((asked) => {
      const topics = list(same.filter((one) => one.asked === asked).map(({ topic }) => inSentence(t, topic)))
      const whole = asked === table.rows.length
      return t(whole ? `report:compare.finding.${by}` : `report:compare.finding.asked.${by}`, {
        count: asked,
        rows,
        topics,
      })
    })
  })
  const missing = themes.flatMap(({ topic, column, rows, asked }) => {
    if (asked < 3 || rows !== asked - 1) return []
    const row = table.rows.find(({ cells }) => {
      const cell = cells[column]
      return cell?.kind === 'count' && cell.statements.length === 0
    })
    return row ? [t('report:compare.finding.missing', { row: row.name, topic: inSentence(t, topic) })] : []
  })
  const single = table.single
    .filter(({ topic }) => isTheme(topic))
    .map(({ topic, row }) => t('report:compare.finding.single', { row, topic: inSentence(t, topic) }))
  const found = [...shared, ...missing.slice(0, 1), ...single.slice(0, 1)]
  return found.length > 0 ? found : [t('report:compare.finding.nothing')]
}

const inSentence = (t: Translate, topic: Topic): string => t(topicKey(topic))
