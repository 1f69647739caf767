import type { FrameLocator, Locator, Page } from 'playwright-core'

/** The staged dialogue: what travels on, what was answered, what nobody has answered. */
export const createDialogue = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  const panel = page.getByRole('complementary', { name: 'What travels on' })
  const guide = page.getByRole('dialog', { name: /^Guide for round/ })
  const chain = (statement: string): Locator => main.locator('li.chain').filter({ hasText: statement })
  /** What stands there; the field that it was written in holds the same words until it is gone. */
  const said = (statement: string, words: string): Locator =>
    chain(statement).getByText(words).and(page.locator(':not(textarea)')).first()
  return {
    chain,
    openRelease: async () => {
      await main.getByRole('button', { name: 'Choose what travels on' }).first().click()
      await panel.waitFor()
    },
    /** With the consent of who said it. */
    release: async (text: string) => {
      await panel.getByLabel(`May this travel on: ${text.slice(0, 60)}`).selectOption('I asked, and they agreed')
      await panel.getByRole('button', { name: 'Release 1 statement' }).click()
      await panel.getByRole('listitem').filter({ hasText: text }).getByText('Released with consent').waitFor()
    },
    wasReleasedByAuthor: (text: string) =>
      panel.getByRole('listitem').filter({ hasText: text }).getByText('Released by its author').waitFor(),
    closePanel: () => panel.getByRole('button', { name: 'Close' }).click(),
    choose: async (statement: string) => {
      const open = chain(statement).locator('button.chain-open')
      if ((await open.getAttribute('aria-pressed')) !== 'true') await open.click()
    },
    answer: async (statement: string, text: string) => {
      await chain(statement).getByRole('button', { name: 'Write an answer' }).last().click()
      await chain(statement).getByLabel('What they answer').fill(text)
      await chain(statement).getByRole('button', { name: 'Keep the answer' }).click()
      await said(statement, text).waitFor()
    },
    /** An answer that came by phone is put to the statement it answers. */
    putAnswer: async (statement: string, text: string) => {
      await chain(statement).getByRole('button', { name: 'Write an answer' }).last().click()
      await chain(statement).getByLabel('Put an answer here that was already given').selectOption({ label: text })
      await chain(statement).getByText(text).first().waitFor()
    },
    promise: async (statement: string, wording: string) => {
      await chain(statement).getByRole('button', { name: 'Record a promise' }).first().click()
      const draft = page.getByRole('complementary', { name: 'New decision' })
      await draft.getByLabel('What was decided').fill(wording)
      await draft.getByRole('button', { name: 'Record it' }).click()
      await said(statement, wording).waitFor()
    },
    show: (which: string) =>
      main
        .getByRole('radiogroup', { name: 'Which chains' })
        .getByRole('radio', { name: new RegExp(`^${which} · `) })
        .click(),
    openGuide: async (): Promise<FrameLocator> => {
      await main.getByRole('button', { name: /^Guide for round/ }).click()
      await guide.waitFor()
      return guide.frameLocator('iframe')
    },
    closeGuide: () => guide.getByRole('button', { name: 'Close' }).last().click(),
  }
}

export type DialogueDriver = ReturnType<typeof createDialogue>
