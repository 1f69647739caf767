import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { ordersAfter } from '../change/order'
import type { Board } from '../model/board'
import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import type { ProjectState } from '../model/work'
import { endOfZone } from './places'

/** The state that a place on a board stands for: that of the first of its entries that names one. */
export const stateOfZone = (board: Board | undefined, zone: readonly string[]): ProjectState | undefined => {
  for (const [index, axis] of (board?.axes ?? []).entries()) {
    const state = axis.entries.find((entry) => entry.id === zone[index])?.projectState
    if (state !== undefined) return state
  }
  return undefined
}

/**
 * A project follows its card: these cards were put into `zone` of `board`, and where that place stands for a state,
 * their projects get it. Answers `changes` with those of the projects in them; never touches a card.
 */
export const withProjectStates = (
  view: DocumentView,
  cards: readonly Card[],
  board: Board,
  zone: readonly string[],
  changes: readonly (FieldChange | null)[],
): (FieldChange | null)[] => {
  const state = stateOfZone(board, zone)
  const ids = new Set(state === undefined ? [] : cards.flatMap((card) => card.projectId ?? []))
  const followed = [...ids].flatMap((id) => {
    const project = view.project.get(id)
    return (project && patch<'project'>(project, { state })) ?? []
  })
  // A project that also loses its origin is still one change.
  const merged = changes.map((change) => {
    const own = change && followed.find(({ id }) => id === change.id)
    return own ? { ...change, from: { ...change.from, ...own.from }, to: { ...change.to, ...own.to } } : change
  })
  return [...merged, ...followed.filter(({ id }) => !changes.some((change) => change?.id === id))]
}

/**
 * A card follows its project to the place that stands for the new state, at the end of it. A card in a cluster stays:
 * the cluster is the group's work. `more` are cards that are only becoming the project's.
 */
export const cardsFollowProject = (
  view: DocumentView,
  projectId: string,
  state: ProjectState,
  more: readonly Card[] = [],
): ReadonlyMap<string, Pick<Card, 'zone' | 'order'>> => {
  const places = new Map<string, Pick<Card, 'zone' | 'order'>>()
  const lasts = new Map<string, string>()
  const own = [...view.card.values()].filter((card) => card.projectId === projectId)
  for (const card of [...own, ...more]) {
    const board = view.board.get(card.boardId)
    const zone = board && card.clusterId === undefined ? zoneOfState(board, card, state) : null
    if (!board || !zone) continue
    const key = `${board.id} ${zone.join(' ')}`
    const order = ordersAfter(lasts.get(key) ?? endOfZone(view, board.id, zone), 1)[0] ?? card.order
    lasts.set(key, order)
    places.set(card.id, { zone, order })
  }
  return places
}

/** Null where the board knows no such state, or the card is there already. */
const zoneOfState = (board: Board, card: Card, state: ProjectState): string[] | null => {
  if (stateOfZone(board, card.zone) === state) return null
  const axisIndex = board.axes.findIndex((axis) => axis.entries.some((entry) => entry.projectState !== undefined))
  const entry = board.axes[axisIndex]?.entries.find((one) => one.projectState === state)
  return entry ? card.zone.map((id, index) => (index === axisIndex ? entry.id : id)) : null
}
