import { useEffect, useRef } from 'react'
import type { ActionId } from '@core/actions/catalog'
import { registerActions } from './actions'
import type { ActionHandlers } from './actions'

/** Registers while mounted and always runs the newest closures; the set of ids must not change. */
export const useActions = (handlers: ActionHandlers): void => {
  const newest = useRef(handlers)
  useEffect(() => {
    newest.current = handlers
  })
  const ids = Object.keys(handlers).join(' ')
  useEffect(() => {
    const stable = Object.fromEntries(
      ids.split(' ').map((key) => {
        const id = key as ActionId // keys of ActionHandlers
        return [
          id,
          { enabled: () => newest.current[id]?.enabled() ?? false, run: () => newest.current[id]?.run() },
        ] as const
      }),
    )
    return registerActions(stable)
  }, [ids])
}
