import type { Page } from 'playwright-core'
import { readQr } from '../qr'

/** Letting phones in. */
export const createRoom = (page: Page) => {
  const button = page.getByRole('button', { name: /^Room (closed|open|locked)/ })
  const panel = page.getByRole('complementary', { name: /^(Open the room|The room is open)$/ })
  const showPanel = async (): Promise<void> => {
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
    await panel.waitFor()
  }
  const closePanel = (): Promise<void> => panel.getByRole('button', { name: 'Close', exact: true }).click()
  const qr = (): Promise<string> => readQr(panel.getByRole('img', { name: 'QR code to join', exact: true }))
  return {
    qr,
    /** Opens the room and leaves the panel open. Answers what a phone's camera reads from the code. */
    open: async (): Promise<string> => {
      await showPanel()
      await panel.getByRole('button', { name: 'Open the room' }).click()
      return qr()
    },
    showPanel,
    closePanel,
    /** What stands on the panel for those who type. */
    typed: async (): Promise<{ readonly address: string; readonly code: string }> => ({
      address: await panel.locator('.room-typed').innerText(),
      code: await panel.locator('.room-code').innerText(),
    }),
    /** What a phone's camera reads from the code of a parallel group. */
    groupQr: (name: string): Promise<string> => readQr(panel.getByRole('img', { name: `QR code to join ${name}` })),
    /** Gives another computer a way in. Answers the address it is to open, once. */
    grant: async (what: 'Another screen' | 'Hand the board over'): Promise<string> => {
      await panel.getByRole('button', { name: what, exact: true }).click()
      const address = panel.locator('.grant').last().locator('.grant-url')
      await address.waitFor()
      return address.innerText()
    },
    endGrants: async () => {
      const end = panel.getByRole('button', { name: 'End it' })
      // The panel asks for the list when it opens.
      await end.first().waitFor()
      while ((await end.count()) > 0) {
        const before = await end.count()
        await end.first().click()
        await panel
          .locator('.grant')
          .nth(before - 1)
          .waitFor({ state: 'detached' })
      }
    },
    hasPhones: (count: number) =>
      page.getByRole('button', { name: new RegExp(`^Room open · ${count} phone`) }).waitFor(),
    close: async () => {
      await showPanel()
      await panel.getByRole('button', { name: 'Close the room' }).click()
      const sure = panel.getByRole('button', { name: 'Close it now' })
      await sure
        .or(page.getByRole('button', { name: 'Room closed' }))
        .first()
        .waitFor()
      if (await sure.isVisible()) await sure.click()
      await page.getByRole('button', { name: 'Room closed' }).waitFor()
    },
    /** No more phones than this; null: as many as the laptop can serve. */
    cap: async (most: number | null) => {
      const field = panel.getByLabel('Most phones at once')
      await field.fill(most === null ? '' : String(most))
      await field.press('Tab')
    },
    /** The first phone of a voice. */
    sendAway: async (voice: string) => {
      await panel.getByRole('button', { name: 'Show the list' }).click()
      const row = panel.getByRole('listitem').filter({ hasText: voice }).first()
      await row.getByRole('button', { name: /^Send away/ }).click()
      await row.getByRole('button', { name: /^Yes, send it away/ }).click()
    },
    lock: () => panel.getByRole('button', { name: 'Lock the door' }).click(),
    unlock: () => panel.getByRole('button', { name: 'Unlock the door' }).click(),
    /** Begins the test with one phone. Answers the address that the phone is to open. */
    test: async (): Promise<string> => {
      await panel.getByRole('button', { name: /^(Test with one phone|Again)$/ }).click()
      return readQr(panel.getByRole('img', { name: 'QR code for the test' }))
    },
    testSays: (words: string) => panel.getByText(words).waitFor({ timeout: 30_000 }),
  }
}

export type Room = ReturnType<typeof createRoom>
