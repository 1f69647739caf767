import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { Round, RoundResult, Vote, VoteOption } from '../model/vote'
import { isPrinted, isVoting, lastRound } from '../rules/frozen'
import type { Command } from './command'
import { done, event, instant, missing, refuse } from './kit'
import { fewestOptions } from './vote-checks'
import { withLastRound } from './vote-rounds'

/** Steps of a vote that the host takes, since keys, credentials and the ballot box go with them. */
export const openVote: Command<{ readonly id: string }> = (view, { id }, context) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (sessionOf(view)?.state === 'closed') return refuse('session-is-closed')
  if (isVoting(vote)) return refuse('vote-already-open')
  if (lastRound(vote).state === 'closed') return refuse('vote-closed')
  const least = fewestOptions(vote.method)
  if (vote.options.length < least) return refuse('too-few-options', { count: least })
  // Later rounds vote on the words of the first, and everybody on those that are printed.
  const isFirst = vote.rounds.length === 1 && !isPrinted(vote)
  const options = isFirst ? vote.options.map((option) => frozenOption(view, option)) : vote.options
  const rounds = [...withLastRound(vote, { state: 'open', openedAt: instant(context) })]
  return done({
    changed: [patch<'vote'>(vote, { options, rounds, resultShown: false })],
    added: [event(context, 'vote.opened', id)],
  })
}

/** With the words that the card or cluster has now; these stay, whatever becomes of it. */
export const frozenOption = (view: DocumentView, option: VoteOption): VoteOption => {
  const text = option.source ? currentText(view, option.source) : undefined
  const imageId =
    option.imageId ?? (option.source?.type === 'card' ? view.card.get(option.source.id)?.imageId : undefined)
  return {
    ...option,
    ...(text === undefined || text === '' ? {} : { text }),
    ...(imageId === undefined ? {} : { imageId }),
  }
}

const currentText = (view: DocumentView, source: NonNullable<VoteOption['source']>): string | undefined => {
  switch (source.type) {
    case 'card':
      return view.card.get(source.id)?.text
    case 'decision':
      return view.decision.get(source.id)?.wording
    case 'cluster': {
      const label = view.cluster.get(source.id)?.label
      return label && 'text' in label ? label.text : undefined
    }
  }
}

/** Phones and kiosk are shut; paper can still be typed in. */
export const countVote: Command<{ readonly id: string }> = (view, { id }, context) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (lastRound(vote).state !== 'open') return refuse('vote-not-open')
  const rounds = [...withLastRound(vote, { state: 'counting', closesAt: undefined })]
  return done({ changed: [patch<'vote'>(vote, { rounds })], added: [event(context, 'vote.counting', id)] })
}

/**
 * One diff brings the whole result; after it nothing about this round changes again. Raised hands by voice go: beside the
 * result they would tell what the other ballots of a small voice say.
 */
export const closeVote: Command<{ readonly id: string; readonly result: RoundResult }> = (view, args, context) => {
  const vote = view.vote.get(args.id)
  if (!vote) return missing('vote')
  const { state } = lastRound(vote)
  if (state === 'closed') return refuse('vote-closed')
  if (state === 'draft') return refuse('vote-not-open')
  const fields = {
    state: 'closed',
    closedAt: instant(context),
    closesAt: undefined,
    hands: undefined,
    handsPeople: undefined,
    result: args.result,
  } as const
  return done({
    changed: [patch<'vote'>(vote, { rounds: [...withLastRound(vote, fields)] })],
    added: [event(context, 'vote.closed', vote.id, args.result.cast)],
  })
}

export const roundOf = (vote: Vote, roundId: string): Round | undefined =>
  vote.rounds.find((round) => round.id === roundId)
