import type { DocumentView } from '@core/model/document'
import type { Vote, VoteOption } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import { labelText } from '../../shared/i18n/label'
import type { Translate } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'

export type OptionSource = NonNullable<VoteOption['source']>

export type VoteDraft = {
  readonly question: string
  readonly explanation: string
  readonly options: readonly VoteOption[]
  readonly budget: number
  readonly cap: number
  readonly secret: boolean
  readonly kRoom: number
  readonly kPublic: number
}

/** What a new vote starts with: five dots, three at most on one topic. */
export const BUDGET = 5
export const CAP = 3
export const FEWEST_OPTIONS = 2

export const draftOf = (vote: Vote): VoteDraft => ({
  question: vote.question,
  explanation: vote.explanation ?? '',
  options: vote.options,
  budget: vote.method.name === 'dots' ? vote.method.budget : BUDGET,
  cap: vote.method.name === 'dots' ? vote.method.cap : CAP,
  secret: vote.secret,
  kRoom: vote.k.room,
  kPublic: vote.k.public,
})

/** `whole` is the draft with the changes in it. A line without words is still being written and is not sent. */
export const voteArgs = (changes: Partial<VoteDraft>, whole: VoteDraft): Omit<RequestArgs<'vote.update'>, 'id'> => {
  const dots = changes.budget !== undefined || changes.cap !== undefined
  const k = changes.kRoom !== undefined || changes.kPublic !== undefined
  return {
    ...(changes.question === undefined ? {} : { question: changes.question }),
    ...(changes.explanation === undefined
      ? {}
      : { explanation: changes.explanation.trim() === '' ? null : changes.explanation }),
    ...(changes.options === undefined ? {} : { options: whole.options.filter(({ text }) => text.trim() !== '') }),
    ...(dots ? { method: { name: 'dots', budget: whole.budget, cap: Math.min(whole.cap, whole.budget) } } : {}),
    ...(changes.secret === undefined ? {} : { secret: changes.secret }),
    ...(k ? { k: { room: whole.kRoom, public: Math.max(whole.kRoom, whole.kPublic) } } : {}),
  }
}

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
