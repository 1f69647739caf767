import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { must } from '../helpers/must'
import { startSession, startTestHost } from '../helpers/test-host'

const PNG = [0x89, 0x50, 0x4e, 0x47]

test('a board leaves as a picture of what may leave, PNG and SVG', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const axes = [{ id: 'axis-a', label: { text: 'A' }, entries: [{ id: 'entry-a', label: { text: 'Closest' } }] }]
  const board = { id: 'board-a', label: { text: 'People <around> the family' }, layout: 'columns' as const, axes }
  must(await facilitator.request('board.add', board))
  const card = { boardId: 'board-a', zone: ['entry-a'] }
  must(await facilitator.request('card.add', { ...card, id: 'card-a', text: 'Grandmother & co', quote: 'role' }))
  must(await facilitator.request('card.add', { ...card, id: 'card-b', text: 'Not for others', quote: 'none' }))
  const what = { kind: 'board', boardId: 'board-a', paper: 'a4' } as const
  const ask = { profile: 'participants', lang: 'en', what } as const
  const svg = must(await facilitator.request('export.picture', { ...ask, as: 'svg' }))
  expect(svg).toMatchObject({ mime: 'image/svg+xml' })
  expect(svg.name).toMatch(/\.people-around-the-family\.participants\.en\.svg$/)
  expect(svg.data).toContain('Grandmother &amp; co')
  expect(svg.data).toContain('&lt;around&gt;')
  expect(svg.data).not.toContain('Not for others')
  const png = must(await facilitator.request('export.picture', { ...ask, as: 'png' }))
  expect([...Buffer.from(png.data, 'base64').subarray(0, 4)]).toEqual(PNG)
})

test('every chart of the report leaves alone, with its title and its key', async () => {
  const host = await startTestHost({ samples: true })
  const facilitator = await host.window('facilitator')
  must(await facilitator.request('session.open-sample', { sampleId: 'families', part: 1 }))
  const ask = { profile: 'public', lang: 'en', what: { kind: 'session' } } as const
  const parts = must(await facilitator.request('export.parts', ask))
  const charts = parts.flatMap((part) => part.charts)
  expect(parts.map(({ title }) => title)).toContain('What matters most')
  expect(charts.length).toBeGreaterThan(1)
  for (const { id, title, under } of charts) {
    const picture = must(await facilitator.request('export.picture', { ...ask, chartId: id, as: 'svg' }))
    // Alone it says which vote or indicator it is of, and what is to be seen.
    expect(picture.data).toContain(`<title>${under === undefined ? '' : `${under} · `}${title}</title><desc>`)
  }
  expect(charts.flatMap(({ under }) => under ?? [])).toContain('Families called back within one week')
  const line = charts.find(({ under }) => under === 'Families called back within one week')
  const png = must(await facilitator.request('export.picture', { ...ask, chartId: line?.id, as: 'png' }))
  const bytes = Buffer.from(png.data, 'base64')
  const words = bytes.indexOf('iTXtDescription')
  expect(bytes.subarray(words, words + 60).toString('utf8')).toContain('It rose from 41')
  // The sum of the chunk, which readers check.
  const length = bytes.readUInt32BE(words - 4)
  expect(bytes.readUInt32BE(words + 4 + length)).toBe(crc32(bytes.subarray(words, words + 4 + length)))
  const none = await facilitator.request('export.picture', { ...ask, chartId: 'no-such-chart', as: 'svg' })
  expect(none).toMatchObject({ error: { code: 'not-found' } })
})
