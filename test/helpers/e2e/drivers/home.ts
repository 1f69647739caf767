import type { Locator, Page } from 'playwright-core'

/** The first page: what can be opened and begun. */
export const createHome = (page: Page) => {
  const dialog = (): Locator => page.getByRole('dialog')
  const open = (): Promise<void> =>
    page
      .getByRole('main')
      .getByRole('button', { name: /^(Open|Go back)$/ })
      .click()
  return {
    isShown: () =>
      page
        .getByRole('heading', { level: 2, name: /^(Labs|Sample labs)$/ })
        .first()
        .waitFor(),
    /** The newest session of a sample lab, as a copy. */
    openSample: async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    },
    /** As from the dialog of the browser. */
    openFile: async (path: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Open a file' }).click(),
      ])
      await chooser.setFiles(path)
    },
    begin: async ({
      template,
      title,
      lab,
    }: {
      readonly template: string
      readonly title: string
      readonly lab?: string
    }) => {
      const card = page.getByRole('button', { name: new RegExp(`^(\\d.*)?${template}`) })
      const all = page.getByRole('button', { name: /^All \d+ templates$/ })
      if (await all.isVisible()) await all.click()
      await card.first().click()
      await dialog().getByLabel('Title of the meeting').fill(title)
      const labs = dialog().getByLabel('Lab', { exact: true })
      if (lab !== undefined && (await labs.isVisible())) await labs.selectOption('New lab')
      if (lab !== undefined) await dialog().getByLabel('Name of the new lab').fill(lab)
      await dialog().getByRole('button', { name: 'Create the session' }).click()
      await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    },
    /** In the dialog of the next session; the template that comes next is chosen already, unless another is named. */
    next: async (title: string, day: string, template?: string) => {
      await dialog().getByLabel('Title of the meeting').fill(title)
      await dialog().getByLabel('Day').fill(day)
      if (template !== undefined) await dialog().getByLabel('Template').selectOption(template)
      await dialog().getByRole('button', { name: 'Create the next session' }).click()
      await page.getByRole('button', { name: title }).waitFor()
    },
    openSession: async (title: string) => {
      await page.getByRole('main').getByRole('button', { name: title, exact: true }).click()
      await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    },
    /** Opens the session that stands first. */
    goOn: async () => {
      await open()
      await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    },
    says: (words: string) => page.getByText(words).waitFor(),
    /** Why the last file did not open. */
    explains: (words: string) => dialog().getByText(words).waitFor(),
    dismiss: () => dialog().getByRole('button', { name: 'Close' }).click(),
  }
}

export type Home = ReturnType<typeof createHome>
