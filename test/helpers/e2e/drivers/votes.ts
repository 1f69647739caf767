import type { Locator, Page } from 'playwright-core'

/** Preparing, watching and closing a vote, and its result. */
export const createVotes = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  return {
    ask: async (question: string) => {
      await main.getByLabel('Question', { exact: true }).fill(question)
      await main.getByLabel('Question', { exact: true }).press('Tab')
      await page.getByRole('heading', { level: 1, name: question }).waitFor()
    },
    hasTopics: (count: number) => main.getByText(`${count} topics on the ballot.`).waitFor(),
    /** Takes the first so many cards and groups of the boards as topics. */
    takeFirst: async (count: number) => {
      await main.getByRole('button', { name: 'From the boards' }).click()
      const dialog = page.getByRole('dialog', { name: 'Topics from the boards' })
      for (let at = 0; at < count; at += 1) await dialog.getByRole('checkbox').nth(at).check()
      await dialog.getByRole('button', { name: `Add ${count} topic${count === 1 ? '' : 's'}` }).click()
    },
    open: async () => {
      await main.getByRole('button', { name: 'Open the vote' }).click()
      await main.getByText('Results stay closed until you close the vote.').waitFor()
    },
    turnout: (cast: number) =>
      main
        .locator('.turnout-figure')
        .filter({ hasText: new RegExp(`^${cast} of `) })
        .waitFor(),
    close: async () => {
      await main.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Close now' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Close and count' }).click()
      await main.getByRole('heading', { name: 'Ranking' }).waitFor()
    },
    /** The cells of a topic's row in the ranking: everyone, then each shown voice. */
    row: (topic: string): Locator =>
      main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: topic }) }),
    ranking: (): Locator => main.locator('table.rank-table'),
    show: () => main.getByRole('button', { name: 'Show on the projector' }).click(),
    asTable: () => main.getByRole('button', { name: 'As a table' }).click(),
    says: (words: string | RegExp) => main.getByText(words).first().waitFor(),
  }
}

export type Votes = ReturnType<typeof createVotes>
