import type { CompareFilter } from '../compare/filter'
import { groupNames } from '../compare/filter'
import type { CompareSource } from './compare-source'
import { topicWords } from './compare-source'
import type { Words } from './model'
import { listed, plain, say } from './model'
import { labelWords } from './voice-refs'

/** Named one by one; of more, only their number is told. */
const MOST_NAMED = 12

export const isNarrowed = (filter: CompareFilter): boolean => Object.values(filter).some((part) => part !== undefined)

/** What the filter leaves in, part by part, so that the report says of itself what it rests on. */
export const chosenWords = ({ filter, all }: CompareSource): Words[] => {
  const { places, voices, topics, targetGroups, years, labIds, without } = filter
  const part = (id: string, chosen: readonly Words[] | undefined): Words[] =>
    chosen === undefined
      ? []
      : [
          chosen.length === 0 || chosen.length > MOST_NAMED
            ? say(`compare.chosen.count.${id}`, { count: chosen.length })
            : say(`compare.chosen.${id}`, { list: listed(chosen) }),
        ]
  const left = without === undefined ? 0 : all.filter(({ sessionId }) => without.includes(sessionId)).length
  return [
    ...part('places', places?.map(plain)),
    ...part('voices', voices === undefined ? undefined : voiceWords(all, voices)),
    ...part('topics', topics?.map(topicWords)),
    ...part('targetGroups', targetGroups?.map(plain)),
    ...part(
      'years',
      years?.map((year) => plain(String(year))),
    ),
    ...part('labs', labIds === undefined ? undefined : labWords(all, labIds)),
    ...(left === 0 ? [] : [say('compare.without', { count: left })]),
  ]
}

const labWords = (all: CompareSource['all'], labIds: readonly string[]): Words[] => [
  ...new Map(
    all.filter(({ labId }) => labIds.includes(labId)).map(({ labId, labName }) => [labId, plain(labName)]),
  ).values(),
]

/** One id in several sessions, and one name under several ids, is one voice. */
const voiceWords = (all: CompareSource['all'], ids: readonly string[]): Words[] => [
  ...new Map(
    all
      .flatMap(groupNames)
      .filter(({ id }) => ids.includes(id))
      .map(({ names }) => {
        const words = listed(names.map(labelWords))
        return [JSON.stringify(words), words]
      }),
  ).values(),
]
