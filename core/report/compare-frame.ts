import { textTable } from '../compare/compare-view'
import type { Topic } from '../model/board'
import type { CompareSource } from './compare-source'
import { placeWords, topicWords } from './compare-source'
import type { Block, Cell, Words } from './model'
import { say } from './model'

/** More places than these leave no column wide enough to read; the table is then as long as it must be. */
const MOST_COLUMNS = 6

/** Question by place in words. Redaction keeps back single statements, never a whole row of places. */
export const frameBlocks = (source: CompareSource): Block[] => {
  const { topics, rows } = textTable(source.facts, source.filter)
  if (topics.length === 0 || rows.length === 0) return []
  const together = say('compare.allTogether')
  const column = (id: string, title: Words) => ({ id, title, kind: 'words' as const })
  const head = { b: 'table', id: 'compare-frame', title: say('compare.frame'), note: say('compare.frameNote') } as const
  const question = column('question', say('compare.column.question'))
  const cellAt = (topic: Topic, index: number): Cell =>
    cellOf(source, topic, rows[index]?.place ?? '', asked(topic, index))
  const asked = (topic: Topic, index: number): boolean => rows[index]?.asked[topics.indexOf(topic)] ?? false
  if (rows.length <= MOST_COLUMNS) {
    return [
      {
        ...head,
        columns: [question, ...rows.map(({ place }, at) => column(`place${at + 1}`, placeWords(place, together)))],
        rows: topics.map((topic) => [topicWords(topic), ...rows.map((_, at) => cellAt(topic, at))]),
      },
    ]
  }
  return [
    {
      ...head,
      columns: [question, column('place', say('compare.column.place')), column('said', say('compare.column.said'))],
      rows: topics.flatMap((topic) =>
        rows.map(({ place }, at): Cell[] => [topicWords(topic), placeWords(place, together), cellAt(topic, at)]),
      ),
    },
  ]
}

/** Inside of a sentence, so that one statement kept back does not take the row with it. */
const cellOf = ({ facts }: CompareSource, topic: Topic, place: string, asked: boolean): Cell => {
  const said = facts
    .flatMap(({ frame }) => frame)
    .filter((one) => one.topic === topic && (one.place ?? '') === place)
    .map(({ text, quote }): Words => ({ t: 'said', text, release: quote }))
  const [first, ...more] = said
  if (!first) return say(asked ? 'compare.nothingSaid' : 'compare.notAsked')
  return more.reduce((before, next) => say('compare.several', { before, next }), say('same', { words: first }))
}
