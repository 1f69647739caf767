import { sameValue } from '../change/diff'
import { assertNever } from '../lib/assert-never'
import type { Err, Result } from '../lib/result'
import { ok } from '../lib/result'
import { LIMITS } from '../model/limits'
import type { DocumentView } from '../model/document'
import type { Channel, Vote, VoteMethod, VoteOption } from '../model/vote'
import type { Failure } from '../protocol/failures'
import { cleanText, missing, refuse } from './kit'

/** Caps within the budget, places within the options. */
export const cleanMethod = (method: VoteMethod): VoteMethod =>
  method.name === 'dots' ? { ...method, cap: Math.min(method.cap, method.budget) } : method

export const cleanOptions = (view: DocumentView, options: readonly VoteOption[]): Result<VoteOption[], Failure> => {
  if (options.length > LIMITS.options) return refuse('too-many', { limit: LIMITS.options })
  const clean: VoteOption[] = []
  const ids = new Set<string>()
  for (const option of options) {
    if (ids.has(option.id)) return refuse('already-there')
    ids.add(option.id)
    if (option.source && !view[option.source.type].has(option.source.id)) return missing(option.source.type)
    if (option.imageId !== undefined && !view.image.has(option.imageId)) return missing('image')
    const text = cleanText(option.text, LIMITS.statement)
    if (!text.ok) return text
    clean.push({ ...option, text: text.value })
  }
  return ok(clean)
}

type Printed = Pick<Vote, 'question' | 'method' | 'options' | 'secret' | 'keepBallots'>

/** What is printed on a ballot (the topics, what is kept of it) would say something else. */
export const changesBallot = (
  vote: Printed,
  now: { readonly [F in keyof Printed]?: Printed[F] | undefined },
): boolean => {
  const { options = vote.options, method = vote.method } = now
  const words = (list: Printed['options']) => list.map(({ id, text, imageId }) => ({ id, text, imageId }))
  const isOther = (field: 'question' | 'secret' | 'keepBallots'): boolean =>
    now[field] !== undefined && now[field] !== vote[field]
  return (
    isOther('question') ||
    isOther('secret') ||
    isOther('keepBallots') ||
    !sameValue(method, vote.method) ||
    !sameValue(words(options), words(vote.options))
  )
}

/** Raised hands can be counted only where a person says one thing. */
export const handsAllowed = (method: VoteMethod): boolean =>
  method.name === 'approval' || method.name === 'consent' || (method.name === 'dots' && method.budget === 1)

export const checkChannels = (method: VoteMethod, channels: readonly Channel[]): Err<Failure> | null => {
  if (channels.length === 0) return refuse('wrong-value')
  return channels.includes('hands') && !handsAllowed(method) ? refuse('channel-not-allowed') : null
}

/** A proposal can be rated or consented to alone; choosing between things needs two: who does not choose the only one is blank. */
export const fewestOptions = (method: VoteMethod): number => {
  switch (method.name) {
    case 'approval':
    case 'dots':
    case 'ranking':
    case 'share-100':
      return 2
    case 'rating':
    case 'effort-effect':
    case 'consent':
      return 1
    default:
      return assertNever(method)
  }
}
