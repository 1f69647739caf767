/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../model/words'

/** Seconds without a touch or a key before it asks, and before it clears. */
const ASK_AFTER = 90
const CLEAR_AFTER = 20

/** Somebody who laid the tablet down leaves nothing on it: it asks first, and any touch is an answer. */
export const Idle = ({ words: { t }, onEnd }: { readonly words: Words; readonly onEnd: () => void }) => {
  const [still, setStill] = useState(0)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const here = (): void => setStill(0)
    const timer = setInterval(() => setStill((seconds) => seconds + 1), 1_000)
    const deeds = ['pointerdown', 'keydown', 'input'] as const
    for (const deed of deeds) document.addEventListener(deed, here)
    return () => {
      clearInterval(timer)
      for (const deed of deeds) document.removeEventListener(deed, here)
    }
  }, [])
  const left = ASK_AFTER + CLEAR_AFTER - still
  const asks = still >= ASK_AFTER
  useEffect(() => {
    if (asks) stay.current?.focus()
  }, [asks])
  useEffect(() => {
    if (left <= 0) onEnd()
  }, [left, onEnd])
  if (!asks) return null
  return (
    <div class="idle" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text">
      <div class="idle-sheet">
        <h2 id="idle-title">{t('tablet:still')}</h2>
        <p id="idle-text">{t('tablet:stillText', { count: Math.max(0, left) })}</p>
        <button ref={stay} type="button" class="deed deed-first" onClick={() => setStill(0)}>
          {t('tablet:stay')}
        </button>
      </div>
    </div>
  )
}
