import type { Label } from '../model/text'
import { TOPIC_GROUPS } from '../model/topics'
import type { CompareSession, CompareView } from '../protocol/report-views'
import { aligned } from './align'
import { byName } from './in-order'
import { decisionCounts, indicatorRows, taskCounts, voiceCounts } from './over-labs'
import type { TopicTable } from './place-topics'
import { topicTable } from './place-topics'
import type { SessionFacts } from './session-facts'
import type { PriorityLine, SharedTopic, TextTableView } from './views'

export type CompareFilter = {
  readonly targetGroups?: readonly string[] | undefined
  readonly years?: readonly number[] | undefined
  readonly labIds?: readonly string[] | undefined
}

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
export const COUNTED = [...TOPIC_GROUPS.theme, ...TOPIC_GROUPS.level]

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** In the order of time, one name a lab and place, only what the filter leaves. An empty list chooses nothing. */
export const chosenFacts = (facts: readonly SessionFacts[], filter: CompareFilter = {}): SessionFacts[] =>
  aligned(facts).filter(
    ({ targetGroup, day, labId }) =>
      (filter.targetGroups === undefined || filter.targetGroups.includes(targetGroup?.trim() ?? '')) &&
      (filter.years === undefined || filter.years.includes(yearOf(day))) &&
      (filter.labIds === undefined || filter.labIds.includes(labId)),
  )

/** All figures of a comparison; statements are asked for by themselves. */
export const compareView = (
  { facts, fileIds, damaged, doubles }: Compared,
  { by, filter, today, words }: Ask,
): Omit<CompareView, 'compareId'> => {
  const chosen = chosenFacts(facts, filter)
  const topics = topicTable(chosen, by, COUNTED)
  return {
    sessions: chosen.map((session) => sessionOf(session, fileIds.get(session.sessionId) ?? null)),
    all: {
      sessions: facts.length,
      targetGroups: [...new Set(facts.flatMap(({ targetGroup }) => targetGroup?.trim() || []))].toSorted(byName),
      years: [...new Set(facts.map(({ day }) => yearOf(day)))].toSorted((a, b) => a - b),
    },
    topics,
    frame: textTable(chosen),
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
export const textTable = (facts: readonly SessionFacts[]): TextTableView => {
  const asked = new Set(facts.flatMap((session) => session.asked))
  const topics = TOPIC_GROUPS.heading.filter((topic) => asked.has(topic))
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
