import { nextSlip } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import type { SlipSeries, Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'

export type PerPage = 2 | 4 | 6 | 8
export const PER_PAGE: readonly PerPage[] = [2, 4, 6, 8]

/** What has been chosen in the dialog: how many slips in each language, by code. */
export type Counts = Readonly<Record<string, number>>

/** Some slips get lost, spoilt or torn. */
const SPARE = 1.1
const WITHOUT_PEOPLE = 20

export const seriesOf = (vote: Vote): readonly SlipSeries[] => lastRound(vote).slips ?? []

const usable = (vote: Vote): number =>
  seriesOf(vote).reduce((sum, series) => sum + (series.void === true ? 0 : series.count), 0)

/** One slip for each person who is here or expected, and a tenth more; less what is printed already. */
export const wantedSlips = (view: DocumentView, vote: Vote): number => {
  const voices = [...view.voice.values()]
  const present = voices.reduce((sum, voice) => sum + voice.present, 0)
  const expected = voices.reduce((sum, voice) => sum + voice.expected, 0)
  const people = present > 0 ? present : expected
  const wanted = people === 0 ? WITHOUT_PEOPLE : Math.ceil(people * SPARE)
  const missing = wanted - usable(vote)
  return Math.min(LIMITS.slips, missing > 0 ? missing : 5)
}

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Pages of a sample are few: they show how it looks, and nothing is reserved for them. */
const SAMPLE_PAGES = 2

type What = {
  readonly kind: 'ballots'
  readonly voteId: string
  readonly first: number
  readonly count: number
  readonly perPage: PerPage
  readonly langs: string[]
  readonly counts: number[]
}

const chosen = (counts: Counts): readonly (readonly [lang: string, count: number])[] =>
  Object.entries(counts).filter(([, count]) => count > 0)

/** The wish for reserved slips; null where nothing is chosen. */
export const whatOf = (vote: Vote, series: SlipSeries, perPage: PerPage, counts: Counts): What | null => {
  const parts = chosen(counts)
  if (parts.length === 0 || series.count < 1) return null
  const { first, count } = series
  const langs = parts.map(([lang]) => lang)
  return { kind: 'ballots', voteId: vote.id, first, count, perPage, langs, counts: parts.map(([, own]) => own) }
}

/** The same before anything is reserved: the first pages, in every language that was chosen. */
export const sampleOf = (view: DocumentView, vote: Vote, perPage: PerPage, counts: Counts): What | null => {
  const most = perPage * SAMPLE_PAGES
  const parts = chosen(counts)
  const share = Math.max(1, Math.floor(most / Math.max(1, parts.length)))
  const some = Object.fromEntries(parts.map(([lang, count]) => [lang, Math.min(count, share)]))
  return whatOf(vote, { first: nextSlip(view), count: totalOf(some) }, perPage, some)
}
