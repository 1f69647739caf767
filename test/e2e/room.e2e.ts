import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import type { Projector } from '../helpers/e2e/drivers/projector'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const STEP = 'Say it and place it'
const QUESTION = 'What matters most? Challenge map'
const FORM = 'Money follows the institution, not the family.'
const MINISTRY = 'Each ministry has its own budget and its own form.'
const TABLES = 'We hear about families in tables.'
const BUS = 'The bus does not run in the holidays.'
const DOOR = 'Nobody opens the door on Mondays.'
const BEFORE = 'Written just before the laptop went off.'
const LOST = /net::ERR_|WebSocket/

describe('a room with a projector and three phones', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let projector: Guest<Projector>
  let url = ''
  let one: PhoneGuest
  let two: PhoneGuest
  let three: PhoneGuest

  const openVote = async (): Promise<void> => {
    const { board, shell, votes } = facilitator
    await shell.openBoard('Challenge map')
    await board.choose(FORM, MINISTRY, TABLES)
    await facilitator.page.keyboard.press('Shift+V')
    await votes.open()
    await facilitator.project(`Vote: ${QUESTION}`)
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
    projector = await stage.projector(facilitator)
    await facilitator.shell.startStep(STEP)
    url = await facilitator.room.open()
    ;[one, two, three] = await Promise.all([stage.phone(), stage.phone(), stage.phone()])
    await Promise.all([one.join(url, 'Families'), two.join(url, 'Managers'), three.join(url, null, false)])
    for (const guest of [facilitator, projector, one, two, three]) guest.watch.expect(LOST)
  })

  test('words from a phone are on the board at once, and only that phone takes them back', async () => {
    await facilitator.room.closePanel()
    await one.write(BUS, 'Resources')
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.page.getByText(BUS).first().waitFor()
    await one.takeBack(BUS)
    await facilitator.page.getByText(BUS).first().waitFor({ state: 'detached' })
  })

  test('words written without a network are kept and sent when it is back', async () => {
    two.loseNetwork()
    await two.says('No connection')
    await two.write(DOOR)
    await two.shows('It is kept on this phone.')
    two.findNetwork()
    await two.shows('It is in.')
    await facilitator.page.getByText(DOOR).first().waitFor()
  })

  test('a phone keeps its voice, its ballot and its dots through a reload', async () => {
    await openVote()
    await projector.shows(QUESTION)
    await one.shows(QUESTION)
    await one.give(FORM, 2)
    await one.page.reload()
    await one.has(FORM, 2)
    await one.handIn()
    await one.counts()
    await one.page.reload()
    await one.counts()
    await facilitator.votes.turnout(1)
  })

  test('a ballot handed in without a network counts once when it is back', async () => {
    await two.shows(QUESTION)
    two.loseNetwork()
    await two.says('No connection')
    await two.give(MINISTRY, 3)
    await two.handIn()
    await two.shows('Your ballot is on its way.')
    two.findNetwork()
    await two.counts()
    await facilitator.votes.turnout(2)
    await projector.turnout(2)
  })

  test('the host dies in the middle of the vote and nothing acknowledged is lost or doubled', async () => {
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.board.add('Legislation, Structural', BEFORE)
    await facilitator.shell.isSaved()
    await stage.host().kill()
    await three.says('No connection')
    await three.give(TABLES, 1)
    await three.give(FORM, 1)
    await three.handIn()
    await three.shows('Your ballot is on its way.')
    await facilitator.shell.isReconnecting()
    await stage.host().restart()
    await facilitator.home.says('The app stopped here. Everything is back when you open it.')
    await facilitator.home.goOn()
    await facilitator.shell.notice('The room is open again.')
    await facilitator.shell.isSaved()
    await three.counts()
    await one.counts()
    await two.counts()
    await facilitator.shell.openBoard('Challenge map')
    await facilitator.board.card(BEFORE).waitFor()
    await projector.turnout(3)
  })

  test('after the restart a ballot is changed, not added', async () => {
    await one.changeBallot()
    await one.has(FORM, 2)
    await one.give(FORM, 3)
    await one.handIn()
    await one.counts()
    await facilitator.shell.go('Votes')
    await facilitator.page.getByRole('main').getByRole('button', { name: QUESTION }).click()
    await facilitator.votes.turnout(3)
    await facilitator.votes.close()
    expect(await facilitator.votes.row(FORM).innerText()).toMatch(/\b4\b/)
    expect(await facilitator.votes.row(MINISTRY).innerText()).toMatch(/\b3\b/)
    expect(await facilitator.votes.row(TABLES).innerText()).toMatch(/\b1\b/)
    await facilitator.votes.says('3 ballots')
    await facilitator.votes.says('Only the overall result is shown')
    await one.says('Your last ballot counted.')
    await three.says('Your last ballot counted.')
  })
})
