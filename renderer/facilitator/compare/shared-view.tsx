import { useState } from 'react'
import type { CompareView } from '@core/protocol/report-views'
import type { Topic } from '@core/model/board'
import { TOPIC_GROUPS, topicKey } from '@core/model/topics'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import type { By } from './comparison'
import { findingOf } from './finding'
import { countOf } from './heat-model'
import { Finding } from './heat-view'

/** Names read at a glance; the rest is asked for. */
const SHOWN = 16

const isTheme = (topic: Topic): boolean => (TOPIC_GROUPS.theme as readonly Topic[]).includes(topic)

/** Nobody, or the only one who was asked alone, names it; the others named it together. */
const isTogether = ({ names, together }: { readonly names: readonly string[]; readonly together: number }): boolean =>
  names.length <= 1 && together > 0

const Names = ({ names }: { readonly names: readonly string[] }) => {
  const t = useT()
  const [all, setAll] = useState(false)
  const shown = all ? names : names.slice(0, SHOWN)
  return (
    <span className="shared-names">
      {shown.map((name) => (
        <span key={name} className="tag">
          {name}
        </span>
      ))}
      {shown.length < names.length ? (
        <button type="button" className="btn btn-link" onClick={() => setAll(true)}>
          {t('compare:band.more', { count: names.length - shown.length })}
        </button>
      ) : null}
    </span>
  )
}

/** What several name and what one alone names, with who they are; and what was only said together. */
export const SharedView = ({ view, by }: { readonly view: CompareView; readonly by: By }) => {
  const t = useT()
  const { list } = useFormat()
  const { topics, rows, named } = view.topics
  const all = topics
    .map((topic, column) => ({
      topic,
      asked: named[column]?.asked ?? 0,
      names: rows.filter(({ cells }) => countOf(cells[column]) > 0).map(({ name }) => name),
      together: rows.filter(({ cells }) => cells[column]?.kind === 'together').length,
    }))
    .toSorted((a, b) => Number(isTheme(b.topic)) - Number(isTheme(a.topic)) || b.names.length - a.names.length)
  const groups = [
    { id: 'several', topics: all.filter(({ names }) => names.length > 1) },
    { id: 'single', topics: all.filter((one) => one.names.length === 1 && !isTogether(one)) },
    { id: 'nobody', topics: all.filter(({ names, together }) => names.length === 0 && together === 0) },
    { id: 'together', topics: all.filter(isTogether) },
  ] as const
  if (all.length === 0) return <p className="note compare-note">{t('compare:noTopics')}</p>
  return (
    <>
      <Finding sentences={findingOf(view, by, { t, list })} />
      {groups.map((group) =>
        group.topics.length === 0 ? null : (
          <section key={group.id} className="compare-section">
            <h2>{t(`compare:shared.${group.id}`)}</h2>
            <ul className="shared-list">
              {group.topics.map(({ topic, names, asked, together }) => (
                <li key={topic}>
                  <b>{t(topicKey(topic))}</b>
                  <span className="shared-count">
                    {group.id === 'together'
                      ? t('compare:shared.togetherOf', { count: together })
                      : t('report:compare.ofAsked', { rows: names.length, asked })}
                  </span>
                  <Names names={names} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}
