import { ACTIONS } from '@core/actions/catalog'
import type { ActionId } from '@core/actions/catalog'

/** What a key event tells; only these fields, so that tests need no browser. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

type Combo = { readonly key: string; readonly mod: boolean; readonly shift: boolean }

const comboOf = (keys: string): Combo => {
  const parts = keys.split('+')
  return { key: parts.at(-1) ?? '', mod: parts.includes('Mod'), shift: parts.includes('Shift') }
}

/** `?` and other signs need Shift on some keyboards and not on others: for them it does not matter. */
const isLetter = (key: string): boolean => /^[a-z]$/i.test(key)

const matches = (combo: Combo, press: KeyPress, mac: boolean): boolean => {
  const mod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  if (press.altKey || otherMod || mod !== combo.mod) return false
  if (press.key.toLowerCase() !== combo.key.toLowerCase()) return false
  return press.shiftKey === combo.shift || (!isLetter(combo.key) && combo.key.length === 1)
}

export const actionFor = (press: KeyPress, mac: boolean = IS_MAC): ActionId | null =>
  ACTIONS.find(({ keys }) => keys !== undefined && matches(comboOf(keys), press, mac))?.id ?? null

/** One key without Ctrl or Cmd: acts only with focus on the board or on no field, and can be switched off. */
export const isSingleKey = (press: KeyPress): boolean => !press.ctrlKey && !press.metaKey && !press.altKey

/** Deeds that a text field has itself; there the field keeps them. */
const FIELD_KEYS = new Set<ActionId>(['edit.undo', 'edit.redo', 'session.nextStep', 'vote.open', 'board.chooseZone'])
export const fieldKeeps = (id: ActionId): boolean => FIELD_KEYS.has(id)

const SIGNS: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓' }

/** `t` gives the words on the keys; letters and arrows have none. */
export const keyCaps = (keys: string, word: (key: string) => string, mac: boolean = IS_MAC): readonly string[] =>
  keys.split('+').map((key) => {
    if (key === 'Mod') return word(mac ? 'cmd' : 'ctrl')
    if (key === 'Shift' || key === 'Enter' || key === 'Delete') return word(key.toLowerCase())
    return SIGNS[key] ?? key
  })
