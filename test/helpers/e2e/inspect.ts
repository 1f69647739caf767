import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const COLOURS = ['color-contrast', 'link-in-text-block']

/** Without an account of everything that is in order: on a full board that takes three quarters of the time. */
const ONLY_FINDINGS = { resultTypes: ['violations' as const], preload: false }

export type Scheme = 'light' | 'dark'

/** What the rules of WCAG find on the screen as it is now, one line for each thing. */
const findings = async (page: Page, scheme: Scheme): Promise<readonly string[]> => {
  // One page only: the newer way opens a second one to put results together. The preview is a page of its own.
  const builder = new AxeBuilder({ page }).options(ONLY_FINDINGS).exclude('iframe').setLegacyMode(true)
  // Only the colours are others in the dark.
  const { violations } = await (scheme === 'dark' ? builder.withRules(COLOURS) : builder.withTags(RULES)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').at(-1)?.trim() ?? ''}`),
  )
}

/** Looks at a screen in light and in dark; `where` names it in the message. */
export const inspect = async (page: Page, where: string, schemes: readonly Scheme[] = ['light', 'dark']) => {
  const found: string[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await findings(page, colorScheme)).map((finding) => `${where}, ${colorScheme}: ${finding}`))
  }
  // Soft: the flow goes on to the screens after this one.
  expect.soft(found).toEqual([])
}

/** Words that do not fit: cut off without an ellipsis, or beyond the edge of a page that does not scroll. */
export const clipped = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const hasWords = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const isHidden = (element: Element): boolean =>
      element.closest('.visually-hidden, [hidden], [aria-hidden=true]') !== null || element.clientWidth <= 1
    const isCut = (element: Element): boolean => {
      const style = getComputedStyle(element)
      const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip'
      return cuts && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
    }
    const words = [...document.querySelectorAll('body *')].filter(
      (one) => hasWords(one) && !isHidden(one) && isCut(one),
    )
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? [document.documentElement] : []
    return [...wide, ...words].map((one) => `${one.className}: ${(one.textContent ?? '').slice(0, 60)}`)
  })

/** Controls and headings of which a part lies where nobody can scroll to: beyond what cuts off without scrolling. */
export const unreachable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ROOM = 2 // px: borders and rounded figures
    const isShown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect()
      const hidden = element.closest('.visually-hidden, [hidden], [aria-hidden=true], [inert]') !== null
      return width > 1 && height > 1 && !hidden && getComputedStyle(element).visibility === 'visible'
    }
    const isCut = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, position } = getComputedStyle(around)
        if (overflowX === 'auto' || overflowX === 'scroll') return false
        const edge = around.getBoundingClientRect()
        const cuts = overflowX === 'hidden' || overflowX === 'clip'
        if (cuts && (box.right > edge.right + ROOM || box.left < edge.left - ROOM)) return true
        if (position === 'fixed') break
      }
      return box.right > innerWidth + ROOM || box.left < -ROOM
    }
    return [...document.querySelectorAll('button, a[href], input, select, textarea, h1, h2')]
      .filter((one) => isShown(one) && isCut(one))
      .map((one) => `${one.className}: ${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 60)}`)
  })
