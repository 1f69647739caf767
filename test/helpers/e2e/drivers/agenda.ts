import type { Locator, Page } from 'playwright-core'

/** The way through a session: from each step to the next by its button. */
export const createAgenda = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const list = page.getByRole('list', { name: 'Agenda' })
  const running = (name: string): Locator => list.locator('[aria-current=step]').filter({ hasText: name })
  const isOn = (name: string): Promise<void> => running(name).first().waitFor()
  return {
    isOn,
    /** The first step, from the prepared session. */
    begin: async (name: string) => {
      await page.getByRole('button', { name: 'Start the session' }).click()
      await isOn(name)
    },
    next: async (name: string) => {
      await main.getByRole('button', { name: `Next: ${name}` }).click()
      await isOn(name)
    },
    part: () => main.getByRole('button', { name: 'Next: the groups part' }).click(),
    together: async (name: string) => {
      await main.getByRole('button', { name: `Together again: ${name}` }).click()
      await isOn(name)
    },
    /** To the step that another group is at. */
    watchGroup: (name: string) =>
      page
        .getByRole('group', { name: 'Groups' })
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click(),
    finish: async () => {
      await main.getByRole('button', { name: 'Finish the session' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Finish the session' }).click()
      await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
    },
    reveal: (count: number) =>
      main.getByRole('button', { name: `Reveal ${count} hidden card${count === 1 ? '' : 's'}` }).click(),
    areDone: (count: number) =>
      main
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${count} `) })
        .first()
        .waitFor(),
  }
}

export type Agenda = ReturnType<typeof createAgenda>
