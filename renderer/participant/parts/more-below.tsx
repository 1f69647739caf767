/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../context'
import { Icon } from './icon'

/** px. It grows by a line while a vote is closing. */
const footHeight = (): number => document.querySelector<HTMLElement>('.foot')?.offsetHeight ?? 0

/** How many rows of the screen are still hidden under the foot; says so in words, for those who read big. */
export const MoreBelow = () => {
  const t = useWords()
  const [hidden, setHidden] = useState(0)
  const [above, setAbove] = useState(0)
  useEffect(() => {
    const rows = [...document.querySelectorAll('main [data-row]')]
    if (typeof IntersectionObserver === 'undefined' || rows.length === 0) return undefined
    const below = new Set<Element>()
    const foot = footHeight()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          if (!isIntersecting && boundingClientRect.top > 0) below.add(target)
          else below.delete(target)
        }
        setHidden(below.size)
        setAbove(footHeight())
      },
      { rootMargin: `0px 0px -${foot}px 0px` },
    )
    for (const row of rows) observer.observe(row)
    return () => observer.disconnect()
  }, [])
  return hidden === 0 ? null : (
    <p class="more-below" aria-hidden="true" style={{ bottom: `${above}px` }}>
      <Icon name="down" /> {t('more', { count: hidden })}
    </p>
  )
}
