import { readFile, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Topic } from '@core/model/board'
import type { CompareView } from '@core/protocol/report-views'
import type { RequestArgs } from '@core/protocol/requests'
import {
  COUNTRIES,
  baseline,
  sixCountries,
  smallSession,
  writeSessionFile,
  writeSmallSessions,
} from '../helpers/compare-files'
import { must } from '../helpers/must'
import type { Talker } from '../helpers/talker'
import { tempDir } from '../helpers/temp-dir'
import { startSession, startTestHost } from '../helpers/test-host'

/** npm test reads sixty files, the long run a thousand. */
const MANY = process.env['POLYPHONY_LONG'] ? 1_000 : 60

/** Who reported what as a challenge to integrated care, as the comparison of the six countries was published. */
const REPORTED: Partial<Record<Topic, readonly string[]>> = {
  organisation: ['Latvia', 'Norway', 'Serbia', 'Spain', 'Sweden'],
  legislation: ['Serbia', 'Slovenia', 'Spain'],
  collaboration: ['Norway', 'Serbia', 'Slovenia', 'Spain', 'Sweden'],
  staff: ['Latvia', 'Slovenia', 'Spain', 'Sweden'],
}

type Of = RequestArgs<'compare.start'>['of']

/** Begins a comparison and waits for its job; answers its id. */
const compared = async (facilitator: Talker, of: Of): Promise<string> => {
  const { compareId, jobId } = must(await facilitator.request('compare.start', { of }))
  const ended = await facilitator.push('job.changed', (job) => job.jobId === jobId && job.state !== 'running')
  expect(ended).toMatchObject({ kind: 'compare', state: 'done' })
  return compareId
}

const view = async (facilitator: Talker, compareId: string, more: Partial<RequestArgs<'compare.view'>> = {}) =>
  must(await facilitator.request('compare.view', { compareId, by: 'place', ...more }))

const folderOf = async (
  files: readonly { readonly name: string; readonly records: Parameters<typeof writeSessionFile>[2] }[],
) => {
  const folder = await tempDir()
  for (const { name, records } of files) await writeSessionFile(folder, name, records)
  return folder
}

const reported = ({ topics }: CompareView): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(REPORTED).map((topic) => [
      topic,
      topics.rows
        .filter(({ cells }) => {
          const cell = cells[topics.topics.indexOf(topic as Topic)]
          return cell?.kind === 'count' && cell.statements.length > 0
        })
        .map(({ name }) => name),
    ]),
  )

describe('the six countries', () => {
  test('one session and six files give the published table, the same frame and the same sums', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await folderOf([{ name: 'all', records: baseline() }])
    const one = await view(facilitator, await compared(facilitator, { kind: 'folder', path }))
    const six = await view(
      facilitator,
      await compared(facilitator, {
        kind: 'folder',
        path: await folderOf(sixCountries().map(({ country, records }) => ({ name: country, records }))),
      }),
    )
    for (const table of [one, six]) {
      expect(table.topics.rows.map(({ name }) => name)).toEqual(COUNTRIES)
      expect(reported(table)).toEqual(REPORTED)
    }
    expect(six.sessions).toHaveLength(6)
    expect(six.frame.rows).toEqual(one.frame.rows)
    expect(one.frame.topics).toHaveLength(15)
    expect(one.shared.find(({ topic }) => topic === 'legislation')).toMatchObject({
      rows: ['Serbia', 'Slovenia', 'Spain'],
      asked: 6,
    })
  })

  test('what stands behind a cell is read from the file, as it is', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await folderOf([{ name: 'all', records: baseline() }])
    const compareId = await compared(facilitator, { kind: 'folder', path })
    const { topics } = await view(facilitator, compareId)
    const cell = topics.rows.find(({ name }) => name === 'Spain')?.cells[topics.topics.indexOf('legislation')]
    const refs = cell?.kind === 'count' ? cell.statements : []
    const statements = must(await facilitator.request('compare.statements', { compareId, refs }))
    expect(statements).toHaveLength(2)
    for (const one of statements) expect(one).toMatchObject({ place: 'Spain', title: 'Six countries, one frame' })
    expect(statements.map(({ voice }) => voice)).not.toContain(null)
  })
})
