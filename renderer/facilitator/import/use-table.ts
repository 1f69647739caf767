import { useEffect, useMemo, useState } from 'react'
import type { Board } from '@core/model/board'
import type { ColumnRole, ImportPlan, ImportTarget } from '@core/import/card-table'
import { guessRoles, hasGaps, planImport, sameWords } from '@core/import/card-table'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { ReadChoices, ReadTable, TableProblem } from '../../shared/import/read-table'
import { readApart } from '../../shared/import/read-apart'
import { useOrdered, useReplica } from '../../shared/replica/react'
import type { NewNames } from './new-names'
import type { TableSource } from './table-source'

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly problem: TableProblem }
  | { readonly kind: 'read'; readonly read: ReadTable }

/** What people chose about one table; another table begins anew. */
export interface TableChoices {
  readonly reading: ReadChoices
  /** Null: as guessed. */
  readonly roles: readonly ColumnRole[] | null
  readonly hasHead: boolean | null
  readonly fillsDown: boolean
  readonly settled: ReadonlyMap<string, string>
  /** Of the settled names, those that are made for it. */
  readonly made: NewNames
}

export const NO_CHOICES: TableChoices = {
  reading: {},
  roles: null,
  hasHead: null,
  fillsDown: false,
  settled: new Map(),
  made: new Map(),
}

interface Answer {
  readonly source: TableSource
  readonly reading: Reading
}

/** Reads the table again when its source or the way it is read changes; a late answer of an earlier one is dropped. */
export const useReading = (source: TableSource | null, choices: ReadChoices): Reading => {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (!source) return undefined
    const interest = new AbortController()
    void readApart(source.bytes, choices, interest.signal).then((read) => {
      const reading: Reading = read.ok ? { kind: 'read', read: read.value } : { kind: 'failed', problem: read.error }
      if (!interest.signal.aborted) setAnswer({ source, reading })
    })
    return () => interest.abort()
  }, [source, choices])
  if (!source) return NONE
  // What was read before stays in sight until it is read anew.
  return answer?.source === source ? answer.reading : BUSY
}

const NONE: Reading = { kind: 'none' }
const BUSY: Reading = { kind: 'busy' }

export interface Planned {
  readonly roles: readonly ColumnRole[]
  readonly hasHead: boolean
  readonly plan: ImportPlan
  /** Cells are empty below others: whether they mean the same is asked. */
  readonly hasGaps: boolean
}

const NO_TABLE: ReadTable['table'] = []

/** Letters of a heading; statements are longer. */
const HEADING = 60

/** The first row is a head when it is short and names at least one column as people name them. */
const looksLikeHead = ([head = []]: ReadTable['table'], target: ImportTarget): boolean =>
  head.every((cell) => cell.length <= HEADING) &&
  // Beside a long text only what is named gets a role.
  head.some((cell) => guessRoles([[cell, 'x'.repeat(HEADING * 2)]], target)[0] !== 'ignore')

/** What the cards of this table would be, with the guesses where nobody has chosen. */
export const usePlan = (board: Board, reading: Reading, choices: TableChoices): Planned => {
  const t = useT()
  const replica = useReplica()
  const voices = useOrdered('voice')
  const [present] = useState(() => {
    const own = [...replica.view.card.values()].filter((card) => card.boardId === board.id && card.revealed)
    return new Set(own.map((card) => sameWords(card.text)))
  })
  const table = reading.kind === 'read' ? reading.read.table : NO_TABLE
  const target = useMemo((): ImportTarget => {
    const names = voices.map((voice) => ({ id: voice.id, name: labelText(t, voice.label) }))
    return {
      board,
      voices: names,
      present,
      labelOf: (label) => labelText(t, label),
      settled: choices.settled,
      fillsDown: choices.fillsDown,
    }
  }, [board, voices, present, t, choices.settled, choices.fillsDown])
  const guessed = useMemo(() => guessRoles(table, target), [table, target])
  const hasHead = useMemo(() => choices.hasHead ?? looksLikeHead(table, target), [choices.hasHead, table, target])
  const roles = choices.roles?.length === guessed.length ? choices.roles : guessed
  const plan = useMemo(() => planImport(table, roles, hasHead, target), [table, roles, hasHead, target])
  const gaps = useMemo(() => hasGaps(table, roles, hasHead), [table, roles, hasHead])
  return { roles, hasHead, plan, hasGaps: gaps }
}
