import type { Topic } from '../model/board'
import type { Label } from '../model/text'
import { TOPIC_GROUPS, TOPICS } from '../model/topics'
import type { CompareSession, CompareView } from '../protocol/report-views'
import { aligned } from './align'
import type { CompareFilter } from './filter'
import { chosenFrom, groupNames, yearOf } from './filter'
import { byName } from './in-order'
import { decisionCounts, indicatorRows, taskCounts, voiceCounts } from './over-labs'
import type { TopicTable } from './place-topics'
import { topicTable } from './place-topics'
import type { SessionFacts } from './session-facts'
import type { PriorityLine, SharedTopic, TextTableView } from './views'

/** What was found in the files of a comparison. */
export type Compared = {
  readonly facts: readonly SessionFacts[]
  /** Files outside of the data folder have none. */
  readonly fileIds: ReadonlyMap<string, string>
  readonly damaged: CompareView['damaged']
  readonly doubles: CompareView['doubles']
}

type Ask = {
  readonly by: 'place' | 'lab'
  readonly filter?: CompareFilter | undefined
  readonly today: string
  readonly words: (label: Label) => string
}

/** Rows of the table are themes and levels; the headings of the baseline frame are read as words. */
const COUNTED = [...TOPIC_GROUPS.theme, ...TOPIC_GROUPS.level]

export const topicsFor = ({ topics }: CompareFilter = {}): readonly Topic[] =>
  COUNTED.filter((topic) => topics?.includes(topic) ?? true)

/** All figures of a comparison; statements are asked for by themselves. */
export const compareView = (
  { facts, fileIds, damaged, doubles }: Compared,
  { by, filter, today, words }: Ask,
): Omit<CompareView, 'compareId'> => {
  const all = aligned(facts)
  const chosen = chosenFrom(all, filter)
  const topics = topicTable(chosen, by, topicsFor(filter))
  return {
    sessions: chosen.map((session) => sessionOf(session, fileIds.get(session.sessionId) ?? null)),
    all: allOf(all, words),
    topics,
    frame: textTable(chosen, filter),
    priorities: priorityLines(chosen, words),
    shared: sharedTopics(topics),
    tasks: taskCounts(chosen, today),
    decisions: decisionCounts(chosen),
    indicators: indicatorRows(chosen),
    voices: voiceCounts(chosen, words),
    damaged,
    doubles,
  }
}

/** What can be chosen, whatever is chosen now. */
const allOf = (facts: readonly SessionFacts[], words: (label: Label) => string): CompareView['all'] => {
  const asked = new Set(facts.flatMap((session) => session.asked))
  const voices = new Map<string, string[]>()
  for (const { id, names } of new Map(facts.flatMap(groupNames).map((one) => [one.id, one])).values()) {
    const name = names.map(words).join(' + ')
    voices.set(name, [...(voices.get(name) ?? []), id])
  }
  return {
    sessions: facts.length,
    targetGroups: [...new Set(facts.flatMap(({ targetGroup }) => targetGroup?.trim() || []))].toSorted(byName),
    years: [...new Set(facts.map(({ day }) => yearOf(day)))].toSorted((a, b) => a - b),
    places: [...new Set(facts.flatMap(({ places }) => places))].toSorted(byName),
    topics: TOPICS.filter((topic) => asked.has(topic)),
    voices: [...voices].map(([name, ids]) => ({ name, ids })).toSorted((a, b) => byName(a.name, b.name)),
  }
}

const sessionOf = (facts: SessionFacts, fileId: string | null): CompareSession => {
  const { sessionId, title, labId, labName, day, places, targetGroup, statements } = facts
  return {
    sessionId,
    fileId,
    title,
    labId,
    labName,
    day,
    places,
    ...(targetGroup === undefined ? {} : { targetGroup: targetGroup.trim() }),
    statements,
  }
}

/** Headings of the frame that were on a board anywhere, by place; what was said for all places has a last row of its own. */
export const textTable = (facts: readonly SessionFacts[], filter: CompareFilter = {}): TextTableView => {
  const asked = new Set(facts.flatMap((session) => session.asked))
  const topics = TOPIC_GROUPS.heading.filter((topic) => asked.has(topic) && (filter.topics?.includes(topic) ?? true))
  const withFrame = facts.filter((session) => topics.some((topic) => session.asked.includes(topic)))
  const places = [...new Set(withFrame.flatMap((session) => session.places))].toSorted(byName)
  const rowOf = (place: string | null) => {
    const there = place === null ? withFrame : withFrame.filter((session) => session.places.includes(place))
    return {
      place: place ?? '',
      cells: topics.map((topic) =>
        there.flatMap(({ frame }) =>
          frame.filter((one) => one.topic === topic && one.place === place).map(({ text }) => text),
        ),
      ),
      asked: topics.map((topic) => there.some((session) => session.asked.includes(topic))),
    }
  }
  const together = withFrame.some(({ frame }) => frame.some(({ place }) => place === null))
  return { topics, rows: [...places.map(rowOf), ...(together ? [rowOf(null)] : [])] }
}

const priorityLines = (facts: readonly SessionFacts[], words: (label: Label) => string): PriorityLine[] =>
  facts.flatMap(({ sessionId, labName, day, priorities }) =>
    priorities.map(({ question, first, groups }) => {
      const named = groups.map((group) => ({
        name: group.names.map(words).join(' + '),
        slot: group.slot,
        first: group.first,
      }))
      return {
        sessionId,
        labName,
        day,
        question,
        first: first.map(({ text, share }) => ({
          text,
          share,
          voices: named.filter((group) => group.first.includes(text)).map(({ name }) => name),
        })),
        groups: named,
      }
    }),
  )

/** Topics that at least two rows name, most first. */
const sharedTopics = ({ topics, rows, named, shared }: TopicTable): SharedTopic[] =>
  shared.map((topic) => {
    const column = topics.indexOf(topic)
    const names = rows.flatMap(({ name, cells }) => {
      const cell = cells[column]
      return cell?.kind === 'count' && cell.statements.length > 0 ? [name] : []
    })
    return { topic, rows: names, asked: named[column]?.asked ?? 0 }
  })
