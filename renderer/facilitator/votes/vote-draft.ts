import { fewestOptions, handsAllowed } from '@core/commands/vote-checks'
import type { DocumentView } from '@core/model/document'
import type { Channel, Vote, VoteMethod, VoteOption } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import { lastRound } from '@core/rules/frozen'
import { labelText } from '../../shared/i18n/label'
import type { Translate } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'

export type OptionSource = NonNullable<VoteOption['source']>
export type MethodName = VoteMethod['name']

export type VoteDraft = {
  readonly question: string
  readonly explanation: string
  readonly options: readonly VoteOption[]
  readonly method: VoteMethod
  readonly channels: readonly Channel[]
  readonly admission: Vote['admission']
  readonly quorum: number | null
  readonly keepBallots: boolean
  readonly kRoom: number
  readonly kPublic: number
}

/** In the order in which they are offered: what most rooms need comes first. */
export const METHODS: readonly MethodName[] = [
  'dots',
  'approval',
  'rating',
  'ranking',
  'consent',
  'effort-effect',
  'share-100',
]
export const CHANNELS: readonly Channel[] = ['phone', 'kiosk', 'paper', 'hands']

/** What a method starts with: five dots, three at most on one topic; the others need nothing set. */
export const methodOf = (name: MethodName): VoteMethod =>
  name === 'dots' ? { name, budget: 5, cap: 3 } : { name: name }

export const draftOf = (vote: Vote): VoteDraft => ({
  question: vote.question,
  explanation: vote.explanation ?? '',
  options: vote.options,
  method: vote.method,
  channels: vote.channels,
  admission: vote.admission,
  quorum: vote.quorum ?? null,
  keepBallots: vote.keepBallots,
  kRoom: vote.k.room,
  kPublic: vote.k.public,
})

/** Hands cannot stay where a person says more than one thing; somebody must still be able to vote. */
export const channelsFor = (method: VoteMethod, channels: readonly Channel[]): readonly Channel[] => {
  const left = CHANNELS.filter((one) => channels.includes(one) && (one !== 'hands' || handsAllowed(method)))
  return left.length > 0 ? left : ['phone', 'kiosk', 'paper']
}

/** Method and channels go together, so that the host never sees two that do not fit. */
export const withMethod = (draft: VoteDraft, method: VoteMethod): Partial<VoteDraft> => ({
  method,
  channels: channelsFor(method, draft.channels),
})

/** `whole` is the draft with the changes in it. A line without words is still being written and is not sent. */
export const voteArgs = (changes: Partial<VoteDraft>, whole: VoteDraft): Omit<RequestArgs<'vote.update'>, 'id'> => {
  const ways = changes.method !== undefined || changes.channels !== undefined
  const k = changes.kRoom !== undefined || changes.kPublic !== undefined
  return {
    ...(changes.question === undefined ? {} : { question: changes.question }),
    ...(changes.explanation === undefined
      ? {}
      : { explanation: changes.explanation.trim() === '' ? null : changes.explanation }),
    ...(changes.options === undefined ? {} : { options: whole.options.filter(({ text }) => text.trim() !== '') }),
    ...(changes.method === undefined ? {} : { method: whole.method }),
    ...(ways ? { channels: [...whole.channels], secret: !whole.channels.includes('hands') } : {}),
    ...(changes.admission === undefined ? {} : { admission: changes.admission }),
    ...(changes.quorum === undefined ? {} : { quorum: changes.quorum }),
    ...(changes.keepBallots === undefined ? {} : { keepBallots: changes.keepBallots }),
    ...(k ? { k: { room: whole.kRoom, public: Math.max(whole.kRoom, whole.kPublic) } } : {}),
  }
}

export const enoughOptions = ({ method, options }: Pick<Vote, 'method' | 'options'>): boolean =>
  options.length >= fewestOptions(method)

/** Printed slips of the coming round: those that can still be used, and those that say something else by now. */
export const slipsOf = (vote: Vote): { readonly usable: number; readonly spent: number } => {
  const all = lastRound(vote).slips ?? []
  const count = (spent: boolean): number =>
    all.filter((series) => (series.void === true) === spent).reduce((sum, series) => sum + series.count, 0)
  return { usable: count(false), spent: count(true) }
}

/** Printed slips may still lie on the table. */
export const hasPaper = (vote: Vote): boolean => vote.channels.includes('paper') && slipsOf(vote).usable > 0

/** After phones and tablet are shut, something is still counted by hand: the vote is closed for itself, later. */
export const waitsForCount = (vote: Vote): boolean => hasPaper(vote) || vote.channels.includes('hands')

/** The words a card, cluster or decision has now; the vote takes these when it opens. */
export const sourceText = (view: DocumentView, t: Translate, source: OptionSource): string | null => {
  switch (source.type) {
    case 'card':
      return view.card.get(source.id)?.text ?? null
    case 'decision':
      return view.decision.get(source.id)?.wording ?? null
    case 'cluster': {
      const cluster = view.cluster.get(source.id)
      return cluster === undefined ? null : labelText(t, cluster.label)
    }
  }
}

/** The picture on the ballot: the option's own, else that of its card. */
export const pictureOf = (view: DocumentView, option: VoteOption): string | undefined =>
  option.imageId ?? (option.source?.type === 'card' ? view.card.get(option.source.id)?.imageId : undefined)

export const optionFrom = (view: DocumentView, t: Translate, source: OptionSource): VoteOption | null => {
  const text = sourceText(view, t, source)
  return text === null || text.trim() === '' ? null : { id: newId(), text, source }
}

/** Typed or pasted: one topic a line. */
export const optionsFromLines = (text: string): VoteOption[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ id: newId(), text: line }))

export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, index) => index !== from)
  const item = list[from]
  return item === undefined ? [...list] : [...rest.slice(0, to), item, ...rest.slice(to)]
}
