import fc from 'fast-check'
import type { Diff } from '@core/change/diff'
import { applyDiff } from '@core/change/diff'
import type { History } from '@core/change/history'
import { emptyHistory, planRedo, planUndo, recordChange } from '@core/change/history'
import type { CommandContext, CommandSpec, Outcome } from '@core/commands/command'
import { submitCard, withdrawCard } from '@core/commands/submit'
import { commands } from '@core/commands/table'
import { closeVote, countVote, openVote } from '@core/commands/vote-phases'
import type { Tables } from '@core/model/document'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { tallyRound } from '@core/rules/tally'
import type { AnyCommand } from './arbitrary-args'
import { anyCommand } from './arbitrary-args'
import {
  aCard,
  aCluster,
  aDecision,
  aDocument,
  anActivity,
  anIndicator,
  aPerson,
  aProject,
  aPulse,
  aQuestion,
  aTask,
  aVoice,
  aVote,
} from './builders'

/** What happens to a document in a session: commands, phases of votes, phones, undo and redo. */
export type Deed =
  | { readonly kind: 'command'; readonly command: AnyCommand }
  | { readonly kind: 'open' | 'count' | 'close'; readonly voteId: string }
  | { readonly kind: 'submit'; readonly cardId: string; readonly entryIds: string[]; readonly voiceId?: string }
  | { readonly kind: 'withdraw'; readonly cardId: string }
  | { readonly kind: 'undo' | 'redo' }

const cardId = fc.constantFrom('card-1', 'card-2', 'card-3', 'card-4', 'phone-1', 'phone-2')
const voteId = fc.constantFrom('vote-1', 'vote-2')

export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 20, arbitrary: anyCommand.map((command): Deed => ({ kind: 'command', command })) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('open' as const, 'count' as const, 'close' as const), voteId }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      cardId,
      entryIds: fc.subarray(['t1', 'l2', 'gone'], { maxLength: 2 }),
      voiceId: fc.constantFrom('voice-1', 'voice-9'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), cardId }) },
  { weight: 4, arbitrary: fc.constantFrom<Deed>({ kind: 'undo' }, { kind: 'redo' }) },
)

/** A session in the middle of its work, with ids as the deeds name them. */
export const busyDocument = (): Tables => {
  const place = (order: string) => ({ zone: ['t1', 'l1'], order })
  return aDocument(
    aVoice({ id: 'voice-1' }),
    aVoice({ id: 'voice-2', order: 'p' }),
    aPerson({ voiceId: 'voice-1' }),
    aCard({ voiceId: 'voice-1' }),
    aCard({ id: 'card-2', order: 'W', clusterId: 'cluster-1' }),
    aCard({ id: 'card-3', order: 'X', personId: 'person-1' }),
    aCluster({ cards: [{ id: 'card-2', ...place('W') }] }),
    aVote({ options: ['card-1', 'card-3'].map((id, i) => ({ id: `o${i}`, text: id, source: { type: 'card', id } })) }),
    aDecision({ evidence: [{ type: 'cluster', id: 'cluster-1' }], behind: { voiceIds: ['voice-2'] } }),
    aTask({ origin: { type: 'decision', id: 'decision-1' }, owner: { kind: 'person', personId: 'person-1' } }),
    aQuestion(),
    aProject({ indicatorIds: ['indicator-1'], origin: { type: 'card', id: 'card-1' } }),
    anIndicator(),
    anActivity({ origin: { type: 'decision', id: 'decision-1' } }),
    aPulse(),
  )
}

export type Game = { readonly tables: Tables; history: History; readonly context: CommandContext }

export const newGame = (tables: Tables, context: CommandContext): Game => ({ tables, history: emptyHistory, context })

/** Runs one deed; the diff that was applied, or null when it was refused. Throws when an accepted diff does not fit. */
export const play = (game: Game, what: Deed): Diff | null => {
  const { outcome, undoable, next } = outcomeOf(game, what)
  if (next) game.history = next
  if (!outcome.ok) return null
  const applied = applyDiff(game.tables, outcome.value)
  if (!applied.ok) throw new Error(`accepted but does not fit: ${JSON.stringify([what, applied.error])}`)
  if (undoable !== null) game.history = recordChange(game.history, undoable, outcome.value)
  return outcome.value
}

type Played = { readonly outcome: Outcome; readonly undoable: string | null; readonly next?: History }

const outcomeOf = ({ tables, history, context }: Game, what: Deed): Played => {
  switch (what.kind) {
    case 'command': {
      const { name, args } = what.command
      const spec = commands[name] as CommandSpec<unknown> // the arguments are those of this name
      return { outcome: spec.run(tables, args, context), undoable: spec.undoable ? name : null }
    }
    case 'open':
      return { outcome: openVote(tables, { id: what.voteId }, context), undoable: null }
    case 'count':
      return { outcome: countVote(tables, { id: what.voteId }, context), undoable: null }
    case 'close': {
      const vote = tables.vote.get(what.voteId) ?? [...tables.vote.values()][0]
      if (!vote) return { outcome: openVote(tables, { id: 'none' }, context), undoable: null }
      const result = tallyRound(vote, [], new Map(), context)
      return { outcome: closeVote(tables, { id: what.voteId, result }, context), undoable: null }
    }
    case 'submit': {
      const words = {
        text: 'From a phone',
        quote: 'role',
        editHash: 'hash',
        source: 'phone',
        holdOpenAxis: true,
      } as const
      const { entryIds, voiceId } = what
      return { outcome: submitCard(tables, { id: what.cardId, entryIds, voiceId, ...words }, context), undoable: null }
    }
    case 'withdraw':
      return { outcome: withdrawCard(tables, { id: what.cardId, editHash: 'hash' }, context), undoable: null }
    case 'undo':
    case 'redo': {
      const { outcome, next } = (what.kind === 'undo' ? planUndo : planRedo)(tables, history)
      return { outcome: outcome.ok ? { ok: true, value: outcome.value.diff } : outcome, undoable: null, next }
    }
  }
}

/** The whole document as plain data, in an order that does not depend on how it came about. */
export const contentOf = (records: Tables | Iterable<AnyRecord>): string => {
  const list = Symbol.iterator in records ? [...records] : [...allRecords(records)]
  return JSON.stringify(
    list
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => Object.fromEntries(Object.entries(record).toSorted())),
  )
}
