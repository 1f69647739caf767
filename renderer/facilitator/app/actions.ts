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

export const canRun = (id: ActionId): boolean => handlerOf(id)?.enabled() ?? false

/** False when nothing here can do it now. Failures are shown by the deed itself. */
export const runAction = (id: ActionId): boolean => {
  const handler = handlerOf(id)
  if (handler === undefined || !handler.enabled()) return false
  void handler.run()
  return true
}
