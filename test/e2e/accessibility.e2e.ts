import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import type { Projector } from '../helpers/e2e/drivers/projector'
import { clipped, inspect } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const QUESTION = 'What should we work on first?'
const NEW_QUESTION = 'What matters most? Challenge map'
const FORM = 'Money follows the institution, not the family.'
const MINISTRY = 'Each ministry has its own budget and its own form.'
const PLACES = ['Boards', 'Votes', 'Decisions', 'Open questions', 'People and voices', 'Lab', 'Report']
const DIALOGS = ['New session', 'Shortcuts', 'Finish the session', 'Next session from this one']

describe('every screen can be used by everybody', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let projector: Guest<Projector>
  let phone: PhoneGuest
  let small: PhoneGuest

  const openDialog = async (name: string): Promise<void> => {
    await facilitator.shell.command(name)
    await facilitator.page.getByRole('dialog').getByRole('heading').first().waitFor()
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
  })

  test('the first page, empty and with sessions, and settings', async () => {
    const { home, page, shell } = facilitator
    await home.isShown()
    await inspect(page, 'home, first time')
    await home.openSample(SAMPLE)
    await shell.leaveToHome()
    await home.isShown()
    await inspect(page, 'home')
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await inspect(page, 'settings')
    await page.goBack()
    await home.isShown()
    await home.goOn()
  })

  test.each(PLACES)('the place "%s"', async (place) => {
    await facilitator.shell.go(place)
    await facilitator.page.getByText('One moment').first().waitFor({ state: 'detached' })
    await inspect(facilitator.page, place)
  })

  test('the board as a map, with drawers, a new card and a question, and as an outline', async () => {
    const { board, shell, page } = facilitator
    await shell.openBoard('Challenge map')
    await inspect(page, 'board')
    await board.open(FORM)
    await inspect(page, 'card drawer')
    await board.closeDrawer()
    await board.group('Time for teams to meet').click()
    await page.getByRole('complementary').waitFor()
    await inspect(page, 'group drawer')
    await board.closeDrawer()
    await board.choose(FORM, MINISTRY)
    await page.keyboard.press('g')
    await page.getByPlaceholder('In a few words').waitFor()
    await inspect(page, 'question about chosen cards')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.getByLabel('Statement').waitFor()
    await inspect(page, 'new card')
    await page.keyboard.press('Escape')
    await board.asOutline()
    await page.getByRole('heading', { level: 4 }).first().waitFor()
    await inspect(page, 'outline')
    await board.asMap()
  })

  test.each(DIALOGS)('the dialog "%s"', async (name) => {
    await openDialog(name)
    await inspect(facilitator.page, name)
    await facilitator.page.keyboard.press('Escape')
    await facilitator.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the palette and the drawers of tasks and decisions', async () => {
    const { shell, outcomes, page } = facilitator
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
    await inspect(page, 'palette')
    await page.keyboard.press('Escape')
    await shell.go('Tasks')
    await outcomes.openTask('Put three letters into one')
    await page.getByRole('complementary', { name: 'Task' }).waitFor()
    await inspect(page, 'task drawer')
    await outcomes.closeDrawer()
    await page.getByRole('button', { name: 'One letter instead of three.' }).click()
    await page.getByRole('complementary', { name: /^Decision/ }).waitFor()
    await inspect(page, 'decision drawer')
    await outcomes.closeDrawer()
  })

  test('the room, and the projector on the way in', async () => {
    const { room, page } = facilitator
    await room.showPanel()
    await inspect(page, 'room, closed')
    const url = await room.open()
    await inspect(page, 'room, open')
    await room.test()
    await inspect(page, 'test with one phone')
    await room.closePanel()
    projector = await stage.projector(facilitator)
    await inspect(projector.page, 'projector, agreed')
    await facilitator.project('How to join')
    await projector.shows(/^Come in/)
    await inspect(projector.page, 'projector, join')
    phone = await stage.phone()
    small = await stage.phone({ viewport: { width: 320, height: 640 } })
    await phone.scan(url)
    await small.scan(url)
  })

  test('a phone from the welcome to the first words', async () => {
    for (const one of [phone, small]) {
      await one.shows('Welcome to the lab meeting.')
      await inspect(one.page, 'phone, welcome')
      await one.tap('Come in')
      await one.page.getByRole('radio').first().waitFor()
      await inspect(one.page, 'phone, voice')
      await one.page.getByRole('radio', { name: 'Managers' }).tap()
      await one.tap(/^Go on as/)
      await one.shows('May your words be quoted?')
      await inspect(one.page, 'phone, consent')
      await one.page.getByRole('radio').last().tap()
      await one.tap('Go on')
      await one.shows('Look up front.')
      await inspect(one.page, 'phone, wait')
    }
    await facilitator.shell.startStep('Say it and place it')
    for (const one of [phone, small]) {
      await one.page.getByLabel('Your words').waitFor()
      await inspect(one.page, 'phone, write')
      await one.write('Words from a small screen')
      await inspect(one.page, 'phone, sent')
      await one.tap(/from this phone$/)
      await one.shows('Your cards')
      await inspect(one.page, 'phone, mine')
      await one.page.getByRole('button', { name: 'Back', exact: true }).last().tap()
      await one.tap(/Your voice, your words, language/)
      await one.shows('You')
      await inspect(one.page, 'phone, you')
      await one.tap(/Your voice, your words, language/)
      expect(await clipped(one.page)).toEqual([])
    }
    await facilitator.project('The current step')
    await projector.page.getByRole('heading', { level: 1 }).waitFor()
    await inspect(projector.page, 'projector, step')
    await facilitator.project('Board: Challenge map')
    await projector.shows(/./)
    await inspect(projector.page, 'projector, board')
  })

  test('a vote on all screens: prepared, open, closed, shown', async () => {
    const { board, shell, votes, page } = facilitator
    await shell.openBoard('Challenge map')
    await board.choose(FORM, MINISTRY)
    await page.keyboard.press('Shift+V')
    await page.getByRole('heading', { name: 'Topics on the ballot' }).waitFor()
    await inspect(page, 'vote, prepared')
    await votes.open()
    await facilitator.project(`Vote: ${NEW_QUESTION}`)
    await projector.shows(NEW_QUESTION)
    await inspect(page, 'vote, open')
    await inspect(projector.page, 'projector, vote')
    for (const one of [phone, small]) {
      await one.shows(NEW_QUESTION)
      await one.give(FORM, 2)
      await inspect(one.page, 'phone, ballot')
      expect(await clipped(one.page)).toEqual([])
      await one.handIn()
      await one.counts()
      await inspect(one.page, 'phone, counted')
    }
    await votes.close()
    await phone.shows('The vote is closed.')
    await inspect(phone.page, 'phone, closed')
    await votes.show()
    await inspect(page, 'result, overall')
    for (const one of [phone, small]) {
      await one.page.getByRole('listitem').first().waitFor()
      await inspect(one.page, 'phone, result')
    }
  })

  test('a result by voice, as a chart and as a table, and on the projector', async () => {
    const { shell, votes, page } = facilitator
    await shell.go('Votes')
    await page.getByRole('main').getByRole('button', { name: QUESTION }).click()
    await page.getByRole('heading', { name: 'Ranking' }).waitFor()
    await inspect(page, 'result')
    await votes.asTable()
    await inspect(page, 'result as a table')
    await votes.show()
    await projector.says('Everyone together, in dots')
    await inspect(projector.page, 'projector, result')
  })

  test('high contrast on the main screens', async () => {
    const { shell, page } = facilitator
    await shell.go('Votes')
    await page.keyboard.press('Control+,')
    await page.getByRole('radio', { name: 'High contrast' }).click()
    await inspect(page, 'settings, high contrast', ['light'])
    await shell.openBoard('Challenge map')
    await inspect(page, 'board, high contrast', ['light'])
    await shell.go('Decisions')
    await inspect(page, 'decisions, high contrast', ['light'])
    await inspect(projector.page, 'projector, high contrast', ['light'])
    await phone.tap('Strong contrast')
    await inspect(phone.page, 'phone, strong contrast', ['light'])
    await phone.tap('Bigger text')
    await inspect(phone.page, 'phone, bigger text', ['light'])
    expect(await clipped(phone.page)).toEqual([])
  })

  test('the written report', async () => {
    const { shell, report, page } = facilitator
    await shell.go('Report')
    await report.write()
    const [file = ''] = await report.written()
    const url = pathToFileURL(join(await report.folder(), file)).href
    await page.goto(url)
    await inspect(page, 'report')
  })
})

describe('words that are longer than in English', () => {
  const stage = useStage()

  test('nothing is cut off in the pseudo-locale', async () => {
    const facilitator = await stage.facilitator({ query: '?lang=qps', viewport: { width: 1280, height: 800 } })
    const { page } = facilitator
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('main').getByRole('button').nth(2).waitFor()
    expect(await clipped(page)).toEqual([])
    await page.getByRole('button', { name: SAMPLE }).click()
    const collections = page.getByRole('navigation').getByRole('list').last().getByRole('button')
    await collections.first().waitFor()
    const count = await collections.count()
    for (let index = 0; index < count; index += 1) {
      await collections.nth(index).click()
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      expect([index, await clipped(page)]).toEqual([index, []])
    }
  })
})
