import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { startHostProcess } from '../helpers/e2e/host-process'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const TASK_OF_BOTH = 'Ask the caretaker who has the key now'
/** To be looked at again on the day of the second meeting. */
const DUE = 'One letter instead of three.'
const TASK = 'Bring the key of the side door'

describe('a session from beginning to end', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let phone: PhoneGuest
  let url = ''

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
  })

  test('a task is added, moved, undone and redone', async () => {
    const { shell, outcomes } = facilitator
    await shell.go('Tasks')
    await outcomes.addTask(TASK, 'Managers')
    await outcomes.openTask(TASK)
    await outcomes.setState('Doing')
    await outcomes.taskIn('Doing', TASK)
    await shell.undo()
    await outcomes.taskIn('To do', TASK)
    await shell.redo()
    await outcomes.taskIn('Doing', TASK)
    await outcomes.closeDrawer()
    await shell.isSaved()
  })

  test('a decision is recorded with its reason', async () => {
    const { shell, outcomes } = facilitator
    await shell.go('Decisions')
    await outcomes.recordDecision('The side door opens at eight.', 'Most of us come by the first bus.')
    await shell.undoes('Record a decision')
    await outcomes.closeDrawer()
  })

  test('the palette finds deeds, places and words', async () => {
    const { shell, page } = facilitator
    await shell.command('Lab profile')
    await page.getByRole('radiogroup', { name: 'What to show' }).waitFor()
    await shell.command(TASK)
    await page.getByRole('complementary').getByText(TASK).first().waitFor()
    await facilitator.outcomes.closeDrawer()
  })

  test('the test with one phone tells whether phones reach the laptop', async () => {
    url = await facilitator.room.open()
    const address = await facilitator.room.test()
    phone = await stage.phone()
    await phone.scan(address)
    await phone.page.getByRole('heading').waitFor()
    await facilitator.room.testSays('A phone reached this laptop')
  })

  // The host waits twenty seconds for a phone; a process of its own cannot be given another clock.
  test('without a phone the test names the likely causes and the ways out', async () => {
    await facilitator.room.test()
    await facilitator.room.testSays('A phone cannot reach this laptop')
    await facilitator.room.testSays('The firewall of this laptop keeps phones out.')
    await facilitator.room.testSays('Or go on without this network.')
  })

  test('a wrong code is told, the right one opens', async () => {
    const { address, code } = await facilitator.room.typed()
    await phone.typeCode(address, 'MAPLE 00')
    await phone.says('That code does not fit. Look at the screen once more.')
    await phone.page.getByLabel('The code from the screen').fill(code.toLowerCase())
    await phone.tap('Come in')
    await phone.enter('Managers', true)
    await phone.shows('Look up front.')
  })

  test('a locked door keeps the new out and who is in stays in', async () => {
    await facilitator.room.lock()
    const late = await stage.phone()
    await late.scan(url)
    await late.shows('The room is locked.')
    await phone.shows('Look up front.')
    await facilitator.room.unlock()
    await late.shows('Welcome to the lab meeting.')
    await late.page.close()
  })

  test('a closed room says so, and phones come back by themselves', async () => {
    phone.watch.expect(/net::ERR_|WebSocket/)
    await facilitator.room.close()
    await phone.shows('The room is closed right now.')
    expect(await facilitator.room.open()).toBeTruthy()
    await facilitator.room.closePanel()
  })

  test('another program that opens the same file can only read it', async () => {
    const other = await startHostProcess({ sessions: stage.host().dataDir })
    try {
      const reader = await stage.facilitator({ link: await other.link() })
      await reader.home.goOn()
      await reader.shell.notice('You can look at this session, not change it.')
      await reader.shell.isReadOnly()
      await reader.shell.openBoard('Challenge map')
      expect(await reader.page.getByRole('button', { name: /^Card/ }).count()).toBe(0)
      await reader.page.close()
    } finally {
      await other.stop()
    }
    await facilitator.shell.isSaved()
  })

  test('a second window of the same host shows and changes the same session', async () => {
    const second = await stage.facilitator()
    await second.shell.go('Tasks')
    await second.outcomes.addTask(TASK_OF_BOTH)
    await facilitator.outcomes.taskIn('To do', TASK_OF_BOTH)
    await second.page.close()
  })

  test('a finished session can be read and not changed', async () => {
    const { shell, page } = facilitator
    await shell.menu('Finish the session')
    await page.getByRole('dialog').getByRole('button', { name: 'Finish the session' }).click()
    await page.getByText('Finished', { exact: true }).waitFor()
    await shell.openBoard('Challenge map')
    expect(await page.getByRole('button', { name: /^Card/ }).count()).toBe(0)
  })

  test('the next session begins with what was agreed', async () => {
    const { shell, page, outcomes } = facilitator
    await shell.menu('Next session from this one')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title of the meeting').fill('Third meeting')
    await dialog.getByLabel('Day').fill('2026-12-15')
    await dialog.getByRole('button', { name: 'Create the next session' }).click()
    await page.getByRole('button', { name: 'Third meeting' }).waitFor()
    await shell.go('Tasks')
    await outcomes.taskIn('Doing', TASK)
    await outcomes.hasDecision(DUE)
    await shell.leaveToHome()
    await facilitator.home.isShown()
    await page.getByText('Third meeting').first().waitFor()
  })
})
