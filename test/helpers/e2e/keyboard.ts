import type { Locator, Page } from 'playwright-core'

/** More stops than any page has: beyond it the thing cannot be reached. */
const MOST_STOPS = 150

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement)

/** Somebody without a mouse: every deed begins at what has the focus. */
export const createKeyboard = (page: Page) => {
  const press = (keys: string): Promise<void> => page.keyboard.press(keys)
  /** Walks on with Tab until it is there; fails when Tab never comes by. */
  const tabTo = async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return
      await press('Tab')
    }
    throw new Error(`Tab does not reach ${String(target)}`)
  }
  return {
    press,
    type: (text: string) => page.keyboard.type(text),
    tabTo,
    /** Walks there and presses Enter. */
    take: async (target: Locator): Promise<void> => {
      await tabTo(target)
      await press('Enter')
    },
    /** Waits until the focus has come here by itself. */
    isOn: async (target: Locator): Promise<void> => {
      await target.and(page.locator(':focus')).waitFor()
    },
  }
}
