import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { ROOT } from '../helpers/e2e/host-process'
import { aPng } from '../helpers/e2e/picture-files'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SMALL = join(ROOT, 'test', 'fixtures', 'documents', '1-small.polyphony.json')
const ZONE = 'Legislation, Structural'
const AWAY = 'Written while the stick was pulled out'
const EMOJI = '👩‍👩‍👧‍👦 🏳️‍🌈 not one family is like the other 👍🏽'
const HEBREW = 'אף אחד לא שאל אותנו מה אנחנו צריכים'
const LONGEST = 2_000
const MONEY = 'Money follows the institution, not the family.'

describe('files that are no session', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let folder = ''
  let good = ''

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    folder = join(stage.host().folder, 'files')
    await mkdir(folder)
    good = await readFile(SMALL, 'utf8')
  })

  test.each([
    ['cut off in the middle', (text: string) => text.slice(0, text.length / 2), 'The file could not be read'],
    ['of another program', () => '{"hello":"world"}', 'This file was not made by Polyphony.'],
    [
      'of a newer version',
      (text: string) => text.replace(/"formatVersion":\d+/, '"formatVersion":99'),
      'This session was saved by a newer version of Polyphony.',
    ],
    ['deeply nested', () => '['.repeat(100_000), 'The file is built in a way no session is.'],
    [
      'with a forbidden name',
      (text: string) => text.replace('{', '{"__proto__":{"admin":true},'),
      'The file holds the name __proto__, which no session has.',
    ],
    ['that is no text', () => '\u0000\u0001\u0002', 'The file could not be read'],
  ])('a file %s is told and left as it is', async (name, damage, words) => {
    const { home, watch } = facilitator
    const path = join(folder, `${name.replaceAll(' ', '-')}.polyphony.json`)
    const text = damage(good)
    await writeFile(path, text)
    watch.expect(/answered 4\d\d|status of 4\d\d/)
    await home.openFile(path)
    await home.explains(words)
    await home.dismiss()
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  test('a good file of an early version opens as a copy', async () => {
    await facilitator.home.openFile(SMALL)
    await facilitator.page.getByRole('navigation', { name: 'Agenda and collections' }).waitFor()
    expect(await readFile(SMALL, 'utf8')).toBe(good)
  })
})

