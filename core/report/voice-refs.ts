import type { VoiceLookId } from '../charts/voice-looks'
import { isVoiceSlot } from '../charts/voice-looks'
import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Owner } from '../model/person'
import type { Label } from '../model/text'
import type { Voice } from '../model/voice'
import { joinSmall } from '../rules/partition'
import type { VoiceRef, Words } from './model'
import { listed, plain, say, sayKey } from './model'

export type Audience = 'room' | 'public'

/** Voices that are shown as one: in the room each alone, in public as many together as k needs. */
export type VoiceGroup = {
  readonly voices: readonly Voice[]
  readonly ref: VoiceRef
  readonly present: number
  readonly expected: number
}

export const labelWords = (label: Label): Words => ('key' in label ? sayKey(label.key) : plain(label.text))

export const lookOf = (voice: Voice): VoiceLookId => (isVoiceSlot(voice.slot) ? voice.slot : 8)

const singleRef = (voice: Voice): VoiceRef => ({ look: lookOf(voice), name: labelWords(voice.label) })

/** The mark of several voices together; of one, its own. */
export const refOf = (voices: readonly Voice[]): VoiceRef => {
  const [only] = voices
  if (voices.length === 1 && only) return singleRef(only)
  return { look: 'joined', name: listed(voices.map((voice) => labelWords(voice.label))) }
}

/**
 * Voices below k are joined by people present, and joined as well wherever a closed vote's public result joins them: a
 * figure here must not undo a merge there.
 */
export const voiceGroups = (view: DocumentView, audience: Audience): VoiceGroup[] => {
  const voices = ordered(view, 'voice')
  const groups = audience === 'room' ? voices.map((voice) => [voice]) : publicGroups(view, voices)
  return groups.map((members) => ({
    voices: members,
    ref: refOf(members),
    present: members.reduce((sum, voice) => sum + voice.present, 0),
    expected: members.reduce((sum, voice) => sum + voice.expected, 0),
  }))
}

const publicGroups = (view: DocumentView, voices: readonly Voice[]): Voice[][] => {
  const root = new Map(voices.map((voice) => [voice.id, voice.id]))
  const find = (id: string): string => {
    const parent = root.get(id) ?? id
    return parent === id ? id : find(parent)
  }
  const join = (ids: readonly string[]): void => {
    const [first, ...rest] = ids.filter((id) => root.has(id))
    if (first) for (const id of rest) root.set(find(id), find(first))
  }
  for (const vote of view.vote.values()) {
    for (const round of vote.rounds) {
      for (const merged of round.result?.publicGroups ?? []) {
        join(merged.flatMap((index) => round.result?.groups[index]?.voiceIds ?? []))
      }
    }
  }
  const k = sessionOf(view)?.k.public ?? 5
  const joined = rootsOf(voices, find)
  const sizes = joined.map((members) => peopleOf(view, members))
  return joinSmall(sizes, k).map((indexes) => indexes.flatMap((index) => joined[index] ?? []))
}

/** As counted in the room, or at an earlier meeting whose words came along; or as many ballots as the result shows. */
const peopleOf = (view: DocumentView, members: readonly Voice[]): number => {
  const ids = new Set(members.map((voice) => voice.id))
  let most = members.reduce((sum, voice) => sum + (voice.present > 0 ? voice.present : (voice.earlier ?? 0)), 0)
  for (const vote of view.vote.values()) {
    for (const { result } of vote.rounds) {
      for (const merged of result?.publicGroups ?? []) {
        const groups = merged.flatMap((index) => result?.groups[index] ?? [])
        // Only a group of these voices and of no ballot without a voice.
        if (groups.some((group) => group.unstated || group.voiceIds.some((id) => !ids.has(id)))) continue
        most = Math.max(
          most,
          groups.reduce((sum, group) => sum + group.tally.ballots, 0),
        )
      }
    }
  }
  return most
}

const rootsOf = (voices: readonly Voice[], find: (id: string) => string): Voice[][] => {
  const roots = [...new Set(voices.map((voice) => find(voice.id)))]
  return roots.map((id) => voices.filter((voice) => find(voice.id) === id))
}

/** The mark under which a card or objection of this voice stands; null where no voice was given. */
export const refFor = (groups: readonly VoiceGroup[], voiceId: string | undefined): VoiceRef | null =>
  groups.find((group) => group.voices.some((voice) => voice.id === voiceId))?.ref ?? null

export const ownerWords = (view: DocumentView, owner: Owner | undefined, groups: readonly VoiceGroup[]): Words => {
  if (!owner) return say('nobody')
  switch (owner.kind) {
    case 'organisation':
      return plain(owner.name)
    case 'voice':
      return refFor(groups, owner.voiceId)?.name ?? say('nobody')
    case 'person': {
      const person = view.person.get(owner.personId)
      const instead = refFor(groups, person?.voiceId)?.name ?? say('aPerson')
      return person ? { t: 'name', text: person.name ?? person.alias, instead } : instead
    }
  }
}
