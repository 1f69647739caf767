import type { Locator, Page } from 'playwright-core'

/** The picture for the room; nobody operates it. */
export const createProjector = (page: Page) => ({
  shows: (heading: string | RegExp) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
  says: (words: string | RegExp) => page.getByText(words).first().waitFor(),
  turnout: (cast: number) =>
    page
      .locator('.vote-turnout')
      .filter({ hasText: new RegExp(`^${cast} of `) })
      .waitFor(),
  qr: (): Locator => page.getByRole('img', { name: 'Square to scan with the camera of a phone' }),
})

export type Projector = ReturnType<typeof createProjector>
