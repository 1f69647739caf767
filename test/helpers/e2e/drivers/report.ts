import type { FrameLocator, Page } from 'playwright-core'

/** Reading and writing the report. */
export const createReport = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  return {
    isFor: (who: string) =>
      main.getByRole('group', { name: 'Who is it for?' }).getByRole('radio', { name: who }).click(),
    as: async (...formats: readonly string[]) => {
      for (const format of formats) await main.getByRole('checkbox', { name: new RegExp(`\\b${format}\\b`) }).check()
    },
    preview: (): FrameLocator => main.frameLocator('iframe'),
    write: () => main.getByRole('button', { name: 'Write the files' }).click(),
    /** Names of the files that were written. */
    written: async (): Promise<readonly string[]> => {
      const done = main.locator('.report-done')
      await done.waitFor()
      return done.locator('.report-file-name').allInnerTexts()
    },
    folder: async (): Promise<string> => (await main.getByText(/^In \//).innerText()).slice('In '.length),
    asksToReplace: () => main.getByText('Files of this report exist already.').waitFor(),
    replace: () => main.getByRole('button', { name: 'Replace them' }).click(),
  }
}

export type Report = ReturnType<typeof createReport>