describe('words that are hard to hold', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let phone: PhoneGuest

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.isShown()
    await facilitator.home.begin({ template: 'Challenge map with priorities', title: 'Hard words', lab: 'Test lab' })
  })

  test('an empty session is exported', async () => {
    const { shell, report } = facilitator
    await shell.go('Report')
    await report.as('Markdown', 'Tables', 'Data')
    await report.write()
    expect((await report.written()).length).toBeGreaterThan(3)
    await report.preview().getByRole('heading').first().waitFor()
  })

  test('emoji and words from right to left stay what they are', async () => {
    const { shell, board, page } = facilitator
    await shell.openBoard('Challenge map')
    await page.getByRole('button', { name: 'Write the first card' }).click()
    for (const text of [EMOJI, HEBREW]) {
      await page.getByLabel('Statement').fill(text)
      await page.getByLabel('Statement').press('Enter')
      await board.card(text).waitFor()
    }
    await page.getByLabel('Statement').press('Escape')
    const direction = await board
      .card(HEBREW)
      .locator('.card-text')
      .evaluate((element) => getComputedStyle(element).direction)
    expect(direction).toBe('rtl')
    await shell.isSaved()
  })

  test('the laptop counts what is left and takes no more than fits', async () => {
    const { board, page } = facilitator
    await board.open(EMOJI)
    const field = page.getByRole('complementary').getByLabel('Statement')
    await field.fill('x'.repeat(LONGEST - 20))
    await page.getByText('20 characters left').waitFor()
    await field.press('Escape')
    await board.closeDrawer()
    await board.card(EMOJI).waitFor()
  })

  test('a phone says how many characters are too many and cuts nothing off', async () => {
    const { shell, room } = facilitator
    await shell.startStep('Say it and place it')
    const url = await room.open()
    await room.closePanel()
    phone = await stage.phone()
    await phone.join(url, 'Families')
    const words = phone.page.getByLabel('Your words')
    await words.fill(HEBREW.padEnd(LONGEST + 7, '!'))
    await phone.says('7 characters too many.')
    await phone.insist('Send')
    expect((await words.inputValue()).length).toBe(LONGEST + 7)
    await words.fill('   ')
    await phone.insist('Send')
    await words.fill(EMOJI)
    await phone.tap('Send')
    await phone.shows('It is in.')
    await phone.says(EMOJI)
  })

  test('markup in a statement is shown as it was written', async () => {
    const { board } = facilitator
    await phone.tap('Write another')
    await phone.write('<img src=x onerror=alert(1)> & <b>bold</b>')
    await facilitator.shell.goToStep('Say it and place it')
    await facilitator.agenda.reveal(2)
    await board.card('<img src=x onerror=alert(1)> & <b>bold</b>').waitFor()
  })

  // Nobody keeps root out of a folder.
  test.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be written to is told before anything is lost',
    async () => {
      const { dataDir } = stage.host()
      await chmod(dataDir, 0o500)
      await facilitator.shell.leaveToHome()
      await facilitator.page.getByRole('button', { name: 'Empty session' }).click()
      await facilitator.page.getByLabel('Title of the meeting').fill('Nowhere to go')
      await facilitator.page.getByRole('button', { name: 'Create the session' }).click()
      await facilitator.home.explains('You are not allowed to write in this folder.')
      await facilitator.home.dismiss()
      await chmod(dataDir, 0o700)
      await facilitator.home.goOn()
    },
  )

  test('a folder that is taken away while it is open is told, and nothing is lost when it is back', async () => {
    const { dataDir } = stage.host()
    const { board, shell, page } = facilitator
    await shell.openBoard('Challenge map')
    await rename(dataDir, `${dataDir}-away`)
    await board.add(ZONE, AWAY)
    await page.getByRole('button', { name: /not saved$/ }).click()
    await page.getByText('The folder of this session was removed or renamed').waitFor()
    await rename(`${dataDir}-away`, dataDir)
    await page.getByRole('button', { name: 'Try again' }).click()
    await shell.isSaved()
    await board.card(AWAY).waitFor()
  })
})

describe('a port that is taken', () => {
  const stage = useStage()

  test('the room opens on the next port and says so', async () => {
    const blocker = createServer()
    // Another test or program may have it: then it is taken all the same.
    await new Promise<void>((done) => blocker.once('error', () => done()).listen(8484, '127.0.0.1', () => done()))
    try {
      const facilitator = await stage.facilitator()
      await facilitator.home.openSample('Families: a polyphonic community')
      const url = await facilitator.room.open()
      expect(new URL(url).port).not.toBe('8484')
      await facilitator.shell.notice('Another program uses the usual port.')
      const phone = await stage.phone()
      await phone.scan(url)
      await phone.shows('Welcome to the lab meeting.')
    } finally {
      blocker.close()
    }
  })
})

