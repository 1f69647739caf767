import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const ALIAS = 'Blue Chair'
const FORMS = 'We told our story eleven times this year.'
const DOOR = 'Nobody asked the children what they want.'
const KEPT = 'My neighbour knows which office is behind it.'
const ANSWER = 'We may not share what we wrote down: each office asks anew.'
const BY_PHONE = 'We ask the parents, because children need a consent for it.'
const REFLECTION = 'Our rules of data protection are stricter than the law.'
const PROMISE = 'One form for all offices from spring on.'

/** All that lies in the lab's folders, as text: files, what lies beside them and, where they are, backups. */
const everythingIn = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n')
}

describe('a BIKVA dialogue over three sessions', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let phone: PhoneGuest

  const letIn = async (voice: string): Promise<void> => {
    const url = await facilitator.room.open()
    await facilitator.room.closePanel()
    phone = await stage.phone()
    await phone.join(url, voice)
  }
  /** Phones go home with the meeting. */
  const finish = async (): Promise<void> => {
    phone.watch.expect(/net::ERR_|WebSocket/)
    await facilitator.shell.menu('Finish the session')
    await facilitator.page.getByRole('dialog').getByRole('button', { name: 'Finish the session' }).click()
    await facilitator.shell.heading('Report').waitFor()
    await phone.shows('The meeting is over.')
    await phone.context.close()
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.isShown()
    await facilitator.home.begin({
      template: 'BIKVA 1: service users',
      title: 'Round of families',
      lab: 'Lab of rounds',
    })
  })

  test('families speak: one by phone, one is written down under an alias, one stays here', async () => {
    const { people, shell, agenda } = facilitator
    await shell.go('People and voices')
    await people.add(ALIAS, 'Families')
    await letIn('Families')
    await shell.startStep('What is good, what is hard, and why')
    await phone.write(FORMS)
    await people.writeDown(DOOR, { person: ALIAS, quote: 'Yes, by the voice only' })
    await people.writeDown(KEPT, { person: ALIAS })
    await people.doneWriting()
    await agenda.reveal(1)
    await facilitator.board.card(FORMS).waitFor()
  })

  test('one statement is released by its author on the phone, one by the facilitator', async () => {
    const { dialogue, shell } = facilitator
    await phone.tap('Write another')
    await phone.letGoOn(FORMS)
    await shell.go('Statements and answers')
    await dialogue.openRelease()
    await dialogue.wasReleasedByAuthor(FORMS)
    await dialogue.release(DOOR)
    await dialogue.closePanel()
    await dialogue.chain(FORMS).waitFor()
    await dialogue.chain(DOOR).waitFor()
    await shell.isSaved()
  })

  test('the guide for the next round has the statements and nobody’s name', async () => {
    const { dialogue } = facilitator
    const guide = await dialogue.openGuide()
    await guide.getByText(FORMS).first().waitFor()
    const text = await guide.locator('body').innerText()
    expect(text).toContain(DOOR)
    expect(text).not.toContain(KEPT)
    expect(text).not.toContain(ALIAS)
    await dialogue.closeGuide()
    await finish()
  })

  test('staff answer in a session of their own: written down, and by phone', async () => {
    const { shell, home, dialogue } = facilitator
    await shell.menu('Next session from this one')
    await home.next('Round of staff', '2026-12-01')
    await letIn('Front-line staff')
    await shell.startStep('What we recognise')
    await phone.write(BY_PHONE)
    await facilitator.agenda.reveal(1)
    await shell.go('Statements and answers')
    await dialogue.show('Not answered')
    await dialogue.chain(FORMS).waitFor()
    await dialogue.show('All')
    await dialogue.choose(FORMS)
    await dialogue.answer(FORMS, ANSWER)
    await dialogue.choose(DOOR)
    await dialogue.putAnswer(DOOR, BY_PHONE)
    await dialogue.openRelease()
    await dialogue.release(ANSWER)
    await dialogue.closePanel()
    await shell.isSaved()
    expect(await facilitator.page.locator('body').innerText()).not.toContain(ALIAS)
    await finish()
  })

  test('managers reflect and promise; what they leave is listed as not answered', async () => {
    const { shell, home, dialogue } = facilitator
    await shell.menu('Next session from this one')
    await home.next('Round of managers', '2026-12-15')
    await letIn('Managers')
    await shell.startStep('What we answer')
    await shell.go('Statements and answers')
    await dialogue.choose(FORMS)
    await dialogue.answer(FORMS, REFLECTION)
    await dialogue.promise(FORMS, PROMISE)
    await facilitator.outcomes.closeDrawer()
    await dialogue.show('Not answered')
    await dialogue.chain(DOOR).waitFor()
    await dialogue.chain(FORMS).waitFor({ state: 'detached' })
    await dialogue.show('Promised')
    for (const words of [FORMS, ANSWER, REFLECTION, PROMISE]) {
      await dialogue.chain(FORMS).getByText(words).first().waitFor()
    }
  })

  test('the projector shows the chain and the report has it', async () => {
    const { dialogue, shell, report } = facilitator
    const projector = await stage.projector(facilitator)
    await dialogue.choose(FORMS)
    await dialogue.chain(FORMS).getByRole('button', { name: 'Show this chain' }).click()
    for (const words of [FORMS, ANSWER, PROMISE]) await projector.says(words)
    expect(await projector.page.locator('body').innerText()).not.toContain(ALIAS)
    await projector.page.close()
    await shell.go('Report')
    await report.isFor('The lab itself')
    await report.preview().getByText(FORMS).first().waitFor()
    const text = await report.preview().locator('body').innerText()
    for (const words of [FORMS, ANSWER, REFLECTION, PROMISE, DOOR]) expect(text).toContain(words)
    await finish()
  })

  test('who withdraws is gone from all three sessions, their copies and every later report', async () => {
    const { shell, page, people, home } = facilitator
    await shell.toHome()
    await home.openSession('Round of families')
    await shell.go('People and voices')
    await people.withdraw(ALIAS)
    const dialog = page.getByRole('dialog', { name: `${ALIAS} withdraws` })
    await dialog.getByText(/in “Round of staff”/).waitFor()
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await dialog.getByText('Done. The words are gone').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await shell.isSaved()
    await shell.toHome()
    const left = await everythingIn(stage.host().folder)
    for (const words of [DOOR, KEPT, ALIAS]) expect(left).not.toContain(words)
    for (const words of [FORMS, ANSWER, PROMISE]) expect(left).toContain(words)
    await home.openSession('Round of managers')
    await shell.go('Report')
    await facilitator.report.preview().getByText(FORMS).first().waitFor()
    expect(await facilitator.report.preview().locator('body').innerText()).not.toContain(DOOR)
  })
})
