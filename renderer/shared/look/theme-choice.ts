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

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** All sizes are in rem: the root's grows with it. */
export const applyTextSize = (size: TextSize, root: HTMLElement): void => {
  if (size === 'normal') root.removeAttribute('data-text-size')
  else root.setAttribute('data-text-size', size)
}
