import { useRef, useState } from 'react'
import type { ImportedCard } from '@core/import/card-table'
import type { Board } from '@core/model/board'
import type { Failure } from '@core/protocol/failures'
import { useReplica } from '../../shared/replica/react'
import type { ImportPlace } from './add-cards'
import { addCards } from './add-cards'
import type { MadeWith } from './new-names'
import { madeFor } from './new-names'
import type { TableSource } from './table-source'
import type { NamesWork } from './use-names'
import { useNames } from './use-names'
import type { Planned, Reading, TableChoices } from './use-table'
import { NO_CHOICES, usePlan, useReading } from './use-table'

export type How = Pick<ImportPlace, 'held' | 'source'>

export interface ImportWork extends Planned, Omit<NamesWork, 'forget'> {
  readonly source: TableSource | null
  readonly begin: (source: TableSource | null) => void
  readonly reading: Reading
  readonly choices: TableChoices
  readonly choose: (part: Partial<TableChoices>) => void
  /** What is made with the cards that would come in now. */
  readonly made: MadeWith
  readonly how: How
  readonly setHow: (how: How) => void
  /** Rows whose words are there already stay out. */
  readonly skips: boolean
  readonly setSkips: (skips: boolean) => void
  readonly twice: number
  /** What would come in now. */
  readonly cards: readonly ImportedCard[]
  readonly sending: { readonly done: number; readonly total: number } | null
  readonly failed: { readonly failure: Failure; readonly done: number } | null
  readonly take: () => Promise<void>
  /** While they come in: what is in stays, as one change, and the dialog closes. */
  readonly stop: () => void
}

/** One import: from a table to the cards that come in. */
export const useImport = (
  board: Board,
  stepId: string | undefined,
  given: TableSource | null,
  onDone: (added: number) => void,
): ImportWork => {
  const replica = useReplica()
  const [source, setSource] = useState(given)
  const [choices, setChoices] = useState<TableChoices>(NO_CHOICES)
  const [skips, setSkips] = useState(true)
  const [how, setHow] = useState<How>({ held: false, source: 'import' })
  const [sending, setSending] = useState<ImportWork['sending']>(null)
  const [failed, setFailed] = useState<ImportWork['failed']>(null)
  const reading = useReading(source, choices.reading)
  const planned = usePlan(board, reading, choices)
  const all = planned.plan.cards
  const fresh = skips ? all.filter((card) => !card.twice) : all
  // After a failure only what did not get in is left to do.
  const cards = failed ? fresh.slice(failed.done) : fresh
  const choose = (part: Partial<TableChoices>): void => setChoices({ ...choices, ...part })
  const { forget, ...names } = useNames(board, planned, choices, choose)
  // What came in before a failure brought its new names along.
  const made = madeFor(failed && failed.done > 0 ? [] : cards, board, choices.made)
  const stopping = useRef<AbortController | null>(null)
  const take = async (): Promise<void> => {
    const total = cards.length
    setSending({ done: 0, total })
    const zone = board.axes.map((axis) => axis.entries[0]?.id ?? '')
    const to = { ...how, boardId: board.id, zone, stepId, made }
    stopping.current = new AbortController()
    const { signal } = stopping.current
    const sent = await addCards(replica, cards, to, { progress: (done) => setSending({ done, total }), signal })
    setSending(null)
    const done = (failed?.done ?? 0) + sent.done
    if (sent.failure) setFailed({ failure: sent.failure, done })
    else onDone(done)
  }
  return {
    ...planned,
    source,
    begin: (next) => {
      setSource(next)
      setChoices(NO_CHOICES)
      setFailed(null)
      forget()
    },
    reading,
    choices,
    choose,
    ...names,
    made,
    how,
    setHow,
    skips,
    setSkips,
    twice: all.filter((card) => card.twice).length,
    cards,
    sending,
    failed,
    take,
    stop: () => stopping.current?.abort(),
  }
}
