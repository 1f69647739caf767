import { useEffect, useState } from 'react'

/** Milliseconds a page stands, when there are more: time to read four rows aloud. */
const PAGE_TIME = 15_000

/** Turns the pages by itself: nobody stands at the projector to do it. */
export const usePages = (pages: number): number => {
  const [page, setPage] = useState(0)
  useEffect(() => {
    if (pages < 2) return undefined
    const timer = setInterval(() => setPage((old) => old + 1), PAGE_TIME)
    return () => clearInterval(timer)
  }, [pages])
  return pages === 0 ? 0 : page % pages
}
