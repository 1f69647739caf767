import { ACTIONS } from '@core/actions/catalog'
import type { ActionEntry, ActionId } from '@core/actions/catalog'
import { createStore, useStore } from './store'

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

type ActionView = {
  readonly available: boolean
  readonly enabled: boolean
  readonly keys: string | undefined
  readonly run: () => void
}

/** For a button of the same deed. `enabled` is asked at each render of the caller. */
export const useAction = (id: ActionId): ActionView => {
  useStore(layers)
  const handler = handlerOf(id)
  return {
    available: handler !== undefined,
    enabled: handler?.enabled() ?? false,
    keys: actionEntry(id)?.keys,
    run: () => void runAction(id),
  }
}
