import type { Page } from 'playwright-core'

/** The device that goes from hand to hand. Whoever holds it may have nothing but the keyboard. */
export const createTablet = (page: Page) => ({
  waits: () => page.getByRole('heading', { level: 1, name: 'Please pass it on.' }).waitFor(),
  shows: (heading: string | RegExp) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
  says: (words: string | RegExp) => page.getByText(words).first().waitFor(),
  /** All that can be read on the screen. */
  words: (): Promise<string> => page.locator('body').innerText(),
})

export type Tablet = ReturnType<typeof createTablet>
