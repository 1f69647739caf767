import type { Page } from 'playwright-core'

/** What stands on a slip: the place of its voice among the boxes (0: none ticked), and a figure for each line. */
export type Slip = { readonly number: number; readonly voice: number; readonly marks: readonly number[] }

/** Printing slips and typing them in, with the keyboard alone as people with a pile of paper do. */
export const createPaper = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const number = main.getByLabel('Slip number, or the code under it')
  const { keyboard } = page
  const mode = (name: string): Promise<void> => main.getByRole('radio', { name, exact: true }).check({ force: true })
  return {
    /** Saves the sheet as a file, which takes up the numbers as printing does. Answers the first of them. */
    print: async (count: number): Promise<number> => {
      await main.getByRole('button', { name: 'Print slips' }).click()
      const dialog = page.getByRole('dialog', { name: 'Print slips' })
      await dialog.getByLabel('English').fill(String(count))
      await dialog.getByRole('button', { name: 'Save as a file' }).click()
      const file = await dialog.locator('.report-done').innerText()
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await dialog.waitFor({ state: 'detached' })
      return Number(/slips-0*(\d+)-/.exec(file)?.[1])
    },
    toEntry: async () => {
      await main.getByRole('button', { name: 'Type in slips' }).first().click()
      await number.waitFor()
    },
    /** The same from the screen of counting. */
    toEntryWhenShut: async () => {
      await main.getByRole('button', { name: 'Type in, or check a second time' }).click()
      await number.waitFor()
    },
    toVote: () => main.getByRole('button', { name: 'To the vote' }).click(),
    second: () => mode('Second typing'),
    compare: () => mode('Compare'),
    log: () => mode('Log'),
    /** Types a slip from its number to the last Enter; the cursor is back at the number when it is in. */
    type: async ({ number: slip, voice, marks }: Slip) => {
      await number.and(page.locator(':focus')).waitFor()
      await keyboard.type(String(slip))
      await keyboard.press('Enter')
      await keyboard.type(String(voice))
      for (const mark of marks) await keyboard.type(String(mark))
      await keyboard.press('Enter')
      await main.getByText(new RegExp(`^Slip 0*${slip} is in`)).waitFor()
    },
    /** Types a slip so far; what is left of its lines stays open. */
    begin: async ({ number: slip, voice, marks }: Slip) => {
      await number.and(page.locator(':focus')).waitFor()
      await keyboard.type(String(slip))
      await keyboard.press('Enter')
      for (const figure of [voice, ...marks]) await keyboard.type(String(figure))
    },
    /** Types only a number, and is told why not. */
    refuses: async (typed: string, words: string | RegExp) => {
      await number.fill(typed)
      await number.press('Enter')
      await main.getByText(words).first().waitFor()
      await number.fill('')
    },
    takeFirst: (slip: number) =>
      main
        .getByRole('region', { name: new RegExp(`^Slip 0*${slip}$`) })
        .getByRole('button', { name: /The first is right/ })
        .click(),
    says: (words: string | RegExp) => main.getByText(words).first().waitFor(),
  }
}

export type Paper = ReturnType<typeof createPaper>
