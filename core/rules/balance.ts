import type { Voice } from '../model/voice'
import type { HeardView } from '../protocol/views'

/** A voice that said nothing for so long is mentioned, quietly. Milliseconds. */
export const QUIET_AFTER = 15 * 60_000

export type VoiceShare = {
  readonly voiceId: string
  /** Contributions in the open, and speaking turns. */
  readonly said: number
  readonly turns: number
  readonly present: number
  /** Of all that was said and of all who are here, 0 to 1; null while that is nothing. */
  readonly share: number | null
  readonly ofPeople: number | null
}

type Here = Pick<Voice, 'id' | 'present'>

/**
 * What each voice said beside how many speak for it today: what was written and what was spoken count alike. `said` and
 * `turns` are by voice id; what was said without a voice is left out, also of the whole, so that the shares add up to one.
 */
export const voiceShares = (
  voices: readonly Here[],
  said: ReadonlyMap<string, number>,
  turns: ReadonlyMap<string, number>,
): VoiceShare[] => {
  const rows = voices.map(({ id, present }) => ({
    voiceId: id,
    said: said.get(id) ?? 0,
    turns: turns.get(id) ?? 0,
    present,
  }))
  const people = rows.reduce((sum, row) => sum + row.present, 0)
  const words = rows.reduce((sum, row) => sum + row.said + row.turns, 0)
  return rows.map((row) => ({
    ...row,
    share: words === 0 ? null : (row.said + row.turns) / words,
    ofPeople: people === 0 ? null : row.present / people,
  }))
}

export type QuietVoice = { readonly voiceId: string; readonly forMs: number }

/**
 * Voices that have not been heard for `QUIET_AFTER`, the longest first. Only of `k` people or more: of a smaller voice
 * it would point at somebody.
 */
export const quietVoices = (voices: readonly Here[], heard: HeardView | null, now: number, k: number): QuietVoice[] => {
  if (heard === null) return []
  const last = new Map(heard.voices.map(({ voiceId, at }) => [voiceId, at]))
  return voices
    .filter((voice) => voice.present >= k)
    .map((voice) => ({ voiceId: voice.id, forMs: now - Math.max(heard.since, last.get(voice.id) ?? 0) }))
    .filter(({ forMs }) => forMs >= QUIET_AFTER)
    .toSorted((a, b) => b.forMs - a.forMs)
}
