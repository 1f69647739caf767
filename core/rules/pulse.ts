import type { Pulse } from '../model/work'

/** With fewer answers, who gave which could be guessed: only how many answered is said. */
export const PULSE_SHOWN_FROM = 3

export type PulseAnswers = {
  /** How many answered, over all channels. */
  readonly n: number
  /** How many gave 1, 2, 3, 4, 5. */
  readonly counts: readonly number[]
  /** 1 to 5, to one decimal; null without answers. */
  readonly mean: number | null
}

export const meanOf = (counts: readonly number[]): PulseAnswers => {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const sum = counts.reduce((all, count, index) => all + count * (index + 1), 0)
  return { n, counts, mean: n === 0 ? null : Math.round((sum / n) * 10) / 10 }
}

/** All channels together: by channel, a single slip could be picked out. */
export const answersOf = (pulse: Pulse): PulseAnswers => {
  const { phone, kiosk, paper } = pulse.answers
  return meanOf([0, 1, 2, 3, 4].map((index) => (phone?.[index] ?? 0) + (kiosk?.[index] ?? 0) + (paper?.[index] ?? 0)))
}

export type PulsePoint = { readonly sessionId: string; readonly day: string } & PulseAnswers

/** One question over the sessions of the lab, oldest first, with this session at the end when anybody answered. */
export const pulseTrend = (pulse: Pulse, now: { readonly sessionId: string; readonly day: string }): PulsePoint[] => {
  const past = (pulse.past ?? [])
    .filter((one) => one.sessionId !== now.sessionId)
    .map(({ sessionId, day, counts }) => ({ sessionId, day, ...meanOf(counts) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const here = answersOf(pulse)
  return here.n === 0 ? past : [...past, { ...now, ...here }]
}

/** The points of a trend that enough people stand behind. */
export const shownPoints = (points: readonly PulsePoint[], k: number = PULSE_SHOWN_FROM): PulsePoint[] =>
  points.filter((point) => point.n >= k)
