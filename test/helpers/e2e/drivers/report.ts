import type { Download, FrameLocator, Locator, Page } from 'playwright-core'

/** The page that comes after a change is drawn behind the one that shows. */
const SHOWN = 'iframe:not([aria-hidden=true])'

/** All formats of a report on a machine that does other things as well, ms. */
const WRITING = 60_000

/** Reading and writing the report; in the place of reports, or in the drawer beside a comparison. */
export const createReport = (page: Page, where: (main: Locator) => Locator = (main) => main) => {
  const main = where(page.getByRole('main', { name: 'Work' }))
  const preview = (): FrameLocator => main.frameLocator(SHOWN)
  /** What is right without touching it is folded away. */
  const unfold = async (name: string): Promise<Locator> => {
    const fold = main.locator('details').filter({ has: page.locator('summary', { hasText: name }) })
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
    return fold
  }
  const done = main.locator('.report-done')
  const asked = main.getByRole('group', { name: /^Files of this report exist already/ })
  return {
    kind: (name: string) =>
      main.getByRole('group', { name: 'What kind of report?' }).getByRole('radio', { name }).click(),
    kinds: (): Locator => main.getByRole('group', { name: 'What kind of report?' }).getByRole('radio'),
    isFor: (who: string) =>
      main.getByRole('group', { name: 'Who is it for?' }).getByRole('radio', { name: who }).click(),
    as: async (...formats: readonly string[]) => {
      for (const format of formats) await main.getByRole('checkbox', { name: new RegExp(`\\b${format}\\b`) }).check()
    },
    language: (): Locator => main.getByRole('combobox', { name: /^Language of the report/ }),
    /** What the profile takes out, one line each. */
    leavesOut: (): Locator => main.getByRole('region', { name: 'What is left out' }).getByRole('listitem'),
    leaveOut: async (part: string) => {
      await (await unfold('Parts')).getByRole('checkbox', { name: part, exact: true }).uncheck()
    },
    moveUp: async (part: string) => {
      await (await unfold('Parts')).getByRole('button', { name: `${part}: further up` }).click()
    },
    signAs: async (...authors: readonly string[]) => {
      await (await unfold('Cover')).getByRole('textbox', { name: /^Authors/ }).fill(authors.join('\n'))
    },
    unfold,
    /** A chart or board on its own, as the browser saves it. */
    picture: async (title: string, deed: string): Promise<Download> => {
      await (await unfold('Single pictures')).getByRole('button', { name: `Take “${title}”` }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: deed }).click(),
      ])
      return download
    },
    preview,
    /** The page that is shown, as it came. */
    previewed: async (): Promise<string> => {
      const src = await main.locator(SHOWN).getAttribute('src')
      return await page.evaluate(async (url) => (await fetch(url)).text(), src ?? '')
    },
    write: () => main.getByRole('button', { name: 'Write the files' }).click(),
    writing: (): Locator => main.getByRole('progressbar'),
    stop: () => main.getByRole('button', { name: 'Cancel' }).click(),
    says: (words: string | RegExp) => main.getByText(words).first().waitFor(),
    /** Names of the files that were written. */
    written: async (): Promise<readonly string[]> => {
      await done.waitFor({ timeout: WRITING })
      return done.locator('.report-file-name').allTextContents()
    },
    folder: async (): Promise<string> => (await main.getByText(/^In \//).innerText()).slice('In '.length),
    asksToReplace: () => asked.waitFor(),
    replace: () => asked.getByRole('button', { name: 'Replace them' }).click(),
    keepBoth: () => asked.getByRole('button', { name: /beside|both/i }).click(),
  }
}

export type Report = ReturnType<typeof createReport>
