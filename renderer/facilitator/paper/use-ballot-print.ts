import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { SlipSeries, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { lastRound } from '@core/rules/frozen'
import { useReplica, useRequest, useTable } from '../../shared/replica/react'
import type { ExportJob } from '../report/use-export'
import { useExport } from '../report/use-export'
import type { Again } from './again-fields'
import type { PageFacts } from './print-frame'
import type { Counts, PerPage } from './print-plan'
import { sampleOf, totalOf, wantedSlips, whatOf } from './print-plan'
import type { Finished, PrintWhat } from './use-finished'
import { printAsk, useFinished } from './use-finished'

type Deed = 'print' | 'save'
type Reserved = { readonly series: SlipSeries; readonly counts: Counts }

export type BallotPrint = {
  readonly counts: Counts
  readonly setCounts: (counts: Counts) => void
  readonly perPage: PerPage
  readonly setPerPage: (perPage: PerPage) => void
  readonly total: number
  /** Numbers that this dialog has reserved; nothing about them changes any more. */
  readonly reserved: SlipSeries | null
  readonly again: Again | null
  readonly setAgain: (again: Again | null) => void
  readonly startAnew: () => void
  readonly finished: Finished
  readonly facts: PageFacts | null
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly onFacts: (facts: PageFacts) => void
  readonly failure: Failure | null
  readonly busy: boolean
  readonly job: ExportJob
  /** Reserves the numbers first where that was not done yet. */
  readonly run: (deed: Deed) => Promise<void>
}

const againWhat = (vote: Vote, again: Again, perPage: PerPage): PrintWhat | null => {
  const count = again.last - again.first + 1
  return whatOf(vote, { first: again.first, count }, perPage, { [again.lang]: count })
}

/** Choosing, reserving and printing slips. Numbers are used up only when something goes to paper or into a file. */
export const useBallotPrint = (vote: Vote): BallotPrint => {
  const { view } = useReplica()
  useTable('vote')
  const request = useRequest()
  const job = useExport()
  const frame = useRef<HTMLIFrameElement>(null)
  const [counts, setCounts] = useState<Counts>(() => ({ en: wantedSlips(view, vote) }))
  const [perPage, setPerPage] = useState<PerPage>(4)
  const [reserved, setReserved] = useState<Reserved | null>(null)
  const [again, setAgain] = useState<Again | null>(null)
  const [facts, setFacts] = useState<PageFacts | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Printed as soon as the pages with the real codes are there.
  const [printing, setPrinting] = useState(false)
  const real =
    again !== null
      ? againWhat(vote, again, perPage)
      : reserved !== null
        ? whatOf(vote, reserved.series, perPage, reserved.counts)
        : null
  const finished = useFinished(real ?? sampleOf(view, vote, perPage, counts))
  const print = (): void => frame.current?.contentWindow?.print()
  const save = async (what: PrintWhat): Promise<void> => await job.run({ ...printAsk(what), formats: ['html'] })
  const reserve = async (): Promise<PrintWhat | null> => {
    setBusy(true)
    setFailure(null)
    const added = await request('slips.add', { voteId: vote.id, count: totalOf(counts) })
    setBusy(false)
    if (!added.ok) {
      setFailure(added.error)
      return null
    }
    setReserved({ series: added.value, counts })
    return whatOf(vote, added.value, perPage, counts)
  }
  const run = async (deed: Deed): Promise<void> => {
    if (real !== null) return deed === 'print' ? print() : await save(real)
    if (lastRound(vote).state === 'closed') return undefined
    if (deed === 'print') setPrinting(true)
    const what = await reserve()
    if (what === null) return setPrinting(false)
    return deed === 'save' ? await save(what) : undefined
  }
  return {
    counts,
    setCounts,
    perPage,
    setPerPage,
    total: totalOf(counts),
    reserved: reserved?.series ?? null,
    again,
    setAgain,
    startAnew: () => {
      setReserved(null)
      setAgain(null)
    },
    finished,
    facts,
    frame,
    onFacts: (next) => {
      setFacts(next)
      if (!printing || real === null || finished.key !== JSON.stringify(real)) return
      setPrinting(false)
      print()
    },
    failure,
    busy,
    job,
    run,
  }
}
