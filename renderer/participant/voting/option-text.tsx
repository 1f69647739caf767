/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VoteOption } from '@core/model/vote'
import { usePage } from '../context'
import { pictureOf } from '../model/pictures'

/** What is voted on: the facilitator's picture, where there is one, and the words. */
export const OptionText = ({ option, id }: { readonly option: VoteOption; readonly id?: string }) => (
  <span class="option-name">
    {option.imageId === undefined ? null : <Picture key={option.imageId} id={option.imageId} />}
    <span class="option-text" dir="auto" id={id}>
      {option.text}
    </span>
  </span>
)

/** Fetched when it comes into sight; where it cannot be had the words stand alone. Silent: the words say the same. */
const Picture = ({ id }: { readonly id: string }) => {
  const { phone } = usePage()
  const [source, setSource] = useState<string | null | undefined>(undefined)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let gone = false
    const fetchIt = (): void => void pictureOf(phone, id).then((found) => gone || setSource(found))
    const observer =
      typeof IntersectionObserver === 'undefined'
        ? null
        : new IntersectionObserver((entries) => {
            if (!entries.some((entry) => entry.isIntersecting)) return
            observer?.disconnect()
            fetchIt()
          })
    if (observer && place.current) observer.observe(place.current)
    else fetchIt()
    return () => {
      gone = true
      observer?.disconnect()
    }
  }, [phone, id])
  if (source === null) return null
  return (
    <span ref={place} class="option-picture" data-waiting={source === undefined ? '' : undefined}>
      {source === undefined ? null : <img src={source} alt="" decoding="async" onError={() => setSource(null)} />}
    </span>
  )
}
