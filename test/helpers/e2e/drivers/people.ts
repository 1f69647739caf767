import type { Page } from 'playwright-core'

/** Voices and people: who is here, and who would rather not be on paper any more. */
export const createPeople = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const panel = page.getByRole('complementary', { name: 'Write down for somebody' })
  return {
    present: async (voice: string, count: number) => {
      const field = main.getByRole('spinbutton', { name: `Here today: ${voice}`, exact: true })
      await field.fill(String(count))
      await field.press('Tab')
    },
    add: async (alias: string, voice?: string) => {
      await main.getByPlaceholder('Name they want to be called by').fill(alias)
      await main.getByRole('button', { name: 'Add a person' }).click()
      await main.getByRole('button', { name: `Remove ${alias}` }).waitFor()
      if (voice !== undefined) await main.getByLabel(`Voice of ${alias}`).selectOption(voice)
    },
    /** Somebody speaks, the facilitator types. */
    writeDown: async (text: string, given: { readonly person?: string; readonly quote?: string } = {}) => {
      if (!(await panel.isVisible())) {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox', { name: 'What do you want to do or find?' }).fill('Write down for somebody')
        await page.getByRole('option', { selected: true, name: 'Write down for somebody' }).click()
      }
      await panel.getByLabel('What they said').fill(text)
      if (given.person !== undefined) await panel.getByLabel('Person, if they want').selectOption(given.person)
      if (given.quote !== undefined) await panel.getByLabel('May it be quoted?').selectOption(given.quote)
      await panel.getByRole('button', { name: 'Keep it' }).click()
      await panel.getByText('Kept. The next one?').waitFor()
    },
    doneWriting: () => panel.getByRole('button', { name: 'Close' }).click(),
    /** Opens the dialog that says what will go. */
    withdraw: async (alias: string) => {
      await main.getByRole('button', { name: `${alias} withdraws: erase their words` }).click()
      await page.getByRole('dialog', { name: `${alias} withdraws` }).waitFor()
    },
  }
}

export type People = ReturnType<typeof createPeople>
