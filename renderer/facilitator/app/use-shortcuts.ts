import { useEffect } from 'react'
import { useSettings } from '../../shared/replica/react'
import { runAction } from './actions'
import { cycleAreas } from './areas'
import { actionFor, fieldKeeps, isSingleKey } from './shortcuts'

const FIELD =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]'
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]'

const inField = (target: EventTarget | null): boolean => target instanceof Element && target.closest(FIELD) !== null
const hasOwnKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OWN_KEYS) !== null

/** A modal dialog hides the rest: its deeds must not happen behind it. */
const modalOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null

const handle = (event: KeyboardEvent, singleKeys: boolean, goToStep: (number: number) => void): void => {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key === 'F6') {
    event.preventDefault()
    cycleAreas(event.shiftKey ? -1 : 1)
    return
  }
  const single = isSingleKey(event)
  const quiet = single && (!singleKeys || inField(event.target) || hasOwnKeys(event.target))
  if (quiet || modalOpen()) return
  if (single && !event.shiftKey && /^[1-9]$/.test(event.key)) {
    goToStep(Number(event.key))
    return
  }
  const id = actionFor(event)
  if (id === null || (inField(event.target) && fieldKeeps(id))) return
  if (runAction(id)) event.preventDefault()
}

/** One listener for the whole page; areas only register their deeds. */
export const useShortcuts = (goToStep: (number: number) => void): void => {
  const singleKeys = useSettings()?.singleKeys ?? true
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => handle(event, singleKeys, goToStep)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [singleKeys, goToStep])
}
