import type { DocumentView } from '@core/model/document'
import { ordered } from '@core/model/document'
import type { Channel, Vote } from '@core/model/vote'
import type { Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import type { CastBallot } from '@core/rules/tally'
import { turnoutGroups } from '@core/rules/turnout'

/** How many have voted, never what. `phones` stands for the people present where nobody counted them. */
export const turnoutOf = (view: DocumentView, vote: Vote, ballots: readonly CastBallot[], phones: number): Turnout => {
  const voices = ordered(view, 'voice')
  const byVoice = new Map<string, number>()
  const channels: Record<Channel, number> = { phone: 0, kiosk: 0, paper: 0, hands: 0 }
  for (const { channel, ballot } of ballots) {
    channels[channel] += 1
    if (ballot.voiceId !== undefined) byVoice.set(ballot.voiceId, (byVoice.get(ballot.voiceId) ?? 0) + 1)
  }
  const present = voices.reduce((sum, voice) => sum + voice.present, 0)
  return {
    voteId: vote.id,
    roundId: lastRound(vote).id,
    cast: ballots.length,
    present: present > 0 ? present : Math.max(phones, ballots.length),
    channels,
    groups: turnoutGroups(voices, byVoice, vote.k.room),
  }
}

/** What phones are told: the number only. */
export const turnoutForPhones = (turnout: Turnout): Turnout => ({
  ...turnout,
  channels: { phone: 0, kiosk: 0, paper: 0, hands: 0 },
  groups: [],
})
