import type { VoiceLookId } from '@core/charts/voice-looks'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { frozenOption } from '@core/commands/vote-phases'
import { labOf, ordered, sessionOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Label } from '@core/model/text'
import type { Vote } from '@core/model/vote'
import type { ExportWhat } from '@core/protocol/requests'
import { lastRound } from '@core/rules/frozen'
import type { PerPage } from './ballot-format'
import { pictureUrl } from './picture-data'

export type BallotsWhat = Extract<ExportWhat, { kind: 'ballots' }>

/** Where the codes of slips come from, and the way into the room. Both stay out of the document. */
export type SlipSource = {
  /** Null for a number that is not reserved for this vote's round: it is drawn as a sample. */
  readonly codeOf: (number: number) => string | null
  /** Empty while the room is closed. */
  readonly roomUrl: string
}

export type PrintedSlip = {
  readonly number: number
  /** Six characters as people read them, in two parts; null: a sample that cannot be used. */
  readonly code: string | null
  readonly lang: string
  /** What the square on the slip opens; null: none. */
  readonly url: string | null
}

/** `picture`: whole and without what its camera wrote into it; null for none and for one that cannot be shown. */
export type PrintedOption = { readonly text: string; readonly picture: string | null }
export type PrintedVoice = { readonly look: VoiceLookId; readonly label: Label }

/** All that stands on the slips of one vote. */
export type BallotSheet = {
  readonly vote: Pick<Vote, 'question' | 'method' | 'secret' | 'keepBallots'>
  readonly lab: string
  readonly day: string
  /** Null in the first round of a vote that has no other. */
  readonly round: number | null
  readonly options: readonly PrintedOption[]
  readonly voices: readonly PrintedVoice[]
  readonly perPage: PerPage
  readonly slips: readonly PrintedSlip[]
}

/** The language of the slip at this place: the first `counts[0]` in the first, and so on; else each in the next one. */
const langAt = ({ langs, counts }: BallotsWhat, at: number): string => {
  if (counts === undefined) return langs[at % langs.length] ?? 'en'
  let upTo = 0
  for (const [index, lang] of langs.entries()) {
    upTo += counts[index] ?? 0
    if (at < upTo) return lang
  }
  return langs.at(-1) ?? 'en'
}

const pictureOf = (view: DocumentView, imageId: string | undefined): string | null => {
  const image = imageId === undefined ? undefined : view.image.get(imageId)
  return image ? pictureUrl(`data:${image.mime};base64,${image.data}`) : null
}

/** Vote, series and codes as the sheet shows them; null where the vote is gone. */
export const ballotSheet = (view: DocumentView, what: BallotsWhat, source: SlipSource): BallotSheet | null => {
  const vote = view.vote.get(what.voteId)
  const session = sessionOf(view)
  if (!vote || !session) return null
  const round = lastRound(vote)
  const isFresh = vote.rounds.length === 1 && round.state === 'draft' && round.slips === undefined
  const options = isFresh ? vote.options.map((option) => frozenOption(view, option)) : vote.options
  const opensPhones = vote.admission === 'codes' && source.roomUrl !== ''
  return {
    vote,
    lab: labOf(view)?.name ?? session.title,
    day: session.day,
    round: vote.rounds.length > 1 ? round.number : null,
    options: options.map(({ text, imageId }) => ({ text, picture: pictureOf(view, imageId) })),
    voices: ordered(view, 'voice').map(({ slot, label }) => ({ look: isVoiceSlot(slot) ? slot : 'joined', label })),
    perPage: what.perPage,
    slips: Array.from({ length: what.count }, (_, at) => {
      const number = what.first + at
      const code = source.codeOf(number)
      const url = opensPhones && code !== null ? `${source.roomUrl}&b=${code.replace(' ', '')}` : null
      return { number, code, lang: langAt(what, at), url }
    }),
  }
}
