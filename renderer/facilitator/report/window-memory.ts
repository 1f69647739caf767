import { useState } from 'react'
import { useClient } from '../../shared/replica/react'

/** Something by name, kept while the window is open; the file says nothing of it. */
export const createMemory = <T>() => {
  const kept = new WeakMap<object, Map<string, T>>()
  /** Of this window; it ends with its connection. */
  return (): Map<string, T> => {
    const client = useClient()
    const [mine] = useState(() => {
      const found = kept.get(client) ?? new Map<string, T>()
      kept.set(client, found)
      return found
    })
    return mine
  }
}
