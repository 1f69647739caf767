import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RequestArgs } from '@core/protocol/requests'
import { must } from '../helpers/must'
import { addVote, printSlips } from '../helpers/slips'
import type { TestHost } from '../helpers/test-host'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

type What = NonNullable<RequestArgs<'export.preview'>['what']>
const ballots = (first: number, count: number, voteId = 'vote-1'): What => ({
  kind: 'ballots',
  voteId,
  first,
  count,
  perPage: 4,
  langs: ['en'],
})
const ask = (what: What) => ({ profile: 'participants', lang: 'en', what }) as const

const enter = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  await addVote(facilitator)
  const page = async (what: What): Promise<string> => {
    const { url } = must(await facilitator.request('export.preview', ask(what)))
    return previewOf(host, url)
  }
  return { host, facilitator, page }
}

const previewOf = (host: TestHost, url: string): string =>
  Buffer.from(host.preview(url.slice('/preview/'.length)) ?? []).toString()

const times = (text: string, part: string): number => text.split(part).length - 1

describe('printing slips', () => {
  test('puts codes only on numbers that are reserved for the round of this vote', async () => {
    const { host, facilitator, page } = await enter()
    expect(times(await page(ballots(1, 4)), '>Sample<')).toBe(4)
    const { first, codes } = await printSlips(host, facilitator, 5)
    const sheet = await page(ballots(first, 5))
    expect(sheet).not.toContain('>Sample<')
    for (const code of codes) expect(times(sheet, code)).toBe(1)
    expect(times(await page(ballots(first + 3, 4)), '>Sample<')).toBe(2)

    await addVote(facilitator, 'vote-2')
    const other = await page(ballots(first, 5, 'vote-2'))
    expect(times(other, '>Sample<')).toBe(5)
    for (const code of codes) expect(other).not.toContain(code)
  })

  test('gives no code of a slip whose topics were changed, nor of a closed round', async () => {
    const { host, facilitator, page } = await enter()
    const { first, codes } = await printSlips(host, facilitator, 3)
    const options = ['o1', 'o2', 'o4'].map((id) => ({ id, text: `Other ${id}` }))
    must(await facilitator.request('vote.update', { id: 'vote-1', options }))
    const spent = await page(ballots(first, 3))
    for (const code of codes) expect(spent).not.toContain(code)

    const next = await printSlips(host, facilitator, 2)
    must(await facilitator.request('vote.open', { id: 'vote-1' }))
    expect(await page(ballots(next.first, 2))).toContain(next.codes[0])
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const closed = await page(ballots(next.first, 2))
    for (const code of next.codes) expect(closed).not.toContain(code)
  })

  test('has a square into the open room, with the code of the slip', async () => {
    const { host, facilitator, page } = await enter()
    const { first } = await printSlips(host, facilitator, 2)
    expect(await page(ballots(first, 2))).not.toContain('class="square"')
    await openRoom(facilitator)
    expect(times(await page(ballots(first, 2)), '<svg class="square"')).toBe(2)
  })

  test('writes one file, named by its numbers, and in no format of figures', async () => {
    const { host, facilitator } = await enter()
    const { first, codes } = await printSlips(host, facilitator, 6)
    const what = ballots(first, 6)
    const plan = must(await facilitator.request('export.plan', ask(what)))
    expect(plan.files.map((name) => name.slice(name.lastIndexOf('.')))).toEqual(['.html', '.pdf'])
    expect(plan.files[0]).toMatch(/\.slips-001-006\.participants\.en\.html$/)
    expect(plan.removed).toEqual([])
    const { jobId } = must(await facilitator.request('export.run', { ...ask(what), formats: ['html'], force: false }))
    const job = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state === 'done')
    expect(job.files).toEqual(plan.files.slice(0, 1))
    expect(await readFile(join(plan.folder, plan.files[0] ?? ''), 'utf8')).toContain(codes[5])
    const csv = await facilitator.request('export.run', { ...ask(what), formats: ['csv'], force: false })
    expect(csv).toMatchObject({ error: { code: 'wrong-value' } })
    const gone = await facilitator.request('export.preview', ask(ballots(1, 2, 'vote-gone')))
    expect(gone).toMatchObject({ error: { code: 'not-found' } })
  })

  test('is the facilitator’s alone', async () => {
    const { host } = await enter()
    const helper = await host.window('co-facilitator')
    expect(await helper.request('export.preview', ask(ballots(1, 2)))).toMatchObject({ error: { code: 'not-allowed' } })
  })
})

describe('the sheet that says how to get in', () => {
  test('is the room as it is: closed, then with Wi-Fi, address and code', async () => {
    const { facilitator, page } = await enter()
    const what: What = { kind: 'access', langs: ['en', 'nb'] }
    expect(await page(what)).toContain('The room is not open yet')
    await facilitator.request('room.wifi', { name: 'Lab net', password: 'secret-12' })
    const room = await openRoom(facilitator)
    const sheet = await page(what)
    for (const part of [room.code, room.typed, 'Lab net', 'secret-12']) expect(sheet).toContain(part)
    expect(times(sheet, '<section class="page"')).toBe(2)
  })
})
