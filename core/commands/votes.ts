import { patch } from '../change/diff'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Round, Vote } from '../model/vote'
import { isDraft, isVoting, lastRound } from '../rules/frozen'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { checkRefs, cleanText, done, event, given, isTaken, lastOrder, maybeText, missing, refuse } from './kit'
import { unusedImages } from './unused-images'
import { changesBallot, checkChannels, cleanMethod, cleanOptions } from './vote-checks'
import { withLastRound, withVoidSlips } from './vote-rounds'

const ROUNDS = 20

const add: Run<'vote.add'> = (view, args, context) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const question = cleanText(args.question, LIMITS.label)
  if (!question.ok) return question
  const options = cleanOptions(view, args.options ?? [])
  if (!options.ok) return options
  const wrong = checkRefs(view, [['step', args.stepId]])
  if (wrong) return wrong
  const method = cleanMethod(args.method ?? { name: 'dots', budget: 5, cap: 3 })
  const channels = [...new Set(args.channels ?? (['phone', 'kiosk', 'paper'] as const))]
  const badChannels = checkChannels(method, channels)
  if (badChannels) return badChannels
  const k = args.k ?? sessionOf(view)?.k ?? { room: 3, public: 5 }
  if (k.public < k.room) return refuse('wrong-value', { limit: k.room })
  const vote: Vote = {
    type: 'vote',
    id: args.id,
    order: lastOrder(view.vote.values()),
    question: question.value,
    ...given(args, ['explanation', 'stepId', 'quorum']),
    method,
    options: options.value,
    admission: args.admission ?? 'open-room',
    channels,
    // A raised hand is seen by all.
    secret: channels.includes('hands') ? false : (args.secret ?? true),
    keepBallots: args.keepBallots ?? false,
    k,
    rounds: [{ id: context.newId(), number: 1, state: 'draft' }],
    resultShown: false,
  }
  return done({ added: [vote] })
}

const picturesOf = (vote: Vote): (string | undefined)[] => vote.options.map((option) => option.imageId)

const update: Run<'vote.update'> = (view, args) => {
  const vote = view.vote.get(args.id)
  if (!vote) return missing('vote')
  if (!isDraft(vote)) return refuse('vote-frozen', { count: 1 })
  const question = maybeText(args.question, LIMITS.label)
  if (!question.ok) return question
  const options = args.options === undefined ? null : cleanOptions(view, args.options)
  if (options && !options.ok) return options
  const wrong = checkRefs(view, [['step', args.stepId]])
  if (wrong) return wrong
  const method = cleanMethod(args.method ?? vote.method)
  const channels = [...new Set(args.channels ?? vote.channels)]
  const badChannels = checkChannels(method, channels)
  if (badChannels) return badChannels
  const k = args.k ?? vote.k
  if (k.public < k.room) return refuse('wrong-value', { limit: k.room })
  const fields = {
    ...given(args, ['explanation', 'admission', 'keepBallots', 'stepId', 'quorum']),
    ...(question.value === undefined ? {} : { question: question.value }),
    ...(options ? { options: options.value } : {}),
    secret: channels.includes('hands') ? false : (args.secret ?? vote.secret),
    method,
    channels,
    k,
  }
  const printed = changesBallot(vote, fields) ? { rounds: [...withVoidSlips(vote)] } : {}
  const pictures = new Set(fields.options?.map((option) => option.imageId))
  const replaced = fields.options ? picturesOf(vote).filter((imageId) => !pictures.has(imageId)) : []
  return done({
    changed: [patch<'vote'>(vote, { ...fields, ...printed })],
    removed: unusedImages(view, replaced, new Set([vote.id])),
  })
}

const remove: Run<'vote.remove'> = (view, { id }) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (isVoting(vote)) return refuse('vote-frozen', { count: 1 })
  const gone = new Set([id])
  const pictures = unusedImages(view, picturesOf(vote), gone)
  const cleaning = withoutRefs(view, gone)
  return done({ changed: cleaning.changed, removed: [vote, ...pictures, ...cleaning.removed] })
}

const announce: Run<'vote.announce-close'> = (view, { id, seconds }, context) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (lastRound(vote).state !== 'open') return refuse('vote-not-open')
  const closesAt = seconds === null ? undefined : new Date(context.now + seconds * 1000).toISOString()
  return done({ changed: [patch<'vote'>(vote, { rounds: [...withLastRound(vote, { closesAt })] })] })
}

const showResult: Run<'vote.show-result'> = (view, { id, shown }, context) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (shown && !vote.rounds.some((round) => round.state === 'closed')) return refuse('vote-not-open')
  if (vote.resultShown === shown) return done({})
  return done({
    changed: [patch<'vote'>(vote, { resultShown: shown })],
    added: shown ? [event(context, 'vote.shown', id)] : [],
  })
}

const newRound: Run<'vote.new-round'> = (view, { id, roundId }) => {
  const vote = view.vote.get(id)
  if (!vote) return missing('vote')
  if (vote.rounds.some((round) => round.id === roundId)) return refuse('already-there')
  if (isVoting(vote)) return refuse('vote-already-open')
  if (lastRound(vote).state !== 'closed') return refuse('vote-not-open')
  if (vote.rounds.length >= ROUNDS) return refuse('too-many', { limit: ROUNDS })
  const rounds: Round[] = [...vote.rounds, { id: roundId, number: vote.rounds.length + 1, state: 'draft' }]
  return done({ changed: [patch<'vote'>(vote, { rounds })] })
}

export const voteCommands = {
  'vote.add': { run: add, undoable: true },
  'vote.update': { run: update, undoable: true },
  'vote.remove': { run: remove, undoable: true },
  'vote.announce-close': { run: announce, undoable: false },
  'vote.show-result': { run: showResult, undoable: false },
  'vote.new-round': { run: newRound, undoable: false },
} satisfies Partial<CommandTable>
