import { useSyncExternalStore } from 'react'

/** Below this the map cannot be read: the outline takes its place (400 % zoom on a laptop), px. */
const NARROW = '(max-width: 640px)'

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
