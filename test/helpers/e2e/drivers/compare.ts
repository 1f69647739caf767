import type { Locator, Page } from 'playwright-core'
import { createReport } from './report'

/** Sessions, labs and countries side by side. */
export const createCompare = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const rail = page.getByRole('navigation', { name: 'What is compared, and how' })
  const table = (name: string): Locator => main.getByRole('table', { name })
  const exportDrawer = page.getByRole('complementary', { name: 'Write the comparison' })
  return {
    begin: async (what: RegExp, folder?: string) => {
      await page.getByRole('button', { name: /^Compare/ }).click()
      await main.getByRole('group', { name: 'Sessions' }).getByRole('radio', { name: what }).click()
      if (folder !== undefined) await main.getByRole('textbox', { name: 'Folder' }).fill(folder)
    },
    start: async () => {
      await main.getByRole('button', { name: 'Compare', exact: true }).click()
      await rail.waitFor()
      await main.getByRole('heading', { level: 1, name: /side by side/ }).waitFor()
    },
    look: (view: RegExp) => rail.getByRole('button', { name: view }).click(),
    tick: (lab: string) => rail.getByRole('checkbox', { name: lab }).click(),
    rows: (by: RegExp) => main.getByRole('radiogroup', { name: 'Rows' }).getByRole('radio', { name: by }).click(),
    heading: (name: string | RegExp) => main.getByRole('heading', { level: 1, name }).waitFor(),
    table,
    /** A cell of the heat map, by what it says. */
    cell: (name: string): Locator => main.getByRole('button', { name, exact: true }),
    says: (words: string | RegExp) => main.getByText(words).first().waitFor(),
    behind: (cell: string): Locator => page.getByRole('complementary', { name: cell }),
    openExport: async () => {
      await main.getByRole('button', { name: 'Export', exact: true }).click()
      await exportDrawer.waitFor()
    },
    report: createReport(page, () => exportDrawer),
    restsOn: (words: RegExp) => page.getByRole('contentinfo').getByText(words).waitFor(),
  }
}

export type Compare = ReturnType<typeof createCompare>
