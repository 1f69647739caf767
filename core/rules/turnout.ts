import { joinSmall } from './partition'

export type TurnoutGroup = { readonly voiceIds: readonly string[]; readonly cast: number; readonly present: number }

/**
 * Who has voted so far, by voice, while a vote is open: only groups of `k` people present or more, small voices joined.
 * `cast` is ballots per voice id; those without a voice stand only in the total. Empty when joining leaves one group: it
 * would say no more than the total.
 */
export const turnoutGroups = (
  voices: readonly { readonly id: string; readonly present: number }[],
  cast: ReadonlyMap<string, number>,
  k: number,
): TurnoutGroup[] => {
  const here = voices.filter((voice) => voice.present > 0 || (cast.get(voice.id) ?? 0) > 0)
  const groups = joinSmall(
    here.map((voice) => voice.present),
    k,
  )
  if (groups.length < 2) return []
  return groups.map((indexes) => {
    const members = indexes.flatMap((index) => here[index] ?? [])
    return {
      voiceIds: members.map((voice) => voice.id),
      cast: members.reduce((sum, voice) => sum + (cast.get(voice.id) ?? 0), 0),
      present: members.reduce((sum, voice) => sum + voice.present, 0),
    }
  })
}
