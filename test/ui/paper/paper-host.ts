import type { AnyRecord } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import type { PaperView } from '@core/protocol/vote-views'
import { failure } from '@core/protocol/failures'
import type { Failure } from '@core/protocol/failures'
import { createPaperLedger } from '../../../electron/host/paper-ledger'
import type { PaperFrame } from '../../../electron/host/paper-ledger'
import { sampleRecords } from '../outcomes/sample-page'

export const VOTE = 'vote-paper'
const ROUND = 'round-paper'
export const PRINTED = { first: 101, count: 30 } as const
/** A slip whose code was used on a phone, and the code of number 105. */
export const USED = 130
export const CODE = 'K7QXTD'

export const TOPICS = ['One plan', 'One person', 'Fewer families', 'Say it once'] as const

/** A running session with a vote that is open, another one with slips of its own, and a series that is void. */
export const paperRecords = (vote: Partial<Vote> = {}): readonly AnyRecord[] => {
  const records = sampleRecords().map((record) =>
    record.type === 'session' ? { ...record, state: 'running' as const, closedAt: undefined } : record,
  )
  const open: Vote = {
    type: 'vote',
    id: VOTE,
    order: 'z1',
    question: 'What first?',
    method: { name: 'dots', budget: 5, cap: 3 },
    options: TOPICS.map((text, at) => ({ id: `topic-${at}`, text })),
    admission: 'codes',
    channels: ['phone', 'paper'],
    secret: true,
    keepBallots: false,
    k: { room: 3, public: 5 },
    rounds: [
      {
        id: ROUND,
        number: 1,
        state: 'open',
        slips: [{ first: 91, count: 5, void: true }, PRINTED],
      },
    ],
    resultShown: false,
    ...vote,
  }
  const other: Vote = {
    ...open,
    id: 'vote-other',
    order: 'z2',
    question: 'Another question',
    rounds: [{ id: 'round-other', number: 1, state: 'open', slips: [{ first: 201, count: 5 }] }],
  }
  return [...records, open, other]
}

type Entered = RequestArgs<'paper.enter'>

/** Slips as the host keeps them, with its own ledger; the rules of numbers are tested with the host itself. */
export const createPaperHost = () => {
  const ledger = createPaperLedger()
  let at = Date.parse('2026-11-24T10:00:00Z')
  const add = (number: number, what: PaperFrame['slip']['what'], mark: Entered['mark']): void => {
    at += 1_000
    const ballot = mark.kind === 'ballot' ? mark.ballot : null
    ledger.add({ channel: 'paper', ballot, slip: { at, number, what, by: 'facilitator' } })
  }
  const enter = ({ slip, pass, mark, replace }: Entered): { readonly value: unknown } | Failure => {
    const number = slip.replaceAll(' ', '').toUpperCase() === CODE ? 105 : Number(slip)
    if (!(number >= PRINTED.first && number < PRINTED.first + PRINTED.count)) return failure('slip-unknown')
    if (number === USED) return failure('slip-used')
    const before = ledger.of(number)
    const there = pass === 'first' ? before !== null : pass === 'second' && before?.second != null
    if (there && replace !== true) return failure('already-entered', { number })
    const isMissing = pass === 'second' && before === null
    const what = pass === 'fix' ? 'fixed' : pass === 'second' && !isMissing ? 'second' : before ? 'changed' : 'entered'
    add(number, what, mark)
    const differs = ledger.view().differing.some((one) => one.number === number)
    const outcome = what === 'second' ? (differs ? 'differs' : 'same') : 'taken'
    return { value: { number, outcome } }
  }
  const view = (): PaperView => ({ voteId: VOTE, roundId: ROUND, printed: PRINTED.count, ...ledger.view() })
  return {
    ledger,
    answers: {
      'paper.enter': (args: unknown) => enter(args as Entered), // the page's own request
      'paper.remove': (args: unknown) => {
        add((args as { readonly number: number }).number, 'removed', { kind: 'invalid' }) // the page's own request
        return { value: null }
      },
      'paper.view': () => ({ value: view() }),
    },
  }
}