describe('too much, too large, or gone meanwhile', () => {
  const stage = useStage()
  const LINES = 2_000
  let facilitator: Guest<Facilitator>

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample('Families: a polyphonic community')
    await facilitator.shell.openBoard('Challenge map')
  })

  test('a fake picture and a broken one are told, and one of 40 MB is made small', async () => {
    const { board, page, watch, shell } = facilitator
    watch.expect(/blob|status of 4\d\d|answered 4\d\d/)
    await board.open(MONEY)
    const good = aPng(40, 30)
    const bad = [
      { name: 'fake.png', buffer: Buffer.from('MZ this is a program and no picture'), says: /not a picture|damaged/ },
      { name: 'broken.png', buffer: good.subarray(0, good.length - 30), says: /damaged|not a picture/ },
    ]
    for (const { name, buffer, says } of bad) {
      await board.addPicture({ name, mimeType: 'image/png', buffer })
      await page.getByText(says).first().waitFor()
      await page.getByRole('button', { name: 'Add a picture' }).waitFor()
    }
    // What makes it 40 MB stays behind: the page sends a small copy.
    await board.addPicture({ name: 'large.png', mimeType: 'image/png', buffer: aPng(200, 100, 40 * 1024 * 1024) })
    await board.hasPicture()
    await board.closeDrawer()
    await shell.isSaved()
  })

  test('two browsers change the words of one card: the second keeps its own and sees both', async () => {
    const { board, page } = facilitator
    const other = await stage.facilitator()
    await other.shell.openBoard('Challenge map')
    await Promise.all([board.open(MONEY), other.board.open(MONEY)])
    const [mine, theirs] = [page, other.page].map((one) => one.getByRole('complementary').getByLabel('Statement'))
    await mine?.fill('Words of this one.')
    await theirs?.fill('Words of the other.')
    await theirs?.press('Control+Enter')
    await other.board.card('Words of the other.').waitFor()
    await mine?.press('Control+Enter')
    await page.getByText('Words of the other.').first().waitFor()
    expect(await page.getByRole('complementary').innerText()).toContain('Words of the other.')
    await page.getByRole('button', { name: 'Keep my words' }).click()
    await board.card('Words of this one.').waitFor()
    await other.board.card('Words of this one.').waitFor()
    await other.page.close()
    await board.closeDrawer()
  })

  test('an entry of an axis that cards lie in goes only with a new place for them', async () => {
    const { shell, page, board } = facilitator
    await page.getByRole('main').getByRole('button', { name: 'More for this board' }).click()
    await page.getByRole('menuitem', { name: 'Columns, rows and layout…' }).click()
    const editor = page.getByRole('dialog')
    await editor.getByRole('button', { name: 'Remove: Legislation' }).click()
    const to = editor.getByLabel(/^There (is|are) \d+ cards?( and groups)? in it/)
    await to.selectOption({ label: 'Resources' })
    await editor.getByRole('button', { name: 'Remove it' }).click()
    await page.keyboard.press('Escape')
    await editor.waitFor({ state: 'detached' })
    await board.zone('Legislation, Structural').waitFor({ state: 'detached' })
    await board.card('Words of this one.').waitFor()
    await shell.undo()
    await board.zone('Legislation, Structural').waitFor()
  })

  test('a step of no minutes has no timer and ends for nobody', async () => {
    const { page, shell, agenda } = facilitator
    await shell.command('Add a step to the agenda')
    const panel = page.getByRole('complementary', { name: 'New step' })
    await panel.getByLabel('Name on the agenda').fill('As long as it takes')
    await panel.getByLabel('Minutes').fill('0')
    await panel.getByText('Without minutes this step has no timer.').waitFor()
    await panel.getByRole('button', { name: 'Add the step' }).click()
    await shell.startStep('As long as it takes')
    await agenda.isOn('As long as it takes')
    await shell.isSaved()
  })

  test('2,000 lines are pasted as cards at once, and taken back at once', async () => {
    const { board, page, shell } = facilitator
    await shell.openBoard('Challenge map')
    await board.paste(Array.from({ length: LINES + 5 }, (_, nth) => `Line ${nth + 1} of a long list`))
    const dialog = page.getByRole('dialog', { name: 'Paste a list' })
    await dialog.getByText('5 lines are over the limit of 2000 and are left out.').waitFor()
    await dialog.getByRole('button', { name: 'Add 2000 cards' }).click()
    await page.getByText('2000 cards added.').first().waitFor()
    await shell.isSaved()
    await shell.undo()
    await shell.isSaved()
    await board.card('Line 1 of a long list').waitFor({ state: 'detached' })
    await board.card('Line 1999 of a long list').waitFor({ state: 'detached' })
  })
})
