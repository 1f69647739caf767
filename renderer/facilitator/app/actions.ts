import { ACTIONS } from '@core/actions/catalog'
import type { ActionEntry, ActionId } from '@core/actions/catalog'
import { createStore } from './store'

export type ActionHandler = { readonly enabled: () => boolean; readonly run: () => void | Promise<void> }
export type ActionHandlers = Partial<Record<ActionId, ActionHandler>>

/** Areas on top of each other: the one mounted last answers first. */
const layers = createStore<readonly ActionHandlers[]>([])

/** Gives an area's deeds while it is mounted; call the result when it goes. */
export const registerActions = (handlers: ActionHandlers): (() => void) => {
  layers.set([...layers.get(), handlers])
  return () => layers.set(layers.get().filter((layer) => layer !== handlers))
}

const handlerOf = (id: ActionId): ActionHandler | undefined =>
  layers.get().findLast((layer) => layer[id] !== undefined)?.[id]

export const actionEntry = (id: ActionId): ActionEntry | undefined => ACTIONS.find((entry) => entry.id === id)

export const isActionId = (id: string): id is ActionId => ACTIONS.some((entry) => entry.id === id)

/** What a helper on another computer has no right to: it is left out there instead of refused. */
const FACILITATORS: ReadonlySet<ActionId> = new Set([
  'file.new',
  'file.open',
  'file.next',
  'file.keepTemplate',
  'file.report',
  'file.saveElsewhere',
  'file.leave',
  'go.report',
  'session.finish',
  'session.merge',
  'vote.open',
  'vote.close',
  'room.toggle',
  'room.panel',
  'room.test',
  'room.tablet',
  'projector.open',
  'view.theme',
  'view.settings',
] satisfies ActionId[])
const helper = createStore(false)

/** Said once the host has said whose page this is. */
export const setHelper = (isHelper: boolean): void => helper.set(isHelper)

const isAllowed = (id: ActionId): boolean => !(helper.get() && FACILITATORS.has(id))

export const canRun = (id: ActionId): boolean => isAllowed(id) && (handlerOf(id)?.enabled() ?? false)

/** False when nothing here can do it now. Failures are shown by the deed itself. */
export const runAction = (id: ActionId): boolean => {
  const handler = handlerOf(id)
  if (handler === undefined || !isAllowed(id) || !handler.enabled()) return false
  void handler.run()
  return true
}
