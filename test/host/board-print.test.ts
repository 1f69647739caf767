import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must } from '../helpers/must'
import { startSession, startTestHost } from '../helpers/test-host'

const axis = { id: 'axis-near', label: { text: 'How near' } }
const entry = (id: string, text: string) => ({ id, label: { text } })

test('a board is planned, previewed and written for print, and for nothing else', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  must(
    await facilitator.request('board.add', {
      id: 'board-near',
      label: { text: 'People around the family' },
      layout: 'rings',
      axes: [{ ...axis, entries: [entry('near-1', 'Closest'), entry('near-2', 'Could help')] }],
    }),
  )
  const card = { boardId: 'board-near', zone: ['near-1'], quote: 'role' as const }
  must(await facilitator.request('card.add', { ...card, id: 'card-open', text: 'Grandmother, every Sunday' }))
  must(await facilitator.request('card.add', { ...card, id: 'card-quiet', text: 'Not for others', quote: 'none' }))
  must(await facilitator.request('card.add', { ...card, id: 'card-held', text: 'Waits', held: true }))

  const what = { kind: 'board', boardId: 'board-near', paper: 'a3' } as const
  const ask = { profile: 'participants', lang: 'en', what } as const
  const plan = must(await facilitator.request('export.plan', ask))
  const [page, pdf] = plan.files
  expect(page).toMatch(/\.people-around-the-family\.participants\.en\.a3\.html$/)
  expect(plan.files).toEqual([page, pdf])
  expect(pdf).toBe(page?.replace(/html$/, 'pdf'))
  expect(plan.removed).toEqual([
    { what: 'unreleased-words', count: 1 },
    { what: 'held-cards', count: 1 },
  ])
  const { url } = must(await facilitator.request('export.preview', ask))
  const shown = Buffer.from(host.preview(url.slice('/preview/'.length)) ?? []).toString()
  expect(shown).toContain('Grandmother, every Sunday')
  expect(shown).not.toMatch(/Not for others|Waits/)

  const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: ['html'], force: false }))
  const job = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state === 'done')
  expect(job.files).toEqual([page])
  expect(await readFile(join(plan.folder, page ?? ''), 'utf8')).toContain('size:A3 landscape')

  const other = await facilitator.request('export.run', { ...ask, formats: ['csv'], force: false })
  expect(other).toMatchObject({ error: { code: 'wrong-value' } })
  const gone = await facilitator.request('export.preview', { ...ask, what: { ...what, boardId: 'board-gone' } })
  expect(gone).toMatchObject({ error: { code: 'not-found' } })
})
