import type { Locator, Page } from 'playwright-core'

/** A person with a phone: one thing per screen, operated with a thumb. */
export const createPhone = (page: Page) => {
  const tap = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).tap()
  const shows = (heading: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name: heading }).waitFor()
  const ballot = (option: string): Locator => page.getByRole('group', { name: option })
  const has = (option: string, dots: number): Promise<void> =>
    ballot(option)
      .getByRole('img', { name: new RegExp(`^${dots} of`) })
      .waitFor()
  const enter = async (voice: string | null, mayQuote: boolean): Promise<void> => {
    await shows('Welcome to the lab meeting.')
    await tap('Come in')
    await page.getByRole('radio', { name: voice ?? 'I would rather not say' }).tap()
    await tap(/^Go on/)
    await page.getByRole('radio', { name: mayQuote ? /^Yes, with/ : 'No, do not quote me' }).tap()
    await tap('Go on')
  }
  return {
    shows,
    tap,
    /** Taps on what says that it cannot be done now. */
    insist: (name: string) => page.getByRole('button', { name }).tap({ force: true }),
    says: (words: string | RegExp) => page.getByText(words).first().waitFor(),
    scan: (url: string) => page.goto(url),
    enter,
    /** From the square on the wall to the first screen of the meeting. */
    join: async (url: string, voice: string | null, mayQuote = true) => {
      await page.goto(url)
      await enter(voice, mayQuote)
    },
    typeCode: async (address: string, code: string) => {
      await page.goto(`http://${address}/`)
      await page.getByLabel('The code from the screen').fill(code)
      await tap('Come in')
    },
    write: async (text: string, theme?: string) => {
      await page.getByLabel('Your words').fill(text)
      if (theme !== undefined) await tap(theme)
      await tap('Send')
      await shows(/^(It is in|It is kept on this phone)\.$/)
    },
    takeBack: async (text: string) => {
      await tap(/from this phone$/)
      await tap(`Take back: ${text}`)
      await tap('Yes, take it back')
      await page.getByText(text).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Back', exact: true }).last().tap()
    },
    /** Puts dots on an option until it has as many. */
    give: async (option: string, dots: number) => {
      const before = Number.parseInt((await ballot(option).getByRole('img').getAttribute('aria-label')) ?? '', 10)
      for (let dot = before; dot < dots; dot += 1) await tap(`One dot more for ${option}`)
      await has(option, dots)
    },
    take: (option: string) => tap(`One dot less for ${option}`),
    handIn: () => tap('Hand in'),
    counts: () => shows('Your ballot counts.'),
    changeBallot: () => tap('Change my ballot'),
    has,
  }
}

export type Phone = ReturnType<typeof createPhone>
