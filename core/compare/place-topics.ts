import type { Topic } from '../model/board'
import { TOPICS } from '../model/topics'
import { byName } from './in-order'
import type { SessionFacts } from './session-facts'

/** A statement and the session it stands in. */
export type StatementRef = { readonly sessionId: string; readonly cardId: string }

/**
 * count: so many statements, also none although it was asked. not-asked: the topic was on no board there. together: it was
 * named for all places of a session at once, which says nothing about this one.
 */
export type TopicCell =
  | { readonly kind: 'count'; readonly statements: readonly StatementRef[] }
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'together'; readonly statements: readonly StatementRef[] }

export type TopicRow = { readonly name: string; readonly sessions: number; readonly cells: readonly TopicCell[] }

export type TopicTable = {
  /** In the order of the closed list; those asked in at least one session. */
  readonly topics: readonly Topic[]
  readonly rows: readonly TopicRow[]
  /** Per topic: how many rows name it, and how many were asked. */
  readonly named: readonly { readonly rows: number; readonly asked: number }[]
  /** Topics that at least two rows name, most rows first; and those that exactly one of several asked names. */
  readonly shared: readonly Topic[]
  readonly single: readonly { readonly topic: Topic; readonly row: string }[]
}

type By = 'place' | 'lab'

/**
 * `place × topic` or `lab × topic`: the number of statements, or why there is none. One session over six countries and six
 * sessions of one country each give the same table.
 */
export const topicTable = (facts: readonly SessionFacts[], by: By, wanted: readonly Topic[] = TOPICS): TopicTable => {
  const asked = new Set(facts.flatMap((session) => session.asked))
  const topics = TOPICS.filter((topic) => asked.has(topic) && wanted.includes(topic))
  const names = new Set(facts.flatMap((session) => (by === 'lab' ? [session.labName] : session.places)))
  const rows = [...names].toSorted(byName).map((name): TopicRow => {
    const own = facts.filter((session) => (by === 'lab' ? session.labName === name : session.places.includes(name)))
    return { name, sessions: own.length, cells: topics.map((topic) => cellOf(own, topic, by, name)) }
  })
  const named = topics.map((_, column) => ({
    rows: rows.filter((row) => isNamed(row.cells[column])).length,
    asked: rows.filter((row) => row.cells[column]?.kind === 'count').length,
  }))
  return { topics, rows, named, ...sharedAndSingle(topics, rows, named) }
}

const isNamed = (cell: TopicCell | undefined): boolean => cell?.kind === 'count' && cell.statements.length > 0

const cellOf = (sessions: readonly SessionFacts[], topic: Topic, by: By, name: string): TopicCell => {
  const asked = sessions.filter((session) => session.asked.includes(topic))
  if (asked.length === 0) return { kind: 'not-asked' }
  const refs = (isIn: (place: string | null) => boolean): StatementRef[] =>
    asked.flatMap(({ sessionId, said }) =>
      said
        .filter((one) => one.topic === topic && isIn(one.place))
        .flatMap(({ cardIds }) => cardIds.map((cardId) => ({ sessionId, cardId }))),
    )
  if (by === 'lab') return { kind: 'count', statements: refs(() => true) }
  const own = refs((place) => place === name)
  const together = refs((place) => place === null)
  return own.length === 0 && together.length > 0
    ? { kind: 'together', statements: together }
    : { kind: 'count', statements: own }
}

const sharedAndSingle = (
  topics: readonly Topic[],
  rows: readonly TopicRow[],
  named: TopicTable['named'],
): Pick<TopicTable, 'shared' | 'single'> => {
  const order = topics.map((topic, column) => ({ topic, column, count: named[column]?.rows ?? 0 }))
  return {
    shared: order
      .filter(({ count }) => count > 1)
      .toSorted((a, b) => b.count - a.count || a.column - b.column)
      .map(({ topic }) => topic),
    single: order.flatMap(({ topic, column, count }) => {
      const row =
        count === 1 && (named[column]?.asked ?? 0) > 1 ? rows.find((one) => isNamed(one.cells[column])) : undefined
      return row ? [{ topic, row: row.name }] : []
    }),
  }
}
