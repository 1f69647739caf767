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
    /** A topic in words of one's own. */
    write: async (topic: string) => {
      await main.getByPlaceholder('Write a topic').fill(topic)
      await main.getByRole('button', { name: 'Add', exact: true }).click()
      await main
        .getByRole('textbox', { name: /^Topic \d+/ })
        .last()
        .waitFor()
    },
    hasTopics: (count: number) => main.getByText(`${count} topics on the ballot.`).waitFor(),
    /** Takes the first so many cards and groups of the boards as topics. */
    takeFirst: async (count: number) => {
      await main.getByRole('button', { name: 'From the boards' }).click()
      const dialog = page.getByRole('dialog', { name: 'Topics from boards and decisions' })
      for (let at = 0; at < count; at += 1) await dialog.getByRole('checkbox').nth(at).check()
      await dialog.getByRole('button', { name: `Add ${count} topic${count === 1 ? '' : 's'}` }).click()
    },
    open: async (button = 'Open the vote') => {
      await main.getByRole('button', { name: button }).click()
      await main.getByText('Results stay closed until you close the vote.').waitFor()
    },
    way: async (name: string, on: boolean) => {
      await main.getByRole('group', { name: 'How ballots come in' }).getByRole('checkbox', { name }).setChecked(on)
    },
    method: (name: string) => main.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true }),
    admit: (whom: string) => main.getByRole('radio', { name: new RegExp(`^${whom}`) }).check({ force: true }),
    /** No more from phones and tablet; the slips are typed in now. */
    startCounting: async () => {
      await main.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Shut phones and tablet now' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Shut it' }).click()
      await main
        .getByText(/^Phones and tablet are shut\./)
        .first()
        .waitFor()
    },
    /** After the slips were typed in. */
    finishCounting: () => main.getByRole('button', { name: 'Close and show the result' }).click(),
    nextRound: async () => {
      await main.getByRole('button', { name: 'New round' }).click()
      await main
        .getByText(/^Round 2/)
        .first()
        .waitFor()
    },
    /** Counts raised hands: `voice, answer or topic` as the field is named, and how many. */
    raise: async (counts: readonly (readonly [name: RegExp, hands: number])[]) => {
      await main.getByRole('button', { name: 'Count hands' }).click()
      const dialog = page.getByRole('dialog', { name: 'Count hands' })
      for (const [name, hands] of counts) await dialog.getByRole('spinbutton', { name }).fill(String(hands))
      await dialog.getByText(`${counts.reduce((sum, [, hands]) => sum + hands, 0)} people vote by hand.`).waitFor()
      await dialog.getByRole('button', { name: 'Done' }).click()
    },
    turnout: (cast: number) =>
      main
        .locator('.turnout-figure')
        .filter({ hasText: new RegExp(`^${cast} of `) })
        .waitFor(),
    /** At once; where slips or hands may still be counted, the phones are shut first. */
    close: async () => {
      await main.getByRole('button', { name: 'More', exact: true }).click()
      const now = page.getByRole('menuitem', { name: 'Close now' })
      const shut = page.getByRole('menuitem', { name: 'Shut phones and tablet now' })
      await now.or(shut).waitFor()
      const isShutFirst = await shut.isVisible()
      await (isShutFirst ? shut : now).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: isShutFirst ? 'Shut it' : 'Close and count' }).click()
      if (isShutFirst) await main.getByRole('button', { name: 'Close and show the result' }).click()
      await main.getByRole('button', { name: 'Show on the projector' }).waitFor()
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
