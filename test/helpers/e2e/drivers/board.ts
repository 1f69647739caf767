import type { Locator, Page } from 'playwright-core'

/** Middle of what is in sight of an element. */
const centreOf = async (locator: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A board at work: cards and groups are named by their words, zones by "column, row". */
export const createBoard = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const drawer = page.getByRole('complementary')
  // A card on the map is described as a card; rows of the outline are plain buttons.
  const card = (text: string): Locator => main.locator('[aria-roledescription="card"]').filter({ hasText: text })
  const group = (heading: string): Locator =>
    main.locator('[aria-roledescription="group of cards"]').filter({ hasText: heading })
  const zone = (name: string): Locator => main.getByRole('region', { name: new RegExp(`^${name}: `) })
  const says = (words: string | RegExp): Promise<void> =>
    main.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
  const deed = async (name: string): Promise<void> => {
    await drawer.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const open = async (text: string): Promise<void> => {
    await card(text).click()
    await drawer.getByLabel('Statement').waitFor()
  }
  return {
    card,
    group,
    zone,
    says,
    open,
    inZone: (name: string, text: string) => zone(name).getByText(text).first().waitFor(),
    add: async (where: string, text: string, voice?: string) => {
      await zone(where)
        .getByRole('button', { name: `Add a card to ${where}` })
        .click()
      const draft = main.getByRole('group', { name: `New card in ${where}` })
      await draft.getByLabel('Statement').fill(text)
      if (voice !== undefined) await draft.getByLabel('Voice').selectOption(voice)
      await draft.getByRole('button', { name: 'Keep' }).click()
      await card(text).waitFor()
      await draft.getByRole('button', { name: 'Done' }).click()
    },
    edit: async (text: string, words: string) => {
      await open(text)
      await drawer.getByLabel('Statement').fill(words)
      await drawer.getByLabel('Statement').press('Control+Enter')
      await card(words).waitFor()
      await drawer.getByRole('button', { name: 'Close' }).click()
    },
    /** Drags with the mouse, in steps as a hand does. */
    drag: async (text: string, where: string) => {
      await card(text).scrollIntoViewIfNeeded()
      const from = await centreOf(card(text))
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 12, from.y + 6, { steps: 4 })
      await says(/^Picked up/)
      const to = await centreOf(zone(where).getByRole('button', { name: /^Add a card/ }))
      await page.mouse.move(to.x, to.y, { steps: 12 })
      await main.getByText(/^place \d+ of \d+$/).waitFor()
      await page.mouse.up()
      await says(`Now in ${where}`)
    },
    choose: async (...texts: readonly string[]) => {
      for (const text of texts) {
        await card(text).click({ modifiers: ['Control'] })
        await card(text).and(page.locator('[aria-pressed=true]')).waitFor()
      }
    },
    nameGroup: async (heading: string) => {
      await main.getByPlaceholder('In a few words').fill(heading)
      await main.getByRole('button', { name: 'Put together' }).click()
      await group(heading).waitFor()
    },
    merged: (words: string): Locator => main.locator('[aria-roledescription="merged card"]').filter({ hasText: words }),
    /** Chosen cards become one, with the words of the first. */
    merge: async (words: string) => {
      await main.getByRole('button', { name: 'Merge', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: /^Merge/ })
      await dialog.getByRole('radio', { name: words }).check()
      await dialog.getByRole('button', { name: /^Merge \d+ cards?$/ }).click()
      await main.locator('[aria-roledescription="merged card"]').filter({ hasText: words }).waitFor()
    },
    takeApart: () => drawer.getByRole('button', { name: 'Take apart' }).click(),
    /** As from the dialog of the browser, in the drawer of a card. */
    addPicture: async (file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        drawer.getByRole('button', { name: 'Add a picture' }).click(),
      ])
      await chooser.setFiles(file)
    },
    hasPicture: () => drawer.getByRole('group', { name: 'Picture' }).getByRole('img').waitFor(),
    /** A list from the clipboard becomes cards. */
    paste: async (lines: readonly string[]) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'What do you want to do or find?' }).fill('Paste a list of cards')
      await page.getByRole('option', { selected: true, name: 'Paste a list of cards' }).click()
      await page.getByRole('dialog').getByLabel('One card per line').fill(lines.join('\n'))
    },
    remove: async (text: string) => {
      await open(text)
      await drawer.getByRole('button', { name: 'Delete' }).click()
      await card(text).waitFor({ state: 'detached' })
    },
    filterByVoice: (voice: string) =>
      main.getByRole('group', { name: 'Show only these voices' }).getByRole('button', { name: voice }).click(),
    showsOf: (shown: number, count: number) => says(`${shown} of ${count} cards shown`),
    showAll: () => main.getByRole('button', { name: 'Show all' }).click(),
    asOutline: () => main.getByRole('radio', { name: 'Outline' }).click(),
    asMap: () => main.getByRole('radio', { name: 'Map' }).click(),
    makeTask: () => deed('Make a task of it'),
    makeDecision: () => deed('Make a decision of it'),
    closeDrawer: () => drawer.getByRole('button', { name: 'Close' }).click(),
  }
}

export type Board = ReturnType<typeof createBoard>
