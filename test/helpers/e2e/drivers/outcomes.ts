import type { Page } from 'playwright-core'

/** Tasks and decisions. */
export const createOutcomes = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const drawer = page.getByRole('complementary')
  return {
    addTask: async (text: string, owner?: string) => {
      await main.getByRole('button', { name: 'Add a task' }).first().click()
      await drawer.getByLabel('What will be done').fill(text)
      if (owner !== undefined) await drawer.getByLabel('Who does it').selectOption(owner)
      await drawer.getByRole('button', { name: 'Add the task' }).click()
      await page.getByRole('complementary', { name: 'New task' }).waitFor({ state: 'detached' })
      await main.getByRole('button', { name: text }).waitFor()
    },
    recordDecision: async (wording: string, rationale: string) => {
      await main.getByRole('button', { name: 'Record a decision' }).first().click()
      await drawer.getByLabel('What was decided').fill(wording)
      await drawer.getByLabel('Why', { exact: true }).fill(rationale)
      await drawer.getByRole('button', { name: 'Record it' }).click()
      await main.getByRole('button', { name: wording }).waitFor()
    },
    openTask: (text: string) => main.getByRole('button', { name: text }).click(),
    setState: (state: string) =>
      drawer.getByRole('radiogroup', { name: 'State of the task' }).getByRole('radio', { name: state }).click(),
    taskIn: (column: string, text: string) =>
      main
        .getByRole('region', { name: new RegExp(`^${column}`) })
        .getByRole('button', { name: text })
        .waitFor(),
    hasDecision: (wording: string) => main.getByRole('heading', { level: 3, name: wording }).waitFor(),
    closeDrawer: () => drawer.getByRole('button', { name: 'Close' }).first().click(),
  }
}

export type Outcomes = ReturnType<typeof createOutcomes>
