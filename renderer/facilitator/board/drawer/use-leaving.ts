import { useEffect, useEffectEvent } from 'react'

/** Calls back once when the component goes away: what was typed is kept, whatever closed the drawer. */
export const useLeaving = (leave: () => void): void => {
  const onLeave = useEffectEvent(leave)
  useEffect(() => () => onLeave(), [])
}
