import type { Locator, Page } from 'playwright-core'

/** What is around every place of a session: agenda, collections, undo, what is saved, the palette. */
export const createShell = (page: Page) => {
  const collections = page.getByRole('list', { name: 'Collections' })
  const agenda = page.getByRole('list', { name: 'Agenda' })
  const top = page.getByRole('banner', { name: 'Session, time and room' })
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
  return {
    heading,
    go: async (collection: string) => {
      const row = collections.getByRole('button', { name: new RegExp(`^${collection}`) })
      // What is empty and not planned for waits under a fold.
      if ((await row.count()) === 0) await collections.getByRole('button', { name: 'More', exact: true }).click()
      await row.click()
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    openBoard: async (name: string) => {
      await collections.getByRole('button', { name: /^Boards/ }).click()
      await page.getByRole('button', { name: `Open ${name}` }).click()
      await heading(name).waitFor()
    },
    /** To what came from phones and was not looked at yet. */
    waiting: async () => {
      await collections.getByRole('button', { name: /things? waits?$/ }).click()
      await heading('Waiting for you').waitFor()
    },
    goToStep: (name: string) => agenda.getByRole('button', { name: new RegExp(`^(\\d+ )?${name}`) }).click(),
    /** Runs a step of the agenda, again if it was done before. */
    startStep: async (name: string) => {
      await agenda.getByRole('button', { name: `More for step: ${name}` }).click()
      await page.getByRole('menuitem', { name: /^(Start this step|Go back to this step)$/ }).click()
      await agenda.locator('[aria-current=step]').filter({ hasText: name }).waitFor()
    },
    undo: () => top.getByRole('button', { name: /^Undo/ }).click(),
    redo: () => top.getByRole('button', { name: /^Redo/ }).click(),
    undoes: (what: string) => top.getByRole('button', { name: `Undo: ${what}` }).waitFor(),
    isSaved: () => top.getByText('Saved', { exact: true }).waitFor(),
    isReadOnly: () => top.getByText('Read only', { exact: true }).waitFor(),
    isReconnecting: () => top.getByText('Reconnecting').waitFor(),
    /** Types into the palette and takes the first thing it finds. */
    command: async (words: string) => {
      await page.keyboard.press('Control+k')
      const field = page.getByRole('combobox', { name: 'What do you want to do or find?' })
      await field.fill(words)
      await page.getByRole('option', { selected: true, name: words }).waitFor()
      await field.press('Enter')
    },
    menu: async (item: string) => {
      await top.locator('button.top-session').click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    leaveToHome: () => top.getByRole('button', { name: 'Sessions and labs' }).click(),
    /** To the first page, from wherever it is. */
    toHome: async () => {
      const back = top.getByRole('button', { name: 'Sessions and labs' })
      const labs = page.getByRole('heading', { level: 2, name: /^(Labs|Sample labs)$/ }).first()
      await back.or(labs).first().waitFor()
      await page.keyboard.press('Escape')
      if (await back.isVisible()) await back.click()
      await labs.waitFor()
    },
    /** A session is open, in whatever language. */
    isThere: () => page.locator('button.top-session').waitFor({ state: 'attached' }),
    notice: (words: string) => page.getByText(words).waitFor(),
  }
}

export type Shell = ReturnType<typeof createShell>
