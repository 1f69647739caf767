import { useMemo } from 'react'
import type { Voice } from '@core/model/voice'
import type { Event } from '@core/model/work'
import { quietVoices, voiceShares } from '@core/rules/balance'
import type { QuietVoice, VoiceShare } from '@core/rules/balance'
import { useHeard, useNow, useOrdered, useSession, useTable } from '../../shared/replica/react'

/** How often quiet voices are looked for, ms. */
const LOOK = 30_000

export const turnsBy = (events: Iterable<Event>): ReadonlyMap<string, number> => {
  const turns = new Map<string, number>()
  for (const { kind, ref } of events) {
    if (kind === 'turn.taken' && ref !== undefined) turns.set(ref, (turns.get(ref) ?? 0) + 1)
  }
  return turns
}

export const useTurns = (): ReadonlyMap<string, number> => {
  const events = useTable('event')
  return useMemo(() => turnsBy(events.values()), [events])
}

/** Voices of k people or more that have said nothing for a quarter of an hour; only while the session runs. */
export const useQuietVoices = (): readonly QuietVoice[] => {
  const voices = useOrdered('voice')
  const session = useSession()
  const heard = useHeard()
  const now = useNow(LOOK)
  return session?.state === 'running' ? quietVoices(voices, heard, now, session.k.room) : []
}

export type Balance = { readonly rows: readonly (VoiceShare & { readonly voice: Voice })[]; readonly anybody: boolean }

/** Of the whole session: what was said in the open, and the turns that were counted. */
export const useBalance = (): Balance => {
  const voices = useOrdered('voice')
  const cards = useTable('card')
  const turns = useTurns()
  return useMemo(() => {
    const said = new Map<string, number>()
    for (const { voiceId, revealed, held } of cards.values()) {
      if (voiceId !== undefined && revealed && !held) said.set(voiceId, (said.get(voiceId) ?? 0) + 1)
    }
    const byId = new Map(voices.map((voice) => [voice.id, voice]))
    const rows = voiceShares(voices, said, turns).flatMap((row) => {
      const voice = byId.get(row.voiceId)
      return voice ? [{ ...row, voice }] : []
    })
    return { rows, anybody: rows.some((row) => row.said + row.turns > 0) }
  }, [voices, cards, turns])
}
