import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Voice } from '../model/voice'
import { joinSmall } from '../rules/partition'
import type { LabData } from './lab-sources'
import type { Figure } from './model'
import { figure, hiddenFigure } from './model'
import type { Audience, VoiceGroup } from './voice-refs'
import { refOf, voiceGroups } from './voice-refs'

/** People of a voice needed to show it: the strictest of the lab's sessions. */
export const labK = ({ held }: LabData, audience: Audience): number =>
  held.reduce((most, { session }) => Math.max(most, session.k[audience]), audience === 'public' ? 5 : 3)

/**
 * The voices of a lab over all its sessions. In public, voices that any session joins are joined here for good: a figure
 * over several sessions must not undo what a report of one of them keeps together.
 */
export const labGroups = (data: LabData, audience: Audience): VoiceGroup[] => {
  const voices = ordered(data.merged, 'voice')
  const groups = audience === 'room' ? voices.map((voice) => [voice]) : publicGroups(data, voices)
  return groups.map((members) => ({
    voices: members,
    ref: refOf(members),
    present: mostPresent(data, members),
    expected: members.reduce((sum, voice) => sum + voice.expected, 0),
  }))
}

/** People of these voices in one session. */
export const presentIn = (view: DocumentView, group: Pick<VoiceGroup, 'voices'>): number =>
  group.voices.reduce((sum, { id }) => sum + (view.voice.get(id)?.present ?? 0), 0)

/** So few that outsiders could know who they are; the room counted itself. */
export const peopleFigure = (id: string, people: number, least: number): Figure =>
  people > 0 && people < least ? hiddenFigure(id, 'count') : figure(id, people, 'count')

const mostPresent = ({ held }: LabData, members: readonly Voice[]): number =>
  held.reduce((most, { view }) => Math.max(most, presentIn(view, { voices: members })), 0)

const publicGroups = (data: LabData, voices: readonly Voice[]): Voice[][] => {
  const root = new Map(voices.map((voice) => [voice.id, voice.id]))
  const find = (id: string): string => {
    const parent = root.get(id) ?? id
    return parent === id ? id : find(parent)
  }
  for (const { view } of data.held) {
    const known = knownIn(view)
    for (const group of voiceGroups(view, 'public')) {
      const [first, ...rest] = group.voices.map(({ id }) => id).filter((id) => known.has(id) && root.has(id))
      if (first !== undefined) for (const id of rest) root.set(find(id), find(first))
    }
  }
  const roots = [...new Set(voices.map((voice) => find(voice.id)))]
  const joined = roots.map((id) => voices.filter((voice) => find(voice.id) === id))
  const sizes = joined.map((members) => Math.max(mostPresent(data, members), earlierOf(members)))
  return joinSmall(sizes, labK(data, 'public')).map((indexes) => indexes.flatMap((index) => joined[index] ?? []))
}

const earlierOf = (members: readonly Voice[]): number => members.reduce((sum, voice) => sum + (voice.earlier ?? 0), 0)

/** Voices that somebody spoke for there. One of nobody is joined with others in that session alone, and tells nothing. */
const knownIn = (view: DocumentView): ReadonlySet<string> => {
  const voted = [...view.vote.values()].flatMap((vote) =>
    vote.rounds.flatMap(({ result }) => result?.groups.flatMap((group) => group.voiceIds) ?? []),
  )
  const counted = [...view.voice.values()].filter((voice) => voice.present > 0 || (voice.earlier ?? 0) > 0)
  return new Set([...voted, ...counted.map(({ id }) => id)])
}

/** The day of the newest session that has begun; of a lab that never met, the given one. */
export const newestDay = ({ held }: LabData, view: DocumentView): string =>
  held.at(-1)?.session.day ?? sessionOf(view)?.day ?? '1970-01-01'
