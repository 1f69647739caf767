import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { createKeyboard } from '../helpers/e2e/keyboard'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const FIRST = 'Nobody answers the phone after four.'
const SECOND = 'Every form asks for the same again.'
const CHANGED = 'Nobody answers the phone after three.'
const GROUP = 'Being reached'
const DECISION = 'One number that somebody answers until six.'

describe('the core of the job by keyboard only', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let keys: ReturnType<typeof createKeyboard>
  let phone: PhoneGuest

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    keys = createKeyboard(facilitator.page)
  })

  test('a sample lab is opened and its board found', async () => {
    const { page, shell } = facilitator
    await keys.take(page.getByRole('button', { name: SAMPLE, exact: true }))
    // The home page has a heading too: only the session's own bar says that it is open.
    await shell.isThere()
    await shell.command('Boards')
    await keys.take(page.getByRole('button', { name: 'Open Challenge map' }))
    await shell.heading('Challenge map').waitFor()
  })

  test('cards are written one after the other', async () => {
    const { board } = facilitator
    await keys.press('n')
    await keys.type(FIRST)
    await keys.press('Enter')
    await board.card(FIRST).waitFor()
    await keys.type(SECOND)
    await keys.press('Enter')
    await board.card(SECOND).waitFor()
    await keys.press('Escape')
    await keys.isOn(board.card(SECOND))
  })

  test('a card is picked up, carried and dropped, and each step is said', async () => {
    const { board } = facilitator
    await keys.press('Space')
    await board.says(/^Picked up/)
    await keys.press('ArrowRight')
    await board.says('Moved to Legislation, Structural')
    await keys.press('Space')
    await board.says('Now in Legislation, Structural')
    await board.inZone('Legislation, Structural', SECOND)
    await keys.isOn(board.card(SECOND))
    await keys.press('Space')
    await keys.press('ArrowLeft')
    await keys.press('Escape')
    await board.says('Put back where it was.')
    await board.inZone('Legislation, Structural', SECOND)
  })

  test('a card is found with the arrows, opened, changed and closed again', async () => {
    const { board, page } = facilitator
    await keys.press('Home')
    for (let step = 0; step < 12 && (await board.card(FIRST).and(page.locator(':focus')).count()) === 0; step += 1) {
      await keys.press('ArrowDown')
    }
    await keys.isOn(board.card(FIRST))
    await keys.press('Enter')
    const statement = page.getByRole('complementary').getByLabel('Statement')
    await keys.tabTo(statement)
    await keys.press('Control+a')
    await keys.type(CHANGED)
    await keys.press('Control+Enter')
    await board.card(CHANGED).waitFor()
    await keys.press('Escape')
    await keys.isOn(board.card(CHANGED))
  })

  test('cards are put together, deleted and brought back', async () => {
    const { board, shell } = facilitator
    await keys.press('Shift+ArrowUp')
    await keys.press('g')
    await keys.type(GROUP)
    await keys.press('Enter')
    await board.group(GROUP).waitFor()
    await keys.isOn(board.group(GROUP))
    await keys.press('Delete')
    await board.group(GROUP).waitFor({ state: 'detached' })
    await keys.press('Control+z')
    await board.group(GROUP).waitFor()
    await shell.isSaved()
  })

  test('a vote is made, the room opened, and the vote closed', async () => {
    const { board, votes, shell, page, room } = facilitator
    await keys.press('Home')
    await keys.press('Shift+ArrowDown')
    await keys.press('Shift+ArrowDown')
    await keys.press('Shift+V')
    await page.getByRole('heading', { name: 'Topics on the ballot' }).waitFor()
    await keys.press('Control+Enter')
    await votes.says('Results stay closed until you close the vote.')
    await shell.command('Open or close the room')
    const url = await room.qr()
    phone = await stage.phone({ hasTouch: true })
    await phone.scan(url)
    const thumbs = createKeyboard(phone.page)
    await thumbs.take(phone.page.getByRole('button', { name: 'Come in' }))
    await thumbs.tabTo(phone.page.getByRole('radio').first())
    await thumbs.press('Space')
    await thumbs.take(phone.page.getByRole('button', { name: /^Go on as/ }))
    await thumbs.tabTo(phone.page.getByRole('radio').first())
    await thumbs.press('Space')
    await thumbs.take(phone.page.getByRole('button', { name: 'Go on' }))
    await thumbs.take(phone.page.getByRole('button', { name: /^One dot more/ }).first())
    await thumbs.take(phone.page.getByRole('button', { name: 'Hand in' }))
    await phone.counts()
    await votes.turnout(1)
    await keys.press('Escape')
    await keys.press('Shift+C')
    await keys.take(page.getByRole('dialog').getByRole('button', { name: 'Close and count' }))
    await page.getByRole('heading', { name: 'Ranking' }).waitFor()
    await board.zone('Legislation, Structural').waitFor({ state: 'detached' })
  })

  test('a decision is recorded from the vote and the result shown', async () => {
    const { page, outcomes, shell } = facilitator
    await keys.take(page.getByRole('button', { name: 'Show on the projector' }))
    await phone.shows(/.+/)
    await keys.take(page.getByRole('button', { name: 'Record a decision' }))
    await keys.isOn(page.getByLabel('What was decided'))
    await keys.type(DECISION)
    await keys.press('Control+Enter')
    await shell.command('Decisions')
    await outcomes.hasDecision(DECISION)
  })

  test('the report is written', async () => {
    const { page, report } = facilitator
    await keys.press('Control+e')
    await keys.take(page.getByRole('button', { name: 'Write the files' }))
    const files = await report.written()
    expect(files).toHaveLength(1)
    expect(await readdir(await report.folder())).toEqual(expect.arrayContaining([...files]))
  })
})

