import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { clipped, inspect, unreachable } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const FAMILIES = 'Families: a polyphonic community'
const FORM = 'Money follows the institution, not the family.'
const MINISTRY = 'Each ministry has its own budget and its own form.'
/** Places by what the palette calls them. */
const BY_COMMAND = ['Agenda', 'What was done', 'Help', 'What waits for you'] as const
const BY_RAIL = [
  'Statements and answers',
  'Projects',
  'Indicators',
  'Activities',
  'Feedback',
  'Notebook',
  'Open questions',
] as const
const DIALOGS = ['Paste a list of cards', 'Keep as a template', 'Print this board'] as const
const PANELS = ['Write down for somebody', 'Add a step to the agenda'] as const
/** Everything that has an address of its own. */
const ADDRESSES =
  'boards votes decisions tasks questions dialogue projects indicators activities pulse notebook agenda history help people waiting lab report settings'.split(
    ' ',
  )

describe('the screens of a whole workshop can be used by everybody', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let phone: PhoneGuest

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(FAMILIES)
  })

  test.each(BY_RAIL)('the place "%s"', async (place) => {
    await facilitator.shell.go(place)
    await inspect(facilitator.page, place)
  })

  test.each(BY_COMMAND)('the place "%s"', async (place) => {
    await facilitator.shell.command(place)
    await facilitator.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await inspect(facilitator.page, place)
  })

  test('the lab, over time and its profile', async () => {
    const { shell, page } = facilitator
    await shell.go('Lab')
    const tabs = page.getByRole('radiogroup', { name: 'What to show' })
    for (const tab of ['Over time', 'Profile']) {
      await tabs.getByRole('radio', { name: tab }).click()
      await inspect(page, `lab, ${tab}`)
    }
  })

  test('new projects, indicators and activities beside their lists', async () => {
    const { shell, page } = facilitator
    for (const [place, deed] of [
      ['Projects', /^(New project|Add the first|Write)/],
      ['Indicators', /^New indicator/],
      ['Activities', /^Add what was done/],
    ] as const) {
      await shell.go(place)
      await page.getByRole('main').getByRole('button', { name: deed }).first().click()
      await page.getByRole('complementary').first().waitFor()
      await inspect(page, `${place}, new`)
      await page.keyboard.press('Escape')
    }
  })

  test('what travels on, and the rounds', async () => {
    const { shell, page, dialogue } = facilitator
    await shell.go('Statements and answers')
    await dialogue.openRelease()
    await inspect(page, 'what travels on')
    await dialogue.closePanel()
    await page.getByRole('main').getByRole('button', { name: 'Rounds' }).first().click()
    await page.getByRole('complementary', { name: 'Rounds of this lab' }).waitFor()
    await inspect(page, 'rounds')
    await page.keyboard.press('Escape')
  })

  test.each(PANELS)('the panel "%s"', async (name) => {
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.shell.command(name)
    const panel = facilitator.page.getByRole('complementary')
    await panel.first().waitFor()
    await inspect(facilitator.page, name)
    await panel.getByRole('button', { name: 'Close' }).last().click()
  })

  test.each(DIALOGS)('the dialog "%s"', async (name) => {
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.shell.command(name)
    await facilitator.page.getByRole('dialog').getByRole('heading').first().waitFor()
    await inspect(facilitator.page, name)
    await facilitator.page.keyboard.press('Escape')
    await facilitator.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('splitting into groups, merging, and erasing words', async () => {
    const { shell, page, board } = facilitator
    const dialog = page.getByRole('dialog')
    const seen = async (name: string): Promise<void> => {
      await dialog.getByRole('heading').first().waitFor()
      await inspect(page, name)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await shell.command('Split into groups')
    await seen('split into groups')
    await shell.openBoard('Challenge map')
    await board.choose(FORM, MINISTRY)
    await inspect(page, 'chosen cards')
    await page.getByRole('main').getByRole('button', { name: 'Merge', exact: true }).click()
    await seen('merge')
    await page.keyboard.press('Escape')
    await board.open(FORM)
    await page.getByRole('complementary').getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Erase these words' }).click()
    await seen('erase')
    await board.closeDrawer()
  })

  test('phones in the feedback round, proposing, and with a notebook', async () => {
    const { room, shell } = facilitator
    const url = await room.open()
    await room.closePanel()
    phone = await stage.phone({ viewport: { width: 320, height: 640 } })
    await phone.join(url, 'Families')
    await shell.startStep('Say it and place it')
    await phone.page.getByLabel('Your words').waitFor()
    await phone.tap(/Your voice, your words, language/)
    await phone.tap('My notebook')
    await phone.shows('My notebook')
    await inspect(phone.page, 'phone, notebook')
    expect(await clipped(phone.page)).toEqual([])
    await phone.page.getByRole('button', { name: 'Back', exact: true }).last().tap()
    await shell.command('Feedback')
    await shell.heading('How was it?').waitFor()
    await inspect(facilitator.page, 'feedback')
  })

  test('the projector: timer, what was agreed, feedback, nothing', async () => {
    const projector = await stage.projector(facilitator)
    for (const [what, words] of [
      ['The timer', /^(Time is up|\d+:\d\d|.*left)/],
      ['What was agreed', /agreed/],
      ['The feedback round', /How was|voice heard|clear|again/],
      ['Nothing', 'Nothing is shown right now'],
    ] as const) {
      await facilitator.project(what)
      await projector.says(words)
      await inspect(projector.page, `projector, ${what}`)
    }
  })

  test('the tablet that is handed round', async () => {
    const { page, context, shell } = facilitator
    const [tablet] = await Promise.all([context.waitForEvent('page'), shell.command('Use this laptop as the tablet')])
    await tablet.getByRole('heading', { level: 1, name: 'Please pass it on.' }).waitFor()
    await inspect(tablet, 'tablet, waiting')
    await tablet.getByRole('button', { name: /^I have it now, start/ }).click()
    await tablet.getByRole('heading', { level: 1 }).waitFor()
    await inspect(tablet, 'tablet, in use')
    await tablet.close()
    await page.bringToFront()
  })
})

describe('the screens of a dialogue can be used by everybody', () => {
  const stage = useStage()

  test('the chains, an answer being written, the guide, and the projector', async () => {
    const facilitator = await stage.facilitator()
    const { shell, page, dialogue } = facilitator
    await facilitator.home.openSample('Quality of life, led by families')
    await shell.go('Statements and answers')
    const first = page.locator('li.chain').first()
    await first.locator('button.chain-open').click()
    await inspect(page, 'chains')
    const projector = await stage.projector(facilitator)
    await first.getByRole('button', { name: 'Show this chain' }).click()
    await projector.page.getByRole('heading').first().waitFor()
    await inspect(projector.page, 'projector, chain')
    await dialogue.openGuide()
    await inspect(page, 'guide')
    await dialogue.closeGuide()
  })
})

/** Where words or controls are cut off, by address. */
const cutAt = async (page: Page): Promise<Readonly<Record<string, readonly string[]>>> => {
  const cut: Record<string, readonly string[]> = {}
  for (const address of ADDRESSES) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${address}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    const found = [...(await clipped(page)), ...(await unreachable(page))]
    if (found.length > 0) cut[address] = found
  }
  return cut
}

describe('nothing is cut off', () => {
  const stage = useStage()

  test.each([
    ['in the pseudo-locale', { query: '?lang=qps', viewport: { width: 1280, height: 800 } }, 1],
    ['at 200 % text', { viewport: { width: 1280, height: 1024 } }, 2],
    // 1280 × 1024 at 400 %.
    ['at 400 % zoom', { viewport: { width: 320, height: 256 } }, 1],
  ] as const)('%s', async (_name, options, textSize) => {
    const { page, shell } = await stage.facilitator(options)
    await page.getByRole('main').getByRole('button').first().waitFor()
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size * 100}%`
    }, textSize)
    // The second and third page find the session open.
    const sample = page.getByRole('button', { name: FAMILIES })
    await sample.or(page.locator('button.top-session')).first().waitFor({ state: 'attached' })
    if ((await sample.count()) > 0) {
      expect.soft([...(await clipped(page)), ...(await unreachable(page))]).toEqual([])
      await sample.click()
    }
    await shell.isThere()
    expect(await cutAt(page)).toEqual({})
    await page.close()
  })
})
