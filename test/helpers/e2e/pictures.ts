import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { DESK, HAND, launchBrowser } from './browser'
import { createFacilitator } from './drivers/facilitator'
import type { Facilitator } from './drivers/facilitator'
import { createPaper } from './drivers/paper'
import { createPhone } from './drivers/phone'
import { createProjector } from './drivers/projector'
import type { Projector } from './drivers/projector'
import { startHostProcess } from './host-process'
import { openedBy } from './watch'

const FAMILIES = 'Families: a polyphonic community'
const BASELINE = 'Integrated care baseline'
const DIALOGUE = 'Quality of life, led by families'
const COORDINATOR = 'One coordinating case worker'
const STEP = 'Say it and place it'
const QUESTION = 'What should we work on first?'
const CARDS = [
  'Money follows the institution, not the family.',
  'Each ministry has its own budget and its own form.',
  'We hear about families in tables.',
  'The budget for next year is already voted.',
]
const CELL = '2 statements: Organisation of services, Latvia'
const TABLE = [
  'Statement;Voice;Theme',
  'Nobody called us back for six weeks.;Families;Collaboration',
  'The form asks the same thing four times.;Families;Organisation of services',
  'We were never on the list.;Grandparents;Legislation',
  'A home visit is not counted as an hour.;Front-line staff;Resources',
].join('\n')
const WALL = { width: 1280, height: 720 }

type Set = {
  readonly folder: string
  readonly browser: Browser
  readonly page: Page
  readonly facilitator: Facilitator
}

const still = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
  })
}

const take = async ({ folder }: Pick<Set, 'folder'>, page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await still(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Other labs than the one of the remaining pictures: opened, looked at, left. */
const takeOtherLabs = async (set: Set): Promise<void> => {
  const { page, facilitator } = set
  const { home, shell } = facilitator
  await home.isShown()
  await home.openSample(DIALOGUE)
  await page.getByRole('button', { name: 'Put the hints away' }).click()
  await shell.go('Statements and answers')
  await take(set, page, 'dialogue')
  await shell.go('Lab')
  await page.getByRole('heading', { name: '3 meetings' }).waitFor()
  await take(set, page, 'lab')
  await shell.menu('Leave the session')
  await home.isShown()
  await home.openSample(COORDINATOR)
  await shell.go('Indicators')
  await page.getByRole('button', { name: 'As a table' }).first().waitFor()
  await take(set, page, 'indicators')
  await shell.menu('Leave the session')
}

const takeLaptop = async (set: Set): Promise<void> => {
  const { page, facilitator } = set
  const { home, shell, board } = facilitator
  await takeOtherLabs(set)
  await home.isShown()
  await home.openSample(BASELINE)
  await shell.menu('Leave the session')
  await home.isShown()
  await home.openSample(FAMILIES)
  await shell.menu('Leave the session')
  await home.isShown()
  await take(set, page, 'home')
  await takeComparison(set)
  await home.goOn()
  await shell.go('Decisions')
  await take(set, page, 'outcomes')
  await page.getByRole('button', { name: 'Agenda' }).click()
  await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor()
  await take(set, page, 'agenda')
  await shell.go('Votes')
  await page.getByRole('main').getByRole('button', { name: QUESTION }).click()
  await page.getByRole('heading', { name: 'Ranking' }).waitFor()
  await take(set, page, 'vote-result')
  await shell.startStep(STEP)
  await shell.goToStep(STEP)
  await board.open('The law names no coordinator, so each office waits.')
  await take(set, page, 'board')
  await board.closeDrawer()
  await takeTable(set)
}

const takeComparison = async (set: Set): Promise<void> => {
  const { page, facilitator } = set
  const { compare, home } = facilitator
  await compare.begin(/^All sessions/)
  await compare.start()
  await compare.cell(CELL).click()
  await page.getByRole('complementary').getByRole('list').first().getByRole('listitem').first().waitFor()
  await take(set, page, 'compare')
  await page.goBack()
  await home.isShown()
}

const takeTable = async (set: Set): Promise<void> => {
  const { page, facilitator } = set
  const { bringIn } = facilitator
  await bringIn.openTable()
  await bringIn.chooseTable({ name: 'group-two.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
  await bringIn.hasHeadings()
  await take(set, page, 'import')
  await page.keyboard.press('Escape')
  await bringIn.table.waitFor({ state: 'detached' })
}

const takeProjector = async (set: Set, wall: Page, projector: Projector): Promise<void> => {
  const { facilitator } = set
  await facilitator.project('How to join')
  await projector.shows(/^Come in/)
  await take(set, wall, 'projector-join')
  await facilitator.project('Board: Challenge map')
  await projector.shows(/./)
  await take(set, wall, 'projector-board')
  await facilitator.shell.go('Votes')
  await set.page.getByRole('main').getByRole('button', { name: QUESTION }).click()
  await facilitator.votes.show()
  await projector.says('Everyone together, in dots')
  await take(set, wall, 'projector-result')
}

/** Without the colour that Chromium lays over what was just tapped. */
const phonePage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext({ ...HAND, colorScheme: 'light' })).newPage()
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('-webkit-tap-highlight-color', 'transparent'),
    ),
  )
  return page
}

