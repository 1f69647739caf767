import { assertNever } from '../lib/assert-never'
import type { Vote, VoteMethod } from '../model/vote'
import type { Lookup } from './lookup'

/** Words of the ballot (namespace `ballot`), the same on phone, tablet and paper. */

/** How one votes, in one sentence (two with dots against). `options` is the number of lines on the ballot. */
export const methodWords = (t: Lookup, method: VoteMethod, options: number): string => {
  switch (method.name) {
    case 'dots':
      return dotsWords(t, method)
    case 'approval':
      return method.most === undefined || method.most >= options
        ? t('ballot:method.approval')
        : t('ballot:method.approvalMost', { count: method.most })
    case 'ranking':
      return method.places === undefined || method.places >= options
        ? t('ballot:method.ranking')
        : t('ballot:method.rankingPlaces', { count: method.places })
    case 'rating':
    case 'effort-effect':
    case 'consent':
    case 'share-100':
      return t(`ballot:method.${method.name}`)
    default:
      return assertNever(method)
  }
}

const dotsWords = (t: Lookup, { budget, cap, negative = 0 }: Extract<VoteMethod, { name: 'dots' }>): string => {
  const given =
    cap < budget ? t('ballot:method.dotsCap', { count: budget, cap }) : t('ballot:method.dots', { count: budget })
  return negative > 0 ? `${given} ${t('ballot:method.dotsAgainst', { count: negative })}` : given
}

/** How a printed ballot is filled in. */
export const fillWords = (t: Lookup, method: VoteMethod): string => {
  const how = t(`ballot:fill.${method.name}`)
  return method.name === 'dots' && (method.negative ?? 0) > 0 ? `${how} ${t('ballot:fill.dotsAgainst')}` : how
}

/**
 * What the laptop stores of a ballot, to stand after `ballot:kept.title`. `voice`: whether the person says for whom they
 * speak; on paper that is not known yet, then true.
 */
export const keptWords = (t: Lookup, vote: Pick<Vote, 'secret' | 'keepBallots'>, voice: boolean): string => {
  const what = vote.keepBallots ? 'whole' : vote.secret ? 'secret' : 'open'
  return voice ? t(`ballot:kept.${what}`) : t(`ballot:kept.${what}Unstated`)
}

/** The three answers of a consent vote, by value. */
export const STANCES = ['support', 'aside', 'object'] as const
