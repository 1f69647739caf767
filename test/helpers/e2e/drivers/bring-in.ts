import type { Locator, Page } from 'playwright-core'

export type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Tables that become cards, files that are dropped, and the file of a parallel group. */
export const createBringIn = (page: Page) => {
  const table = page.getByRole('dialog', { name: 'Bring in a table' })
  const merge = page.getByRole('dialog', { name: 'Merge the file of a parallel group' })
  const choose = async (dialog: Locator, file: Given): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Choose a file' }).click(),
    ])
    await chooser.setFiles(file)
  }
  return {
    table,
    merge,
    openTable: async () => {
      await page.getByRole('main').getByRole('button', { name: 'More for this board' }).click()
      await page.getByRole('menuitem', { name: 'Bring in a table' }).click()
      await table.waitFor()
    },
    chooseTable: (file: Given) => choose(table, file),
    chooseMerge: (file: Given) => choose(merge, file),
    hasHeadings: () => table.getByRole('checkbox', { name: 'The first row holds the headings' }).check(),
    /** What is chosen above a column, by the words of the choice. */
    holds: async (column: string): Promise<string> =>
      table
        .getByRole('combobox', { name: `What the column “${column}” holds` })
        .locator('option:checked')
        .innerText(),
    say: (column: string, what: string) =>
      table.getByRole('combobox', { name: `What the column “${column}” holds` }).selectOption({ label: what }),
    settle: (unknown: RegExp, as: string) => table.getByRole('combobox', { name: unknown }).selectOption({ label: as }),
    take: async (count: number) => {
      await table.getByRole('button', { name: `Bring in ${count} cards` }).click()
      await table.waitFor({ state: 'detached' })
    },
    /** As a hand lets a file fall on the window. */
    drop: async ({ name, mimeType, buffer }: Given) => {
      const transfer = await page.evaluateHandle(
        ([text, called, type]) => {
          const made = new DataTransfer()
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
          made.items.add(new File([bytes], called, { type }))
          return made
        },
        [buffer.toString('base64'), name, mimeType] as const,
      )
      await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer })
      await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    },
    foreign: page.getByRole('dialog', { name: 'This is no session file' }),
    dropped: page.getByRole('dialog', { name: 'What is this file for?' }),
  }
}

export type BringIn = ReturnType<typeof createBringIn>
