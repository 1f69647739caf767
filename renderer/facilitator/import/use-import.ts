import { useState } from 'react'
import type { ImportedCard } from '@core/import/card-table'
import type { Board } from '@core/model/board'
import type { Failure } from '@core/protocol/failures'
import { useOrdered, useReplica } from '../../shared/replica/react'
import type { ImportPlace } from './add-cards'
import { addCards } from './add-cards'
import type { MadeWith, NewName, NewNames, Room } from './new-names'
import { madeFor, newForAll, newName, roomFor } from './new-names'
import type { TableSource } from './table-source'
import type { UnknownName } from './unknown-names'
import { unknownNames } from './unknown-names'
import type { Planned, Reading, TableChoices } from './use-table'
import { NO_CHOICES, usePlan, useReading } from './use-table'

export type How = Pick<ImportPlace, 'held' | 'source'>

export interface ImportWork extends Planned {
  readonly source: TableSource | null
  readonly begin: (source: TableSource | null) => void
  readonly reading: Reading
  readonly choices: TableChoices
  readonly choose: (part: Partial<TableChoices>) => void
  readonly names: readonly UnknownName[]
  /** Null: the name stays unknown; `new`: it is made here. */
  readonly settle: (name: UnknownName, id: string | null) => void
  /** Every name that is not known is made here, as far as there is room; or none of them. */
  readonly settleAll: (isNew: boolean) => void
  readonly room: Room
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
  const [met, setMet] = useState<readonly UnknownName[]>([])
  const reading = useReading(source, choices.reading)
  const planned = usePlan(board, reading, choices)
  const all = planned.plan.cards
  const fresh = skips ? all.filter((card) => !card.twice) : all
  // After a failure only what did not get in is left to do.
  const cards = failed ? fresh.slice(failed.done) : fresh
  const names = unknownNames(planned.plan.remarks, met, choices.settled)
  const voices = useOrdered('voice').length
  // What came in before a failure brought its new names along.
  const made = madeFor(failed && failed.done > 0 ? [] : cards, board, choices.made)
  const chooseNames = (settled: TableChoices['settled'], next: NewNames): void => {
    setMet(names)
    setChoices({ ...choices, settled, made: next })
  }
  const take = async (): Promise<void> => {
    const total = cards.length
    setSending({ done: 0, total })
    const zone = board.axes.map((axis) => axis.entries[0]?.id ?? '')
    const to = { ...how, boardId: board.id, zone, stepId, made }
    const sent = await addCards(replica, cards, to, (done) => setSending({ done, total }))
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
      setMet([])
    },
    reading,
    choices,
    choose: (part) => setChoices({ ...choices, ...part }),
    names,
    settle: (name, id) => {
      const settled = new Map(choices.settled)
      const next = new Map(choices.made)
      next.delete(name.key)
      const fresh = id === 'new' ? newName(name) : null
      if (fresh) next.set(name.key, fresh)
      if (id === null) settled.delete(name.key)
      else settled.set(name.key, fresh?.id ?? id)
      chooseNames(settled, next)
    },
    settleAll: (isNew) => {
      const open = names.filter(({ key }) => !choices.settled.has(key))
      const next = isNew ? newForAll(open, board, voices, choices.made) : new Map<string, NewName>()
      const kept = [...choices.settled].filter(([key]) => !choices.made.has(key))
      chooseNames(new Map([...kept, ...[...next].map(([key, { id }]) => [key, id] as const)]), next)
    },
    room: roomFor(board, voices, choices.made),
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
  }
}
