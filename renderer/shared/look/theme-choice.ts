import { THEME_NAMES } from '@core/charts/theme-colours'
import type { ThemeName } from '@core/charts/theme-colours'

/** `system` follows what the computer asks for. */
export type ThemeChoice = ThemeName | 'system'

export const THEME_CHOICES: readonly ThemeChoice[] = ['system', ...THEME_NAMES]

/** Puts a theme on the page at once; framework-free, so that all three pages use it. */
export const applyTheme = (choice: ThemeChoice, root: HTMLElement): void => {
  if (choice === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', choice)
}
