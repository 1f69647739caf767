import { useEffect, useState } from 'react'
import type { SearchHit } from '@core/protocol/views'
import { useRequest, useSession } from '../../shared/replica/react'

/** Asks the host after a short pause in typing; an answer to an older question is dropped. */
const PAUSE_MS = 120
const LEAST = 2
const NONE: readonly SearchHit[] = []

/** What the open session has to these words, best first; empty without a session or while too little is typed. */
export const useSearchHits = (search: string): readonly SearchHit[] => {
  const request = useRequest()
  const open = useSession() !== undefined
  const [hits, setHits] = useState<readonly SearchHit[]>(NONE)
  const text = search.trim()
  const asks = open && text.length >= LEAST
  useEffect(() => {
    if (!asks) return undefined
    let stale = false
    const timer = setTimeout(() => {
      void request('session.search', { text }).then((result) => {
        if (!stale && result.ok) setHits(result.value)
      })
    }, PAUSE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [asks, request, text])
  return asks ? hits : NONE
}
