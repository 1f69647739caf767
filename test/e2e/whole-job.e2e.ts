import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import type { Phone } from '../helpers/e2e/drivers/phone'
import type { Projector } from '../helpers/e2e/drivers/projector'
import { useStage } from '../helpers/e2e/stage'
import type { Guest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const RESOURCES = 'Resources, Structural'
const LAW = 'Legislation, Structural'
const BUS = 'The last bus leaves before the office closes.'
const BUS_LATER = 'The last bus leaves an hour before the office closes.'
const WAITING = 'The budget for next year is already voted.'
const GROUP = 'Getting there and being received'
const QUESTION = 'What should change first?'
const FORM = 'Money follows the institution, not the family.'
const OTHERS = 'Families, Managers, School and health, and Policymakers'
const MINISTRY = 'Each ministry has its own budget and its own form.'

describe('the whole job by mouse', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let projector: Guest<Projector>
  const phones: Guest<Phone>[] = []

  beforeAll(async () => {
    facilitator = await stage.facilitator()
  })

  test('a sample lab opens as a copy', async () => {
    await facilitator.home.isShown()
    expect(await readdir(stage.host().dataDir)).toEqual([])
    await facilitator.home.openSample(SAMPLE)
    await facilitator.shell.heading('What do we agree on, and who does what by when?').waitFor()
    expect(await readdir(stage.host().dataDir)).toHaveLength(1)
  })

  test('a card is added, changed and dragged', async () => {
    const { shell, board } = facilitator
    await shell.openBoard('Challenge map')
    await board.add(LAW, BUS, 'Families')
    await board.edit(BUS, BUS_LATER)
    await board.drag(BUS_LATER, RESOURCES)
    await board.inZone(RESOURCES, BUS_LATER)
    await shell.isSaved()
  })

  test('cards are put together under a heading', async () => {
    const { board, page } = facilitator
    await board.choose(BUS_LATER, WAITING)
    await page.keyboard.press('g')
    await board.nameGroup(GROUP)
    await facilitator.shell.undoes('Put cards together')
  })

  test('a deleted card comes back', async () => {
    const { board, shell } = facilitator
    await board.remove(MINISTRY)
    await shell.undo()
    await board.card(MINISTRY).waitFor()
    await shell.redo()
    await board.card(MINISTRY).waitFor({ state: 'detached' })
    await shell.undo()
    await board.card(MINISTRY).waitFor()
  })

  test('the board is filtered by voice and read as an outline', async () => {
    const { board } = facilitator
    await board.filterByVoice('Managers')
    await board.card(FORM).waitFor()
    await board.card(MINISTRY).waitFor({ state: 'detached' })
    await board.showAll()
    await board.card(MINISTRY).waitFor()
    await board.asOutline()
    await facilitator.page.getByRole('heading', { level: 4, name: GROUP }).waitFor()
    await board.asMap()
    await board.card(MINISTRY).waitFor()
  })

  test('a task and a decision come from a card', async () => {
    const { board, shell, outcomes } = facilitator
    await board.open(MINISTRY)
    await board.makeTask()
    await board.says('Task made.')
    await board.makeDecision()
    await board.says('Decision made, as a proposal.')
    await board.closeDrawer()
    await shell.go('Tasks')
    await outcomes.taskIn('To do', MINISTRY)
    await outcomes.hasDecision(MINISTRY)
  })

  test('six phones join by the square and the projector shows how', async () => {
    const { room, shell } = facilitator
    projector = await stage.projector(facilitator)
    const url = await room.open()
    await facilitator.page.getByRole('button', { name: 'Show on the projector' }).click()
    await projector.shows(/^Come in\./)
    const voices = ['Families', 'Families', 'Families', 'Front-line staff', 'Front-line staff', 'Front-line staff']
    for (const voice of voices) {
      const phone = await stage.phone()
      await phone.join(url, voice)
      await phone.shows('Look up front.')
      phones.push(phone)
    }
    await room.hasPhones(6)
    await projector.says('6 phones are in')
    await room.closePanel()
    await shell.isSaved()
  })

  test('a dot vote over chosen cards is opened and nobody sees more than the turnout', async () => {
    const { board, shell, votes, page } = facilitator
    await shell.openBoard('Challenge map')
    await board.choose(FORM, MINISTRY)
    await board.group(GROUP).click({ modifiers: ['Control'] })
    await page.keyboard.press('Shift+V')
    await votes.ask(QUESTION)
    await votes.hasTopics(3)
    await votes.open()
    await facilitator.project(`Vote: ${QUESTION}`)
    await projector.shows(QUESTION)
    for (const [index, phone] of phones.entries()) {
      await phone.shows(QUESTION)
      await phone.give(index < 3 ? GROUP : FORM, 3)
      await phone.give(MINISTRY, 1)
      await phone.handIn()
      await phone.counts()
    }
    await votes.turnout(6)
    await projector.turnout(6)
    expect(await projector.page.locator('main').innerText()).not.toContain(GROUP)
  })

  test('a ballot can be changed until the close, and then the result shows by voice', async () => {
    const { votes } = facilitator
    const [first] = phones
    await first?.changeBallot()
    await first?.take(MINISTRY)
    await first?.handIn()
    await first?.counts()
    await votes.turnout(6)
    await votes.close()
    // The voices without a ballot are counted together with another, so that nobody can be picked out.
    await votes.says('First choice of Front-line staff: “Money follows the institution')
    await votes.says(`First choice of ${OTHERS}: “${GROUP}”`)
    expect(await votes.row(GROUP).innerText()).toContain('9')
    expect(await votes.row(FORM).innerText()).toContain('9')
    expect(await votes.row(MINISTRY).innerText()).toContain('5')
    expect(await votes.ranking().innerText()).toContain('Front-line staff')
    await facilitator.page.getByRole('img', { name: /^The voices differ most on/ }).waitFor()
    await votes.asTable()
    await facilitator.page.getByRole('columnheader', { name: 'gap' }).waitFor()
  })

  test('the result comes to the projector and the phones when it is shown', async () => {
    for (const phone of phones) await phone.shows('The vote is closed.')
    await facilitator.votes.show()
    await projector.says('Everyone together, in dots')
    await phones[0]?.shows(`${OTHERS} put “${GROUP}” first.`)
    await phones[5]?.shows(`Front-line staff put “${FORM}” first.`)
  })

  test('the report is read and written, and the files hold what was done', async () => {
    const { shell, report } = facilitator
    await shell.go('Report')
    await report.isFor('The lab itself')
    await report.preview().getByRole('heading', { name: QUESTION }).first().waitFor()
    await report.as('Markdown', 'Tables', 'Data')
    await report.write()
    const files = await report.written()
    const folder = await report.folder()
    expect(files.some((name) => name.endsWith('.internal.en.html'))).toBe(true)
    const text = async (ending: string): Promise<string> =>
      readFile(join(folder, files.find((name) => name.endsWith(ending)) ?? ''), 'utf8')
    const page = await text('.internal.en.html')
    expect(page).toContain(QUESTION)
    expect(page).toContain(BUS_LATER)
    expect(page).toContain('<svg')
    expect(await text('.md')).toContain(BUS_LATER)
    expect(JSON.parse(await text('.json'))).toBeTruthy()
    expect((await readdir(folder)).filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(2)
  })

  test('writing again asks before it replaces', async () => {
    const { report } = facilitator
    await report.write()
    await report.asksToReplace()
    await report.replace()
    await report.written()
  })
})
