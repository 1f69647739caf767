import type { ImportedCard } from '@core/import/card-table'
import type { Board } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { newId } from '../../shared/lib/new-id'
import type { UnknownName } from './unknown-names'

/** A voice, column or row that comes in with the cards. */
export type NewName = Pick<UnknownName, 'role' | 'value'> & { readonly id: string }
/** By the key of the name in the table. */
export type NewNames = ReadonlyMap<string, NewName>

export interface Room {
  readonly voice: number
  readonly first: number
  readonly second: number
}

/** How many more of each there can be. */
export const roomFor = (board: Board, voices: number, made: NewNames): Room => {
  const taken = (role: NewName['role']): number => [...made.values()].filter((one) => one.role === role).length
  const onAxis = (at: 0 | 1): number => LIMITS.axisEntries - (board.axes[at]?.entries.length ?? LIMITS.axisEntries)
  return {
    voice: LIMITS.voices - voices - taken('voice'),
    first: onAxis(0) - taken('first'),
    second: onAxis(1) - taken('second'),
  }
}

/** Too long for a name, or no more room for one. */
export const mayBeNew = ({ role, value }: UnknownName, room: Room): boolean =>
  value.length <= LIMITS.label && room[role] > 0

export const newName = ({ role, value }: UnknownName): NewName => ({ role, value, id: newId() })

/** Those of the names for which there is room, in their order. */
export const newForAll = (names: readonly UnknownName[], board: Board, voices: number, made: NewNames): NewNames => {
  const all = new Map(made)
  for (const name of names) {
    if (!all.has(name.key) && mayBeNew(name, roomFor(board, voices, all))) all.set(name.key, newName(name))
  }
  return all
}

export interface MadeWith {
  readonly voices: { id: string; name: string }[]
  readonly entries: { id: string; name: string; axisId: string }[]
}

/** What these cards need of the new ones: nothing is made for a row that stays out. */
export const madeFor = (cards: readonly ImportedCard[], board: Board, made: NewNames): MadeWith => {
  const used = new Set(cards.flatMap(({ voiceId, zone }) => [...(voiceId === undefined ? [] : [voiceId]), ...zone]))
  const needed = [...made.values()].filter(({ id }) => used.has(id))
  return {
    voices: needed.flatMap(({ role, id, value }) => (role === 'voice' ? [{ id, name: value }] : [])),
    entries: needed.flatMap(({ role, id, value }) => {
      const axisId = board.axes[role === 'second' ? 1 : 0]?.id
      return role === 'voice' || axisId === undefined ? [] : [{ id, name: value, axisId }]
    }),
  }
}
