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
  readonly saving: boolean
  /** Whether the cursor may leave the number. */
  readonly checkNumber: (replace: boolean) => boolean
  /** Sends the slip; true when it is in and the fields are empty again. */
  readonly save: () => Promise<boolean>
  readonly clear: () => void
  readonly takeOut: (number: number) => Promise<boolean>
  readonly changeLast: () => void
}

/** One slip after the other. Nothing that was typed goes away unless it was taken. */
export const useEntry = (vote: Vote, pass: Pass, paper: Paper, start?: Typed): Entry => {
  const { view } = useReplica()
  const request = useRequest()
  const roundId = lastRound(vote).id
  const [typed, setTyped] = useState<Typed>(() => start ?? emptyTyped(vote))
  const [numberFailure, setNumberFailure] = useState<Failure | null>(null)
  const [problem, setProblem] = useState<MarkProblem | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [last, setLast] = useState<LastTyped | null>(null)
  const [saving, setSaving] = useState(false)
  const clear = (): void => {
    setTyped(emptyTyped(vote))
    setNumberFailure(null)
    setProblem(null)
    setFailure(null)
  }
  const refused = (why: Failure): false => {
    if (OF_NUMBER.has(why.code)) setNumberFailure(why)
    else setFailure(why)
    return false
  }
  const send = async (mark: PaperMark): Promise<boolean> => {
    const slip = typed.number.trim()
    const replace = typed.replace ? { replace: true } : {}
    setSaving(true)
    const done = await request('paper.enter', { voteId: vote.id, roundId, slip, pass, mark, ...replace })
    setSaving(false)
    if (!done.ok) return refused(done.error)
    setLast({ number: done.value.number, outcome: done.value.outcome, mark, pass })
    clear()
    paper.reload()
    return true
  }
  return {
    typed,
    change: (changes) => {
      setTyped((now) => ({ ...now, ...changes }))
      setProblem(null)
      setFailure(null)
      if (changes.number !== undefined) setNumberFailure(null)
    },
    numberFailure,
    problem,
    failure,
    last,
    saving,
    checkNumber: (replace) => {
      if (typed.number.trim() === '') return false
      const why = replace ? null : numberProblem(view, vote, paper.view, pass, typed.number)
      setNumberFailure(why)
      return why === null
    },
    save: async () => {
      if (saving || typed.number.trim() === '') return false
      setFailure(null)
      const why = typed.replace ? null : numberProblem(view, vote, paper.view, pass, typed.number)
      if (why) return refused(why)
      const wrong = problemOf(vote, typed)
      setProblem(wrong)
      return wrong === null && (await send(markOf(vote, typed)))
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
      if (last) setTyped(typedOf(vote, numberText(last.number), last.mark))
      setNumberFailure(null)
      setProblem(null)
      setFailure(null)
    },
  }
}
