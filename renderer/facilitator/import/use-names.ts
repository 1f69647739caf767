import { useState } from 'react'
import type { Board } from '@core/model/board'
import { useOrdered } from '../../shared/replica/react'
import type { NewName, NewNames, Room } from './new-names'
import { newForAll, newName, roomFor } from './new-names'
import type { UnknownName } from './unknown-names'
import { unknownNames } from './unknown-names'
import type { Planned, TableChoices } from './use-table'

export interface NamesWork {
  readonly names: readonly UnknownName[]
  /** Null: the name stays unknown; `new`: it is made here. */
  readonly settle: (name: UnknownName, id: string | null) => void
  /** Every name that is not known is made here, as far as there is room; or none of them. */
  readonly settleAll: (isNew: boolean) => void
  readonly room: Room
  /** Another table has other names. */
  readonly forget: () => void
}

/** What becomes of the names that a table has and the session does not. */
export const useNames = (
  board: Board,
  { plan }: Planned,
  choices: TableChoices,
  choose: (part: Partial<TableChoices>) => void,
): NamesWork => {
  const [met, setMet] = useState<readonly UnknownName[]>([])
  const voices = useOrdered('voice').length
  const names = unknownNames(plan.remarks, met, choices.settled)
  const settleAs = (settled: TableChoices['settled'], made: NewNames): void => {
    setMet(names)
    choose({ settled, made })
  }
  return {
    names,
    settle: (name, id) => {
      const settled = new Map(choices.settled)
      const made = new Map(choices.made)
      made.delete(name.key)
      const fresh = id === 'new' ? newName(name) : null
      if (fresh) made.set(name.key, fresh)
      if (id === null) settled.delete(name.key)
      else settled.set(name.key, fresh?.id ?? id)
      settleAs(settled, made)
    },
    settleAll: (isNew) => {
      const open = names.filter(({ key }) => !choices.settled.has(key))
      const made = isNew ? newForAll(open, board, voices, choices.made) : new Map<string, NewName>()
      const kept = [...choices.settled].filter(([key]) => !choices.made.has(key))
      settleAs(new Map([...kept, ...[...made].map(([key, { id }]) => [key, id] as const)]), made)
    },
    room: roomFor(board, voices, choices.made),
    forget: () => setMet([]),
  }
}
