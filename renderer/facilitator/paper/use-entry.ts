import { useState } from 'react'
import { lastRound } from '@core/rules/frozen'
import type { Vote } from '@core/model/vote'
import type { Failure, FailureCode } from '@core/protocol/failures'
import type { PaperEntered, PaperMark } from '@core/protocol/vote-views'
import { useReplica, useRequest } from '../../shared/replica/react'
import type { MarkProblem, Typed } from './entry-model'
import { emptyTyped, markOf, problemOf, typedOf } from './entry-model'
import type { Pass } from './slip-number'
import { numberProblem, numberText } from './slip-number'
import type { Paper } from './use-paper'

/** Failures that are about which slip it is, not about what stands on it. */
const OF_NUMBER: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'slip-unknown',
  'slip-used',
  'slip-other-round',
  'slip-void',
  'already-entered',
  'not-found',
])

export type LastTyped = {
  readonly number: number
  readonly mark: PaperMark
  readonly outcome: PaperEntered['outcome']
  readonly pass: Pass
}

export type Entry = {
  readonly typed: Typed
  readonly change: (changes: Partial<Typed>) => void
  readonly numberFailure: Failure | null
  readonly problem: MarkProblem | null
  readonly failure: Failure | null
  readonly last: LastTyped | null
  /** Whether the cursor may leave the number. */
  readonly checkNumber: (replace: boolean) => boolean
  /**
   * Hands the slip in. When it fits, the fields are free for the next one at once: whoever types does not wait for the
   * disk. Refused after all, it comes back; what was begun meanwhile comes after it. `accepted` is told in the end.
   */
  readonly save: () => { readonly sent: boolean; readonly accepted: Promise<boolean> }
  readonly clear: () => void
  readonly takeOut: (number: number) => Promise<boolean>
  readonly changeLast: () => void
}

const REFUSED = { sent: false, accepted: Promise.resolve(false) } as const

/** The slip in the fields, and those begun before an earlier one came back. */
type Slips = { readonly typed: Typed; readonly begun: readonly Typed[] }

const useSlips = (vote: Vote, start: Typed | undefined) => {
  const [{ typed }, setSlips] = useState<Slips>(() => ({ typed: start ?? emptyTyped(vote), begun: [] }))
  return {
    typed,
    change: (changes: Partial<Typed>): void => setSlips((now) => ({ ...now, typed: { ...now.typed, ...changes } })),
    next: (): void => setSlips(({ begun: [first, ...rest] }) => ({ typed: first ?? emptyTyped(vote), begun: rest })),
    bringBack: (slip: Typed): void =>
      setSlips((now) => ({
        typed: slip,
        begun: now.typed.number.trim() === '' ? now.begun : [now.typed, ...now.begun],
      })),
  }
}

/** Why the slip in the fields was refused. */
const useRefusal = () => {
  const [numberFailure, setNumberFailure] = useState<Failure | null>(null)
  const [problem, setProblem] = useState<MarkProblem | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    numberFailure,
    setNumberFailure,
    problem,
    setProblem,
    failure,
    /** Of the marks alone while these are changed. */
    forgive: (alsoNumber: boolean): void => {
      if (alsoNumber) setNumberFailure(null)
      setProblem(null)
      setFailure(null)
    },
    refused: (why: Failure): false => {
      if (OF_NUMBER.has(why.code)) setNumberFailure(why)
      else setFailure(why)
      return false
    },
  }
}

/** One slip after the other. Nothing that was typed goes away unless it was taken. */
export const useEntry = (vote: Vote, pass: Pass, paper: Paper, start?: Typed): Entry => {
  const { view } = useReplica()
  const request = useRequest()
  const roundId = lastRound(vote).id
  const { typed, change, next, bringBack } = useSlips(vote, start)
  const refusal = useRefusal()
  const { forgive, refused } = refusal
  const [last, setLast] = useState<LastTyped | null>(null)
  const clear = (): void => {
    next()
    forgive(true)
  }
  const send = async (sent: Typed): Promise<boolean> => {
    const mark = markOf(vote, sent)
    const replace = sent.replace ? { replace: true } : {}
    const slip = sent.number.trim()
    const done = await request('paper.enter', { voteId: vote.id, roundId, slip, pass, mark, ...replace })
    if (!done.ok) {
      bringBack(sent)
      return refused(done.error)
    }
    setLast({ number: done.value.number, outcome: done.value.outcome, mark, pass })
    paper.reload()
    return true
  }
  return {
    typed,
    change: (changes) => {
      change(changes)
      forgive(changes.number !== undefined)
    },
    numberFailure: refusal.numberFailure,
    problem: refusal.problem,
    failure: refusal.failure,
    last,
    checkNumber: (replace) => {
      if (typed.number.trim() === '') return false
      const why = replace ? null : numberProblem(view, vote, paper.view, pass, typed.number)
      refusal.setNumberFailure(why)
      return why === null
    },
    save: () => {
      if (typed.number.trim() === '') return REFUSED
      forgive(true)
      const why = typed.replace ? null : numberProblem(view, vote, paper.view, pass, typed.number)
      if (why) {
        refused(why)
        return REFUSED
      }
      const wrong = problemOf(vote, typed)
      refusal.setProblem(wrong)
      if (wrong) return REFUSED
      clear()
      return { sent: true, accepted: send(typed) }
    },
    clear,
    takeOut: async (number) => {
      const done = await request('paper.remove', { voteId: vote.id, roundId, number })
      if (!done.ok) return refused(done.error)
      setLast((now) => (now?.number === number ? null : now))
      clear()
      paper.reload()
      return true
    },
    changeLast: () => {
      if (last) bringBack(typedOf(vote, numberText(last.number), last.mark))
      forgive(true)
    },
  }
}
