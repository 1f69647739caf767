import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { aPng } from '../helpers/e2e/picture-files'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const SECOND = 'Second meeting: one plan with the family'
const LAW = 'Legislation, Structural'
const FORM = 'Money follows the institution, not the family.'
const MINISTRY = 'Each ministry has its own budget and its own form.'
const OF_FAMILIES = 'Nobody tells us who is responsible.'
const OF_STAFF = 'We hear of each other from the families.'
const BY_HELPER = 'Typed at the other computer.'

describe('two groups at the same time', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let family: PhoneGuest
  let staff: PhoneGuest

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.isShown()
    await facilitator.home.begin({ template: 'Challenge map in two groups', title: 'Two groups', lab: 'Lab of two' })
  })

  test('each group has its own way in', async () => {
    const { room, shell } = facilitator
    await room.open()
    const [families, professionals] = [await room.groupQr('Families'), await room.groupQr('Professionals')]
    expect(families).not.toBe(professionals)
    ;[family, staff] = await Promise.all([stage.phone(), stage.phone()])
    await Promise.all([family.join(families, 'Families'), staff.join(professionals, 'Front-line staff')])
    await room.closePanel()
    await shell.isSaved()
  })

  test('each writes on its own board, and the facilitator looks from one to the other', async () => {
    const { agenda, board } = facilitator
    await agenda.begin('Welcome, and who is here')
    await agenda.part()
    await family.shows('What makes it hard in your life with services?')
    await staff.shows('What makes it hard in your work with families?')
    await family.write(OF_FAMILIES)
    await staff.write(OF_STAFF)
    await agenda.watchGroup('Families')
    await agenda.reveal(1)
    await board.card(OF_FAMILIES).waitFor()
    expect(await board.card(OF_STAFF).count()).toBe(0)
    await agenda.watchGroup('Professionals')
    await agenda.reveal(1)
    await board.card(OF_STAFF).waitFor()
    expect(await board.card(OF_FAMILIES).count()).toBe(0)
  })

  test('they go on by themselves and come together again', async () => {
    const { agenda } = facilitator
    await agenda.next('What belongs together')
    await staff.shows('Look up front.')
    await family.shows('It is in.')
    await agenda.together('Break')
    for (const phone of [family, staff]) await phone.shows(/Break|Look up front/)
  })
})

describe('the board and the computers beside it', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
    await facilitator.shell.openBoard('Challenge map')
  })

  test('cards that say the same become one, and come apart again exactly', async () => {
    const { board, page } = facilitator
    const before = await board.zone(LAW).getByText(/./).allInnerTexts()
    await board.choose(FORM, MINISTRY)
    await board.merge(FORM)
    await board.card(MINISTRY).waitFor({ state: 'detached' })
    await board.merged(FORM).click()
    await page.getByRole('complementary').getByText(MINISTRY).waitFor()
    await board.takeApart()
    await board.card(MINISTRY).waitFor()
    await board.card(FORM).waitFor()
    expect(await board.zone(LAW).getByText(/./).allInnerTexts()).toEqual(before)
  })

  test('a picture is put on a card and kept small', async () => {
    const { board, shell } = facilitator
    await board.open(FORM)
    await board.addPicture({ name: 'drawing.png', mimeType: 'image/png', buffer: aPng(1600, 1200) })
    await board.hasPicture()
    await board.closeDrawer()
    await board.card(FORM).getByRole('img').first().waitFor()
    await shell.isSaved()
  })

  test('a helper on another computer works on the board until the grant ends', async () => {
    const { room, board } = facilitator
    await room.open()
    const helper = await stage.helper(await room.grant('Hand the board over'))
    await helper.shell.openBoard('Challenge map')
    await helper.board.add(LAW, BY_HELPER)
    await room.closePanel()
    await board.card(BY_HELPER).waitFor()
    expect(await helper.page.getByRole('button', { name: /^Room/ }).count()).toBe(0)
    helper.watch.expect(/net::ERR_|WebSocket/)
    await room.showPanel()
    await room.endGrants()
    await helper.page.getByRole('heading', { name: 'This computer has no board any more' }).waitFor()
    await helper.context.close()
  })

  test('another computer shows what the projector shows', async () => {
    const { room, shell } = facilitator
    await room.showPanel()
    const screen = await stage.screen(await room.grant('Another screen'))
    await room.closePanel()
    await facilitator.project('Board: Challenge map')
    await screen.shows(/./)
    await screen.says('Legislation')
    await shell.isSaved()
    await screen.context.close()
  })

  test('what was deleted comes back from what was done, without undoing what came after', async () => {
    const { board, shell, page } = facilitator
    await board.remove(BY_HELPER)
    await board.add(LAW, 'Said after it was deleted.')
    await shell.command('What was done')
    await shell.heading('What was done').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: 'Delete cards' }).filter({ hasText: BY_HELPER })
    await row.getByRole('button', { name: 'Bring back' }).click()
    await shell.openBoard('Challenge map')
    await board.card(BY_HELPER).waitFor()
    await board.card('Said after it was deleted.').waitFor()
  })
})

describe('templates of one’s own and the trash', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
  })

  test('a session is kept as a template, without what was said, and another begins from it', async () => {
    const { shell, page, home, board } = facilitator
    await shell.menu('Keep as a template')
    const dialog = page.getByRole('dialog', { name: 'Keep as a template' })
    await dialog.getByLabel('Name of the template').fill('Our way')
    await dialog.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('The template is kept').waitFor()
    await page.keyboard.press('Escape')
    await shell.toHome()
    await page.getByRole('heading', { name: 'Yours' }).waitFor()
    await home.begin({ template: 'Our way', title: 'In our way', lab: 'Another lab' })
    await shell.openBoard('Challenge map')
    expect(await board.card('').count()).toBe(0)
    await shell.toHome()
  })

  test('a session goes to the trash and comes back', async () => {
    const { page, home, shell } = facilitator
    await shell.toHome()
    await page.getByRole('button', { name: `Move to the trash: ${SECOND}` }).click()
    await page.getByText('Trash: 1 session').click()
    const put = page.getByRole('listitem').filter({ hasText: SECOND })
    await put.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Trash: 1 session').waitFor({ state: 'detached' })
    await home.openSession(SECOND)
  })
})
