import type { Browser, Page } from 'playwright-core'
import { median } from '../kit'
import { cpuOf, opened, settled } from './page-cpu'

const TURNS = 12

/** CPU of the main thread for a deed, until it shows: median of some turns, ms. All of it; the longest task is shorter. */
const costOf = async (page: Page, deed: (turn: number) => Promise<unknown>): Promise<number> => {
  const { spent } = await cpuOf(page)
  const times: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = await spent()
    await deed(turn)
    await settled(page)
    times.push((await spent()) - before)
  }
  return median(times)
}

/** The least that any change costs here: other words in one element, with nothing around it. */
export const bareChange = async (browser: Browser, url: string): Promise<number> => {
  const page = await opened(browser, url)
  await page.locator('.bare-card').first().waitFor()
  const time = await costOf(page, (turn) => page.evaluate((n) => window.bareChange?.(n), turn))
  await page.close()
  return time
}

/** Somebody else's changes; each takes its place in the frames that follow. */
const CHANGES = {
  add: (n: number) => {
    const card = { id: `new-${n}`, boardId: 'board-1', zone: ['theme-0', 'level-0'], text: `New card ${n}` }
    return window.boardPage?.host.change('card.add', card)
  },
  move: (n: number) =>
    window.boardPage?.host.change('card.move', { ids: [`card-${n}`], zone: ['theme-3', 'level-1'], before: null }),
  change: (n: number) => window.boardPage?.host.change('card.update', { id: `card-${n}`, text: `Changed ${n}` }),
  cluster: (n: number) => {
    const cardIds = [`card-${100 + 2 * n}`, `card-${101 + 2 * n}`]
    return window.boardPage?.host.change('cluster.make', { id: `group-${n}`, cardIds, label: { text: `Group ${n}` } })
  },
} as const

export type Figures = { readonly [kind: string]: number }

/** What somebody else does on a large board, and what the facilitator looks for on it. */
export const boardDeeds = async (browser: Browser, url: string): Promise<Figures> => {
  const page = await opened(browser, url)
  await page.locator('.board-card').first().waitFor()
  await page.waitForTimeout(500)
  const figures: { [kind: string]: number } = {}
  for (const [kind, change] of Object.entries(CHANGES)) {
    figures[kind] = await costOf(page, (turn) => page.evaluate(change, turn))
  }
  const voice = page.getByRole('button', { name: /^Families/ }).first()
  figures['filter'] = await costOf(page, () => voice.click())
  // From the shortcut over the words to the cards that have them.
  figures['search'] = await costOf(page, async (turn) => {
    await page.locator('.board-card').first().focus()
    await page.keyboard.press('Control+f')
    await page.keyboard.type(turn % 2 === 0 ? 'ministry' : 'nurse')
    await page.keyboard.press('Enter')
  })
  await page.close()
  return figures
}

/** The projector: shown for the first time, other words in a card of its picture, the next picture. */
export const projectorDeeds = async (
  browser: Browser,
  url: string,
): Promise<{ readonly load: number; readonly change: number; readonly next: number }> => {
  const page = await opened(browser, url)
  const load = await page.evaluate(
    async () =>
      await new Promise<number>((done) => {
        const look = (): void => {
          const started = window.boardPage?.startedAt
          if (started !== undefined && document.querySelector('.big-card')) {
            requestAnimationFrame(() => done(performance.now() - started))
          } else setTimeout(look, 0)
        }
        look()
      }),
  )
  const change = await costOf(page, (turn) => page.evaluate(CHANGES.change, turn))
  const next = await costOf(page, (turn) =>
    page.evaluate((n) => {
      const stage = { view: 'board', boardId: 'board-1', entryId: `theme-${n % 7}`, page: n % 3 } as const
      return window.boardPage?.host.change('stage.show', { stage })
    }, turn),
  )
  await page.close()
  return { load, change, next }
}
