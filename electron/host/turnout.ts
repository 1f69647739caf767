import type { DocumentView } from '@core/model/document'
import { ordered } from '@core/model/document'
import type { Channel, Vote } from '@core/model/vote'
import type { Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import { handsByVoice } from '@core/rules/hands'
import { turnoutGroups } from '@core/rules/turnout'
import type { RoundBox } from './round-box'
import { slipsOf } from './slips'

/** How many have voted, never what. `phones` stands for the people present where nobody counted them. */
export const turnoutOf = (view: DocumentView, vote: Vote, box: RoundBox, phones: number): Turnout => {
  const voices = ordered(view, 'voice')
  const round = lastRound(vote)
  const byVoice = new Map<string, number>()
  const channels: Record<Channel, number> = { phone: 0, kiosk: 0, paper: 0, hands: 0 }
  const count = (channel: Channel, voiceId: string | undefined, people: number): void => {
    channels[channel] += people
    if (voiceId !== undefined) byVoice.set(voiceId, (byVoice.get(voiceId) ?? 0) + people)
  }
  for (const { channel, ballot } of box.all()) count(channel, ballot.voiceId, 1)
  for (const { voiceId, people } of handsByVoice(vote, round)) count('hands', voiceId, people)
  const present = voices.reduce((sum, voice) => sum + voice.present, 0)
  const cast = Object.values(channels).reduce((sum, people) => sum + people, 0)
  const printed = slipsOf(round.slips)
  const { entered, twice, differing } = box.paper.counts()
  return {
    voteId: vote.id,
    roundId: round.id,
    cast,
    present: present > 0 ? present : Math.max(phones, cast),
    channels,
    groups: turnoutGroups(voices, byVoice, vote.k.room),
    ...(vote.channels.includes('paper') && printed > 0 ? { paper: { printed, entered, twice, differing } } : {}),
  }
}

/** What a projector shows: how the typing goes is for the laptop alone. */
export const turnoutForScreens = (turnout: Turnout): Turnout => {
  const { voteId, roundId, cast, present, channels, groups } = turnout
  return { voteId, roundId, cast, present, channels, groups }
}

/** What phones are told: the number only. */
export const turnoutForPhones = (turnout: Turnout): Turnout => ({
  ...turnoutForScreens(turnout),
  channels: { phone: 0, kiosk: 0, paper: 0, hands: 0 },
  groups: [],
})
