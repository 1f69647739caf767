import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../lib/find-chromium.mjs'
import { buildBoardPage } from './board/build-page'
import { bareChange, boardDeeds, projectorDeeds } from './board/deeds'
import { cpuOf, opened } from './board/page-cpu'
import { serveFolder } from './board/serve-folder'
import { median, report, ROOT, round, skipped } from './kit'

const ROUNDS = 5
const STEPS = 60
/** CPU of a step of a drag over the whole board, ms. */
const dragStep = async (browser: Browser, url: string): Promise<number> => {
  const page = await opened(browser, url)
  await page.locator('.board-card, .bare-card').first().waitFor()
  const { cdp, spent } = await cpuOf(page)
  // In rings the first card of the page lies in the middle of the board, far below.
  const from = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.board-card, .bare-card')].map((card) => card.getBoundingClientRect())
    const box = boxes.find(({ top, bottom }) => top >= 0 && bottom < innerHeight)
    return { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 }
  })
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

/** The other layouts with as many cards: cards stand side by side there. */
const layouts = async (browser: Browser, url: string, bare: number): Promise<void> => {
  for (const layout of ['quadrants', 'rings']) {
    const steps: number[] = []
    for (let turn = 0; turn < 3; turn += 1) steps.push(await dragStep(browser, `${url}?n=3000&layout=${layout}`))
    report({
      id: `drag.3000.${layout}`,
      value: round(median(steps) / bare),
      unit: 'x a bare moved element',
      target: '<= 2',
    })
  }
}

const deeds = async (browser: Browser, url: string): Promise<void> => {
  const least = await bareChange(browser, `${url}bare.html`)
  report({ id: 'bare.change', value: round(least), unit: 'ms of CPU: other words in one bare element' })
  for (const [kind, time] of Object.entries(await boardDeeds(browser, `${url}?n=3000`))) {
    // One's own deed that draws most of the board anew may take two tasks; anybody else's must not be felt.
    const target = kind === 'filter' || kind === 'search' ? '<= 100' : '<= 50'
    report({ id: `board.3000.${kind}`, value: round(time), unit: 'ms of CPU until it shows', target })
    report({ id: `board.3000.${kind}.bare`, value: round(time / least), unit: 'x a bare change' })
  }
  const turns: { readonly ratio: number; readonly rest: Awaited<ReturnType<typeof projectorDeeds>> }[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const small = await projectorDeeds(browser, `${url}projector.html?n=30`)
    const large = await projectorDeeds(browser, `${url}projector.html?n=300`)
    turns.push({ ratio: large.load / small.load, rest: large })
  }
  report({
    id: 'projector.300',
    value: round(median(turns.map((turn) => turn.ratio))),
    unit: 'x the time of 30 cards to the first picture',
    target: '<= 1.5',
  })
  for (const kind of ['change', 'next'] as const) {
    const time = median(turns.map(({ rest }) => rest[kind]))
    report({ id: `projector.300.${kind}`, value: round(time), unit: 'ms of CPU until it shows', target: '<= 50' })
    report({ id: `projector.300.${kind}.bare`, value: round(time / least), unit: 'x a bare change' })
  }
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
  await layouts(browser, served.url, bare)
  await deeds(browser, served.url)
  await browser.close()
  served.close()
  await rm(folder, { recursive: true, force: true })
}