describe('a whole session from a template by keyboard only', () => {
  const stage = useStage()
  const QUIET = 'It is too loud to talk.'
  const LATE = 'The office closes before work ends.'
  const FORMS = 'The forms are in one language only.'
  let facilitator: Guest<Facilitator>
  let keys: ReturnType<typeof createKeyboard>

  /** Deeds that have no key of their own are found in the palette. */
  const next = async (step: string): Promise<void> => {
    await facilitator.shell.command('Next step')
    await facilitator.agenda.isOn(step)
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    keys = createKeyboard(facilitator.page)
  })

  test('the session is made and begun', async () => {
    const { page, home, agenda } = facilitator
    await home.isShown()
    await keys.take(page.getByRole('button', { name: /Challenge map with priorities/ }))
    const dialog = page.getByRole('dialog')
    await keys.isOn(dialog.getByLabel('Title of the meeting'))
    await keys.type('By keyboard')
    await keys.tabTo(dialog.getByLabel('Name of the new lab'))
    await keys.type('Lab of keys')
    await keys.press('Enter')
    await page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    await facilitator.shell.command('Start the session')
    await agenda.isOn('Welcome, and who is here')
    await next('Say it and place it')
    await page.getByRole('button', { name: 'Write the first card' }).waitFor()
  })

  test('cards are written, one is carried, and two are put together in two actions', async () => {
    const { board, page } = facilitator
    await keys.press('n')
    await keys.isOn(page.getByLabel('Statement'))
    for (const text of [QUIET, LATE, FORMS]) {
      await keys.type(text)
      await keys.press('Enter')
      await board.card(text).waitFor()
    }
    await keys.press('Escape')
    await keys.isOn(board.card(FORMS))
    await keys.press('Space')
    await board.says(/^Picked up/)
    await keys.press('ArrowRight')
    await keys.press('Space')
    await board.inZone('Legislation, Structural', FORMS)
    await next('What belongs together')
    await facilitator.shell.heading('Which of these say the same thing?').waitFor()
    await keys.tabTo(board.card(QUIET))
    await keys.press('Shift+ArrowDown')
    await keys.press('g')
    await keys.type('Being there')
    await keys.press('Enter')
    await board.group('Being there').waitFor()
  })

  test('what matters is voted on and the session finished', async () => {
    const { page, shell, votes } = facilitator
    await next('Priorities: dot vote')
    await keys.take(page.getByRole('button', { name: 'From the boards' }))
    const dialog = page.getByRole('dialog', { name: 'Topics from boards and decisions' })
    for (const nth of [0, 1]) {
      await keys.tabTo(dialog.getByRole('checkbox').nth(nth))
      await keys.press('Space')
    }
    await keys.take(dialog.getByRole('button', { name: 'Add 2 topics' }))
    await votes.hasTopics(2)
    await keys.press('Control+Enter')
    await votes.says('Results stay closed until you close the vote.')
    await keys.press('Shift+C')
    await keys.take(
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^Close/ })
        .last(),
    )
    await votes.says(/./)
    await shell.command('Finish the session')
    await keys.take(page.getByRole('dialog').getByRole('button', { name: 'Finish the session' }))
    await shell.heading('Report').waitFor()
    await facilitator.report.preview().getByText(FORMS).first().waitFor({ state: 'attached' })
  })
})
