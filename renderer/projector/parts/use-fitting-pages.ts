import { useEffect, useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { usePages } from './use-pages'

type Span = { readonly from: number; readonly to: number }

/** Cuts a list where the next item would no longer be whole; an item taller than the room has a page of its own. */
export const pagesThatFit = (
  items: readonly { readonly top: number; readonly bottom: number }[],
  room: number,
): readonly Span[] => {
  const pages: Span[] = []
  let from = 0
  for (const [index, { bottom }] of items.entries()) {
    if (index === from || bottom - (items[from]?.top ?? 0) <= room) continue
    pages.push({ from, to: index })
    from = index
  }
  return from < items.length ? [...pages, { from, to: items.length }] : pages
}

/** Follows the size of the window: what fits is measured anew. */
const useSize = (): string => {
  const [size, setSize] = useState('')
  useEffect(() => {
    const look = (): void => setSize(`${window.innerWidth} ${window.innerHeight}`)
    look()
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return size
}

/**
 * Which items of a list are on this page, by their height and the room down to the foot of the picture: what a
 * language or a long name needs is measured, not guessed. `of` changes with what is listed. The list must be a direct
 * child of `place`; before it is measured all items are rendered.
 */
export const useFittingPages = (
  place: RefObject<HTMLElement | null>,
  count: number,
  of: string,
): Span & { readonly page: number; readonly pages: number } => {
  const key = `${of} ${useSize()}`
  const [plan, setPlan] = useState<{ readonly key: string; readonly spans: readonly Span[] }>({ key: '', spans: [] })
  const measured = plan.key === key
  useLayoutEffect(() => {
    const list = place.current?.firstElementChild
    const picture = place.current?.closest('main')
    if (measured || !list || !picture) return
    const items = [...list.children].map((item) => item.getBoundingClientRect())
    const top = items[0]?.top ?? 0
    // oxlint-disable-next-line react/set-state-in-effect -- measured before the picture is painted, once per key
    setPlan({ key, spans: pagesThatFit(items, picture.getBoundingClientRect().bottom - top) })
  }, [key, measured, place])
  const page = usePages(measured ? plan.spans.length : 0)
  const span = measured ? plan.spans[page] : undefined
  return { ...(span ?? { from: 0, to: count }), page, pages: measured ? plan.spans.length : 1 }
}
