import { keep, kept } from '../../shared/lib/storage'

/** How this phone wants to be read; kept for the next visit. */
export type Prefs = { readonly big: boolean; readonly contrast: boolean; readonly lang: string | null }

const KEY = 'polyphony.prefs'
export const PLAIN: Prefs = { big: false, contrast: false, lang: null }

export const readPrefs = (): Prefs => {
  try {
    return { ...PLAIN, ...(JSON.parse(kept(KEY) ?? '{}') as Partial<Prefs>) } // own writing
  } catch {
    return PLAIN
  }
}

/** The style sheet does the rest: the theme by `data-theme`, big text by `data-text`. */
export const applyPrefs = (prefs: Prefs): void => {
  const { dataset } = document.documentElement
  if (prefs.contrast) dataset['theme'] = 'contrast'
  else delete dataset['theme']
  if (prefs.big) dataset['text'] = 'big'
  else delete dataset['text']
}

export const keepPrefs = (prefs: Prefs): void => {
  keep(KEY, JSON.stringify(prefs))
  applyPrefs(prefs)
}