/** Three screens of three phones, put side by side. */
const takePhones = async (set: Set, url: string): Promise<void> => {
  const { browser, page, facilitator, folder } = set
  const pages = await Promise.all([1, 2, 3].map(() => phonePage(browser)))
  const [first, second, third] = pages.map((one) => ({ ...createPhone(one), page: one }))
  if (!first || !second || !third) return
  await second.join(url, 'Front-line staff')
  await third.join(url, 'Families')
  await third.shows(/^Families put/)
  await first.scan(url)
  await first.tap('Come in')
  await first.page.getByRole('radio', { name: 'Families' }).tap()
  const shots = [await shot(first.page), '', await shot(third.page)]
  await facilitator.shell.openBoard('Challenge map')
  await facilitator.board.choose(...CARDS)
  await page.keyboard.press('Shift+V')
  await facilitator.votes.ask('What is in our own hands until spring?')
  await facilitator.votes.open()
  await second.give(CARDS[0] ?? '', 2)
  await second.give(CARDS[2] ?? '', 1)
  shots[1] = await shot(second.page)
  const table = await (await browser.newContext({ viewport: { width: 1290, height: 904 } })).newPage()
  await table.setContent(tableOf(shots))
  await take({ folder }, table, 'phone')
}

const shot = async (page: Page): Promise<string> => {
  await still(page)
  return (await page.screenshot()).toString('base64')
}

const tableOf = (shots: readonly string[]): string =>
  `<body style="margin:0;height:904px;display:flex;justify-content:space-evenly;align-items:center;background:#e9e2d5">
${shots.map((data) => `<img style="border-radius:26px;box-shadow:0 0 0 1px #8a7f6f,0 10px 30px #0003" src="data:image/png;base64,${data}">`).join('')}`

/** Slips of the vote that is open: one typed in, the next begun. */
const takePaper = async (set: Set): Promise<void> => {
  const { page } = set
  const paper = createPaper(page)
  const first = await paper.print(12)
  await paper.toEntry()
  await paper.type({ number: first, voice: 1, marks: [2, 0, 2, 1] })
  await paper.begin({ number: first + 1, voice: 2, marks: [1, 3] })
  await take(set, page, 'paper')
}

const takeReport = async (set: Set): Promise<void> => {
  const { page, facilitator } = set
  const { shell, report } = facilitator
  await shell.go('Report')
  await report.isFor('Everybody')
  await report.write()
  const [file = ''] = await report.written()
  await page.goto(pathToFileURL(join(await report.folder(), file)).href)
  await take(set, page, 'report')
}

/** Drives the app with its sample labs and leaves pictures of it in `folder`. */
export const takePictures = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const [browser, host] = await Promise.all([launchBrowser(), startHostProcess()])
  try {
    const context = await browser.newContext({ ...DESK, reducedMotion: 'reduce', colorScheme: 'light' })
    const page = await context.newPage()
    await page.goto(await host.link())
    const facilitator = createFacilitator(page)
    const set = { folder, browser, page, facilitator }
    await takeLaptop(set)
    const wall = await openedBy(context, facilitator.openProjector)
    await wall.setViewportSize(WALL)
    const url = await facilitator.room.open()
    await facilitator.room.closePanel()
    await takeProjector(set, wall, createProjector(wall))
    await takePhones(set, url)
    await takePaper(set)
    await takeReport(set)
  } finally {
    await browser.close()
    await host.stop()
  }
}
