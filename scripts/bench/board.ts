import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../lib/find-chromium.mjs'
import { buildBoardPage } from './board/build-page'
import { serveFolder } from './board/serve-folder'
import { median, report, ROOT, round, skipped } from './kit'

const ROUNDS = 5
const STEPS = 60
const VIEW = { width: 1224, height: 812 }

const opened = async (browser: Browser, url: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: VIEW })
  await page.goto(url)
  return page
}

type Cpu = { readonly cdp: CDPSession; readonly spent: () => Promise<number> }

/** CPU that the page's main thread has used, ms. */
const cpuOf = async (page: Page): Promise<Cpu> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000
  }
  return { cdp, spent }
}

/** CPU of a step of a drag over the whole board, ms. */
const dragStep = async (browser: Browser, url: string): Promise<number> => {
  const page = await opened(browser, url)
  const card = page.locator('.board-card, .bare-card').first()
  await card.waitFor()
  const { cdp, spent } = await cpuOf(page)
  const box = await card.boundingBox()
  const from = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 4 })
  await page.waitForTimeout(300)
  const before = await spent()
  for (let step = 0; step < STEPS; step += 1) {
    const [x, y] = [from.x + step * 12, from.y + (step % 20) * 18]
    // Answered with the frame that handles it: one event a frame, as a mouse gives them.
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 })
  }
  const used = (await spent()) - before
  await page.mouse.up()
  await page.close()
  return used / STEPS
}

/** Somebody else's changes at a board of 3,000 cards; each takes its place in the frames that follow. */
const CHANGES = {
  add: (n: number) => {
    const card = { id: `new-${n}`, boardId: 'board-1', zone: ['theme-0', 'level-0'], text: `New card ${n}` }
    return window.boardPage?.host.change('card.add', card)
  },
  move: (n: number) =>
    window.boardPage?.host.change('card.move', { ids: [`card-${n}`], zone: ['theme-3', 'level-1'], before: null }),
  change: (n: number) => window.boardPage?.host.change('card.update', { id: `card-${n}`, text: `Changed ${n}` }),
} as const

/** All CPU until the change shows, ms: the longest task is shorter still. */
const changes = async (browser: Browser, url: string): Promise<{ readonly [kind: string]: number }> => {
  const page = await opened(browser, url)
  await page.locator('.board-card').first().waitFor()
  const { spent } = await cpuOf(page)
  const figures: { [kind: string]: number } = {}
  for (const [kind, change] of Object.entries(CHANGES)) {
    const times: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      const before = await spent()
      await page.evaluate(change, turn)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      times.push((await spent()) - before)
    }
    figures[kind] = median(times)
  }
  await page.close()
  return figures
}

/** From the first render to the first frame with cards, ms. */
const boardLoad = async (browser: Browser, url: string): Promise<number> => {
  const page = await opened(browser, url)
  const time = await page.evaluate(
    async () =>
      await new Promise<number>((done) => {
        const look = (): void => {
          const started = window.boardPage?.startedAt
          if (started !== undefined && document.querySelector('.board-card')) {
            requestAnimationFrame(() => done(performance.now() - started))
          } else setTimeout(look, 0)
        }
        look()
      }),
  )
  await page.close()
  return time
}

const executablePath = findChromium()
if (!executablePath) skipped('board: not measured, there is no Chromium here (set CHROMIUM=/path/to/it)')
else {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-board-'))
  await buildBoardPage(ROOT, folder)
  const served = await serveFolder(folder)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const steps: { readonly bare: number; readonly small: number; readonly large: number }[] = []
  const loads: { readonly small: number; readonly large: number }[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    steps.push({
      bare: await dragStep(browser, `${served.url}bare.html`),
      small: await dragStep(browser, `${served.url}?n=200`),
      large: await dragStep(browser, `${served.url}?n=3000`),
    })
    loads.push({
      small: await boardLoad(browser, `${served.url}?n=200`),
      large: await boardLoad(browser, `${served.url}?n=3000`),
    })
  }
  const bare = median(steps.map((turn) => turn.bare))
  report({ id: 'drag.3000.time', value: round(median(steps.map((turn) => turn.large))), unit: 'ms of CPU a step' })
  report({
    id: 'drag.200',
    value: round(median(steps.map((turn) => turn.small)) / bare),
    unit: 'x a bare moved element',
  })
  report({
    id: 'drag.3000',
    value: round(median(steps.map((turn) => turn.large)) / bare),
    unit: 'x a bare moved element',
    target: '<= 2',
  })
  report({ id: 'board.3000.time', value: round(median(loads.map((turn) => turn.large))), unit: 'ms' })
  report({
    id: 'board.3000',
    value: round(median(loads.map((turn) => turn.large / turn.small))),
    unit: 'x the time of 200 cards',
    target: '<= 1.5',
  })
  for (const [kind, time] of Object.entries(await changes(browser, `${served.url}?n=3000`))) {
    report({ id: `board.3000.${kind}`, value: round(time), unit: 'ms of CPU until it shows', target: '<= 50' })
  }
  await browser.close()
  served.close()
  await rm(folder, { recursive: true, force: true })
}
