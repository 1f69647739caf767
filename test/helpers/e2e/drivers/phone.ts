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
      if (theme !== undefined)
        await page.getByRole('group', { name: 'Where does it belong?' }).getByRole('button', { name: theme }).tap()
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
    letGoOn: async (text: string) => {
      await tap(/from this phone$/)
      await page
        .getByRole('listitem')
        .filter({ hasText: text })
        .getByRole('button', { name: 'Let it go on to the next round' })
        .tap()
      await page.getByText('Goes on to the next round, without your name').waitFor()
      await page.getByRole('button', { name: 'Back', exact: true }).last().tap()
    },
    /** Puts dots on an option until it has as many. */
    give: async (option: string, dots: number) => {
      const before = Number.parseInt((await ballot(option).getByRole('img').getAttribute('aria-label')) ?? '', 10)
      for (let dot = before; dot < dots; dot += 1) await tap(`One dot more for ${option}`)
      await has(option, dots)
    },
    take: (option: string) => tap(`One dot less for ${option}`),
    /** Says the same of each of so many topics, as the method asks for it; dots as far as they go. */
    answerEach: async (method: string, count: number) => {
      const more = page.getByRole('button', { name: /^One dot more for/ })
      const lines = page.getByRole('radiogroup')
      for (let at = 0; at < count; at += 1)
        switch (method) {
          case 'dots':
            await more.nth(at).tap()
            break
          case 'rating':
            await lines.nth(at).getByRole('radio', { name: '4 of 5' }).check({ force: true })
            break
          case 'effort-effect':
            for (const half of [0, 1])
              await lines
                .nth(2 * at + half)
                .getByRole('radio', { name: `${2 + half} of 5` })
                .check({ force: true })
            break
          case 'consent':
            await lines.nth(at).getByRole('radio').first().check({ force: true })
            break
          case 'approval':
            await page.getByRole('checkbox').nth(at).check({ force: true })
            break
          case 'share-100':
            await page
              .getByRole('button', { name: /^10 more for/ })
              .nth(at)
              .tap()
            break
          case 'ranking':
            await page
              .getByRole('button', { name: /Place \d+$/ })
              .first()
              .tap()
            break
          default:
            throw new Error(`nobody knows how to answer ${method} here`)
        }
    },
    /** Answers every question of the feedback round alike. */
    feelBack: async (questions: number, value: number, remark?: string) => {
      for (let at = 1; at <= questions; at += 1) {
        await page.getByText(`Question ${at} of ${questions}`).waitFor()
        await page.getByRole('radio', { name: `${value} of 5` }).check({ force: true })
        await tap('Next')
      }
      if (remark !== undefined) await page.getByLabel('Your words').fill(remark)
      await tap('Hand in')
      await shows('Thank you.')
    },
    proposeTask: async (text: string) => {
      await tap('Propose something')
      await page.getByRole('radio', { name: 'A task: something to be done' }).check({ force: true })
      await page.getByLabel('What is to be done?').fill(text)
      await tap('Propose it')
      await page.getByRole('button', { name: `Take back: ${text}` }).waitFor()
      await page.getByRole('button', { name: 'Back', exact: true }).last().tap()
    },
    isDone: () => tap('I am done'),
    /** The code on a printed slip. */
    slip: async (code: string) => {
      await page.getByLabel('Code on the slip').fill(code)
      await tap('Go on')
    },
    handIn: () => tap('Hand in'),
    counts: () => shows('Your ballot counts.'),
    changeBallot: () => tap('Change my ballot'),
    has,
  }
}

export type Phone = ReturnType<typeof createPhone>
