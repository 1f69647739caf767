import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKeptThread } from '../../../electron/export/kept-thread'
import { tempDir } from '../../helpers/temp-dir'

const SCRIPT = `
import { parentPort, threadId, workerData } from 'node:worker_threads'
parentPort.on('message', ({ id, ask }) => {
  if (ask === 'never') for (;;);
  if (ask === 'end') process.exit(7)
  if (ask === 'throw') throw new RangeError('too much')
  if (ask === 'refuse') return parentPort.postMessage({ id, problem: { name: 'NoPrinter', message: 'no' } })
  parentPort.postMessage({ id, answer: { to: ask, workerData, threadId } })
})`

let thread: ReturnType<typeof createKeptThread>

beforeEach(async () => {
  const script = join(await tempDir(), 'script.mjs')
  await writeFile(script, SCRIPT)
  thread = createKeptThread(script, 'given')
})
afterEach(() => thread.close())

test('one thread answers one question after the other', async () => {
  const [first, second] = await Promise.all([thread.ask('a'), thread.ask({ b: new Map([[1, 2]]) })])
  expect(first).toMatchObject({ to: 'a', workerData: 'given' })
  expect(second).toEqual({ ...(first as object), to: { b: new Map([[1, 2]]) } })
})

test('what does not end is ended, and what others asked is answered by another thread', async () => {
  const before = await thread.ask('it')
  const stop = new AbortController()
  const endless = thread.ask('never', stop.signal)
  const behind = thread.ask('it')
  stop.abort()
  await expect(endless).rejects.toThrow(/abort/)
  expect(await behind).toMatchObject({ to: 'it' })
  expect(await behind).not.toEqual(before)
  await expect(thread.ask('too late', stop.signal)).rejects.toThrow(/abort/)
})

test.each(['end', 'throw'])(
  'a thread that falls over (%s) is said, and the next question has another one',
  async (how) => {
    const asked = [thread.ask(how), thread.ask('lost with it')].map((one) =>
      expect(one).rejects.toThrow('the thread ended'),
    )
    await Promise.all(asked)
    expect(await thread.ask('again')).toMatchObject({ to: 'again' })
  },
)

test('errors keep their names; what cannot be told is refused; nobody waits for a closed one', async () => {
  await expect(thread.ask('refuse')).rejects.toMatchObject({ name: 'NoPrinter', message: 'no' })
  await expect(thread.ask(() => 'a function')).rejects.toThrow(/could not be cloned/)
  expect(await thread.ask('still there')).toMatchObject({ to: 'still there' })
  const waiting = expect(thread.ask('never')).rejects.toThrow('the thread ended')
  await thread.close()
  await waiting
})

test('a script that is not there is said', async () => {
  const nowhere = createKeptThread(join(await tempDir(), 'none.mjs'), null)
  await expect(nowhere.ask('a')).rejects.toThrow('the thread ended')
})
