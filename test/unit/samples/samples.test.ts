import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DocumentView } from '@core/model/document'
import { labOf, sessionOf } from '@core/model/document'
import { dialogueOf } from '@core/rules/chain'
import { brokenRecords } from '@core/rules/integrity'
import { parseSession } from '../../../electron/host/home-index'
import { buildSamples } from '../../../scripts/samples/build'
import { must } from '../../helpers/must'
import { tempDir } from '../../helpers/temp-dir'

const folder = resolve(import.meta.dirname, '../../../resources/samples')
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly {
  readonly id: string
  readonly parts: readonly { readonly file: string }[]
}[]
const files = index.flatMap((sample) => sample.parts.map(({ file }) => file))
const opened = (file: string): DocumentView => must(parseSession(readFileSync(join(folder, file)))).tables
const lab = (id: string): DocumentView[] =>
  (index.find((sample) => sample.id === id)?.parts ?? []).map(({ file }) => opened(file))

describe('sample labs', () => {
  test('are current: run `node scripts/samples.mjs` after a change', async () => {
    const fresh = await tempDir()
    await buildSamples(fresh)
    for (const file of ['index.json', ...files])
      expect(await readFile(join(fresh, file), 'utf8')).toBe(await readFile(join(folder, file), 'utf8'))
  })

  test.each(files)('%s opens whole', (file) => {
    const view = opened(file)
    expect(brokenRecords(view)).toEqual([])
    expect(sessionOf(view)?.sample).toBe(true)
    expect(view.card.size).toBeGreaterThan(5)
    expect(labOf(view)?.ties).toBeTruthy()
  })

  test.each(index.map(({ id }) => id))('%s is one lab with a closed session, each begun from the last', (id) => {
    const views = lab(id)
    const sessions = views.map((view) => sessionOf(view))
    expect(sessions[0]?.state).toBe('closed')
    expect(new Set(sessions.map((session) => session?.labId)).size).toBe(1)
    expect(sessions.slice(1).map((session) => session?.previous)).toEqual(
      sessions.slice(0, -1).map((session) => session?.id),
    )
  })
})

describe('the dialogue sample', () => {
  const views = lab('dialogue')

  test('goes through three rounds, with statements that nobody has answered and some that led to a promise', () => {
    expect(views.map((view) => sessionOf(view)?.round)).toEqual([1, 2, 3])
    const last = views.at(-1)
    const { counts, chains } = dialogueOf(last ?? opened(files[0] ?? ''))
    expect(counts.unanswered).toBeGreaterThan(0)
    expect(counts.promised).toBeGreaterThan(0)
    expect(chains.some((chain) => chain.cells.filter(({ state }) => state === 'said').length >= 3)).toBe(true)
  })

  test('has a recommendation with an addressee and a reply', () => {
    const recommendations = [...(views.at(-1)?.decision.values() ?? [])].filter(({ kind }) => kind === 'recommendation')
    expect(recommendations[0]).toMatchObject({ reply: { outcome: 'partly' } })
    expect(recommendations[0]?.addressee).toBeTruthy()
  })

  test('knows what was answered to the same question before', () => {
    const heard = [...(views.at(-1)?.pulse.values() ?? [])].find(
      ({ question }) => 'key' in question && question.key === 'boards:pulse.heard',
    )
    expect(heard?.past).toHaveLength(2)
  })
})

describe('the votes of the samples', () => {
  const closed = files.flatMap((file) =>
    [...opened(file).vote.values()].flatMap((vote) =>
      vote.rounds.flatMap(({ result, slips, hands }) => (result ? [{ vote, result, slips, hands }] : [])),
    ),
  )

  test('show the methods beside dots, and every channel', () => {
    const methods = new Set(closed.map(({ vote }) => vote.method.name))
    for (const name of ['dots', 'ranking', 'rating', 'effort-effect', 'consent']) expect(methods).toContain(name)
    for (const channel of ['phone', 'kiosk', 'paper', 'hands'] as const)
      expect(closed.some(({ result }) => result.channels[channel] > 0)).toBe(true)
  })

  test('add up: ballots by channel, by group and by what they say', () => {
    for (const { vote, result, slips } of closed) {
      const { channels, cast, blank, invalid, overall, groups, paper } = result
      expect(channels.phone + channels.kiosk + channels.paper + channels.hands).toBe(cast)
      expect(overall.ballots).toBe(cast - blank - invalid)
      if (groups.length > 0) expect(groups.reduce((sum, { tally }) => sum + tally.ballots, 0)).toBe(overall.ballots)
      for (const { tally } of groups) expect(tally.ballots).toBeGreaterThanOrEqual(vote.k.room)
      expect(result.present).toBeGreaterThanOrEqual(cast)
      expect(paper?.entered ?? 0).toBe(channels.paper)
      expect(paper?.printed ?? 0).toBe((slips ?? []).reduce((sum, { count }) => sum + count, 0))
    }
  })

  test('a consent keeps its reasons, a line that is shown by voice and one that is not', () => {
    const consent = closed.find(({ vote }) => vote.method.name === 'consent')
    expect(consent?.result.reasons).toHaveLength(2)
    const [first, second] = consent?.result.groups[0]?.tally.rows ?? []
    expect(first).toHaveLength(3)
    expect(second).toEqual([])
  })
})

describe('the other labs', () => {
  test('tell the public figures of the coordinating case worker', () => {
    const view = lab('coordinator')[0]
    const values = [...(view?.indicator.values() ?? [])].map(({ baseline, target, measurements }) => [
      baseline?.value,
      target?.value,
      measurements.at(-1)?.value,
    ])
    expect(values).toEqual([
      [0, 40, 42],
      [17, 12, 10],
      [0, 30, 40],
    ])
    expect(view?.activity.size).toBeGreaterThan(0)
  })

  test('show projects in several states, each with its card', () => {
    const [first, second] = lab('projects')
    expect(new Set([...(second?.project.values() ?? [])].map(({ state }) => state)).size).toBeGreaterThan(1)
    const cards = [...(first?.card.values() ?? [])].filter(({ projectId }) => projectId !== undefined)
    expect(cards).toHaveLength(first?.project.size ?? -1)
  })

  test('fill in the baseline frame for six countries without losing the table of themes', () => {
    const view = lab('baseline')[0]
    const frame = [...(view?.board.values() ?? [])].find(({ templateKey }) => templateKey === 'baseline')
    expect(frame?.axes.map(({ entries }) => entries.length)).toEqual([6, 15])
    const filled = [...(view?.card.values() ?? [])].filter(({ boardId }) => boardId === frame?.id)
    for (const heading of frame?.axes[1]?.entries ?? [])
      expect(filled.some(({ zone }) => zone[1] === heading.id)).toBe(true)
    const map = [...(view?.board.values() ?? [])].find(({ layout, id }) => layout === 'matrix' && id !== frame?.id)
    const reported = new Set(
      [...(view?.card.values() ?? [])].flatMap(({ boardId, place, zone }) =>
        boardId === map?.id && place ? [`${place} ${zone[0]}`] : [],
      ),
    )
    for (const fact of ['Norway organisation', 'Sweden staff', 'Spain legislation', 'Serbia collaboration'])
      expect(reported).toContain(fact)
    expect(reported).not.toContain('Latvia legislation')
  })
})
