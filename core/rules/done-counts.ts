import type { Voice } from '../model/voice'
import type { DoneView } from '../protocol/views'
import { turnoutGroups } from './turnout'

type Counting = {
  readonly stepId: string
  readonly voices: readonly Pick<Voice, 'id' | 'present'>[]
  /** One entry per phone that is done: the voice it speaks for, null when it did not say. */
  readonly done: Iterable<string | null>
  readonly k: number
  /** Stands for the people present where nobody counted them. */
  readonly phones: number
}

/**
 * "I am done", as counts only: by voice from `k` people present upward, small voices joined, by the very rule of the
 * turnout. A voice that is not of this session counts as none given.
 */
export const doneView = ({ stepId, voices, done, k, phones }: Counting): DoneView => {
  const known = new Set(voices.map((voice) => voice.id))
  const byVoice = new Map<string, number>()
  let all = 0
  for (const voiceId of done) {
    all += 1
    if (voiceId !== null && known.has(voiceId)) byVoice.set(voiceId, (byVoice.get(voiceId) ?? 0) + 1)
  }
  const counted = voices.reduce((sum, voice) => sum + voice.present, 0)
  const groups = counted > 0 ? turnoutGroups(voices, byVoice, k) : []
  return {
    stepId,
    done: all,
    present: counted > 0 ? Math.max(counted, all) : Math.max(phones, all),
    groups: groups.map(({ voiceIds, cast, present }) => ({ voiceIds, done: cast, present })),
  }
}
