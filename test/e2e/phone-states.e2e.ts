import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { createPaper } from '../helpers/e2e/drivers/paper'
import { createTablet } from '../helpers/e2e/drivers/tablet'
import { clipped, inspect, unreachable } from '../helpers/e2e/inspect'
import type { Scheme } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const TOPICS = [
  'Money follows the institution, not the family.',
  'Each ministry has its own budget and its own form.',
  'We hear about families in tables.',
] as const
const WAYS = [
  ['dots', 'Dot vote'],
  ['approval', 'Approval vote'],
  ['rating', 'Rating from 1 to 5'],
  ['ranking', 'Ranking'],
  ['consent', 'Consent'],
  ['effort-effect', 'Effort and effect'],
  ['share-100', 'Share 100 points'],
] as const
const LANGUAGES = [
  ['sl', 'Slovenščina'],
  ['nb', 'Norsk bokmål'],
] as const

describe('the phone in every state of a vote', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let phone: PhoneGuest
  let small: PhoneGuest
  let url = ''

  const look = async (page: Page, where: string, schemes?: readonly Scheme[]): Promise<void> => {
    await inspect(page, where, schemes)
    expect.soft([...(await clipped(page)), ...(await unreachable(page))], where).toEqual([])
  }
  const lookAtBoth = async (where: string): Promise<void> => {
    await look(phone.page, where)
    // Strong contrast is the same by day and by night.
    await look(small.page, `${where}, small`, ['light'])
  }
  const newVote = async (question: string, method: string): Promise<void> => {
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.board.choose(...TOPICS)
    await facilitator.page.keyboard.press('Shift+V')
    await facilitator.votes.ask(question)
    await facilitator.votes.method(method)
  }
  const codes = async (): Promise<readonly string[]> => {
    const names = await readdir(stage.host().dataDir, { recursive: true })
    const name = names.filter((one) => one.includes('.slips-')).at(-1) ?? ''
    const page = await readFile(join(stage.host().dataDir, name), 'utf8')
    return [...page.matchAll(/>([2-9A-Z]{3} [2-9A-Z]{3})</g)].map(([, code]) => code ?? '')
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
    url = await facilitator.room.open()
    await facilitator.room.closePanel()
    ;[phone, small] = await Promise.all([stage.phone(), stage.phone({ viewport: { width: 320, height: 640 } })])
    await Promise.all([phone.join(url, 'Families'), small.join(url, 'Managers')])
    await small.tap('Bigger text')
    await small.tap('Strong contrast')
  })

  test.each(WAYS)('%s: the ballot, handed in, closed, and its result', async (name, method) => {
    const question = `What first? ${method}`
    await newVote(question, method)
    await facilitator.votes.open()
    await Promise.all([phone.shows(question), small.shows(question)])
    await phone.answerEach(name, TOPICS.length)
    await lookAtBoth(`ballot, ${name}`)
    await phone.handIn()
    await phone.counts()
    if (name === 'dots') await look(phone.page, 'handed in')
    await facilitator.votes.close()
    await phone.says('Your last ballot counted.')
    if (name === 'dots') await lookAtBoth('closed')
    await facilitator.votes.show()
    await phone.says(TOPICS[0])
    await lookAtBoth(`result, ${name}`)
  })

  test('the tablet with two ways to vote', async () => {
    const { context, shell } = facilitator
    for (const [name, method] of [WAYS[3], WAYS[5]]) {
      await newVote(`At the tablet? ${method}`, method)
      await facilitator.votes.open()
      const [page] = await Promise.all([context.waitForEvent('page'), shell.command('Use this laptop as the tablet')])
      await page.setViewportSize({ width: 1024, height: 768 })
      const tablet = createTablet(page)
      await tablet.waits()
      await page.getByRole('button', { name: /^I have it now, start/, disabled: false }).click()
      await page.getByRole('radio', { name: 'Managers' }).check({ force: true })
      await page.getByRole('button', { name: /^Go on/ }).click()
      await tablet.shows(`At the tablet? ${method}`)
      await look(page, `tablet, ${name}`)
      await page.close()
      await facilitator.votes.close()
    }
  })

  test('a slip opens the ballot, and a wrong code does not', async () => {
    const question = 'One slip, one ballot?'
    await newVote(question, 'Approval vote')
    await facilitator.votes.admit('Everybody with a slip')
    await createPaper(facilitator.page).print(3)
    const [code = ''] = await codes()
    await facilitator.votes.open()
    await phone.shows('Which code is on your slip?')
    await small.shows('Which code is on your slip?')
    await lookAtBoth('code asked')
    await phone.slip(code.startsWith('ZZZ') ? 'YYY YYY' : 'ZZZ ZZZ')
    await phone.says('No slip has this code. Look at it once more.')
    await look(phone.page, 'code refused')
    await phone.slip(code)
    await phone.shows(question)
    await look(phone.page, 'ballot with a slip')
    await phone.answerEach('approval', 1)
    await phone.handIn()
    await phone.counts()
    await small.slip(code)
    // One slip, one ballot: another phone with the same code is shown what was handed in.
    await small.counts()
    await look(small.page, 'handed in elsewhere', ['light'])
    await facilitator.votes.close()
  })

  test('two votes at once, the second handed in without a network', async () => {
    await newVote('The first of two?', 'Dot vote')
    await facilitator.votes.open()
    await newVote('The second of two?', 'Consent')
    await facilitator.votes.open()
    await phone.shows('The first of two?')
    await phone.says('Question 1 of 2')
    await look(phone.page, 'one of two')
    await phone.answerEach('dots', 2)
    await phone.handIn()
    await phone.shows('The second of two?')
    phone.loseNetwork()
    await phone.says('No connection')
    await phone.answerEach('consent', 3)
    await look(phone.page, 'ballot without a network')
    await phone.handIn()
    await phone.shows('Your ballots')
    await look(phone.page, 'list, one on its way')
    phone.findNetwork()
    await phone.says('All are handed in. Put the phone down.')
    await look(phone.page, 'list, all in')
    await facilitator.votes.close()
    await facilitator.shell.go('Votes')
    await facilitator.page.getByRole('main').getByRole('button', { name: 'The first of two?' }).click()
    await facilitator.votes.close()
    await phone.shows('The vote is closed.')
  })

  test.each(LANGUAGES)('in %s with big letters and strong contrast', async (code, language) => {
    await newVote(`In another language? ${language}`, 'Rating from 1 to 5')
    await facilitator.votes.open()
    await small.page.locator('.head-you').tap()
    await small.page.getByRole('radio', { name: language }).tap()
    await small.page.locator(`html[lang^=${code}]`).waitFor({ state: 'attached' })
    await look(small.page, `languages, ${language}`, ['light'])
    await small.page.locator('.head-you').tap()
    await small.shows(`In another language? ${language}`)
    await look(small.page, `ballot, ${language}`, ['light'])
    await facilitator.votes.close()
  })

  test('a phone that is not let in, and one that is sent away', async () => {
    const { room } = facilitator
    const late = await stage.phone()
    await room.showPanel()
    await room.cap(2)
    await late.scan(url)
    await late.shows('The room is full.')
    await look(late.page, 'room full')
    await room.cap(null)
    await room.lock()
    await late.shows('The room is locked.')
    await look(late.page, 'room locked')
    await room.unlock()
    await room.sendAway('Families')
    await phone.shows('This phone was taken out of the room.')
    await look(phone.page, 'sent away')
  })
})
