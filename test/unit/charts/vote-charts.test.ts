import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridSvg } from '@core/charts/grid-svg'
import { quadrantSvg } from '@core/charts/quadrant-svg'
import { stackSvg } from '@core/charts/stack-svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import { factsOf } from '@core/charts/vote-facts'
import { findingOf } from '@core/charts/vote-findings'
import { heatOf, pairsOf } from '@core/charts/vote-grids'
import { barLength, fullLength, picturesOf } from '@core/charts/vote-pictures'
import { placeLabels, quadrantsOf, spreadApart } from '@core/charts/vote-quadrants'
import { readingsOf } from '@core/charts/vote-readings'
import { ANSWER_FILLS, STANCE_FILLS, answersOf, stancesOf } from '@core/charts/vote-stacks'
import type { ResultView } from '@core/rules/result-model'
import { METHODS, TOPICS, closedVote, resultOf } from '../../helpers/results'

const frame = { width: 660, colours: THEME_COLOURS.light, idPrefix: 'x-', sentence: 'What to <see>' }
const words = {
  littleEffort: 'little effort',
  muchEffort: 'much effort',
  littleEffect: 'little effect',
  muchEffect: 'much effect',
}
const methodOf = (name: string) => METHODS.find((method) => method.name === name) ?? METHODS[0]!
const result = (name: string, topics: readonly string[] = TOPICS): ResultView =>
  resultOf(closedVote(methodOf(name), { topics }))

/** Every tag that is opened is closed, and no figure is missing or not a number. */
const wellFormed = (svg: string): void => {
  const open: string[] = []
  for (const [, close, name, , self] of svg.matchAll(/<(\/?)(\w+)((?:"[^"]*"|[^>"])*?)(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!self) open.push(name ?? '')
  }
  expect(open).toEqual([])
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/)
  expect(svg).toContain('role="img" aria-label="What to &lt;see&gt;"')
}

/** All pictures of a result as a report draws them. */
const drawn = (view: ResultView): string[] => {
  const heat = heatOf(view)
  const pairs = pairsOf(view, 10)
  return [
    gridSvg(
      view.groups.map((group) => ({ label: group.id, look: 'joined' as const })),
      heat.rows.map((row) => ({
        label: row.text,
        cells: row.cells.map(({ figure, tone }) => ({
          shown: figure === null ? '' : figure.toFixed(1),
          fill: figure === null ? ('hidden' as const) : tone,
        })),
      })),
      frame,
    ),
    stackSvg(
      ANSWER_FILLS.map((fill) => ({ fill, name: fill })),
      answersOf(view).map(({ text, counts }) => ({ label: text, parts: counts, shown: '' })),
      frame,
    ),
    stackSvg(
      STANCE_FILLS.map((fill) => ({ fill, name: fill })),
      stancesOf(view).map(({ text, all }) => ({ label: text, parts: [all.support, all.aside, all.object], shown: '' })),
      frame,
    ),
    quadrantSvg(
      quadrantsOf(view).points.map((point) => ({ ...point, label: point.text })),
      words,
      frame,
    ),
    ...(pairs === null
      ? []
      : [
          gridSvg(
            pairs.rows.map((_, at) => ({ label: String(at + 1) })),
            pairs.rows.map((row) => ({
              label: row.text,
              cells: row.cells.map((cell) => ({ shown: String(cell?.for ?? ''), fill: cell ? 0 : ('self' as const) })),
            })),
            frame,
          ),
        ]),
  ]
}

describe.each(METHODS.map(({ name }) => name))('the pictures of %s', (name) => {
  test.each([
    ['seven topics', TOPICS],
    ['one topic', TOPICS.slice(0, 1)],
    ['no topic', []],
    ['two hundred topics', Array.from({ length: 200 }, (_, index) => `Topic ${index} & “more” <of it>`)],
  ])('are well formed with %s, and have their sentence', (_, topics) => {
    const view = result(name, topics)
    for (const svg of drawn(view)) wellFormed(svg)
    for (const picture of picturesOf(view)) expect(findingOf(view, picture).key).toMatch(/^(charts|result):/)
    for (const { says } of factsOf(view)) expect(says.length).toBeGreaterThan(0)
    expect(view.options.every((option) => barLength(view, option.value) <= fullLength(view))).toBe(true)
  })

  test('say nothing by voice where only the overall result may be shown', () => {
    const view = resultOf(closedVote(methodOf(name), { fields: { k: { room: 40, public: 40 } } }))
    expect(view.groups).toEqual([])
    expect(picturesOf(view)).not.toContain('heat')
    expect(readingsOf(view)).toEqual([])
  })
})

describe('the heat map', () => {
  test('has a cell for every voice and topic, equal to the result', () => {
    const view = result('dots')
    for (const row of heatOf(view).rows) {
      const option = view.options.find(({ id }) => id === row.optionId)
      expect(row.cells.map(({ figure }) => figure)).toEqual(option?.cells.map(({ share }) => share))
    }
  })

  test('shows no figure of a hidden line', () => {
    const view = resultOf(closedVote({ name: 'approval' }, { topics: TOPICS.slice(0, 3), seed: 9 }))
    const hidden = view.options.filter((option) => option.hidden).map(({ id }) => id)
    for (const row of heatOf(view).rows.filter(({ optionId }) => hidden.includes(optionId)))
      expect(row.cells.every(({ figure }) => figure === null)).toBe(true)
    if (hidden.length === view.options.length) expect(picturesOf(view)).not.toContain('heat')
  })

  test('all equal figures have one tone', () => {
    const view = result('dots')
    const equal = view.options.map((option) => ({
      ...option,
      cells: option.cells.map((cell) => ({ ...cell, share: 20 })),
    }))
    const tones = heatOf({ ...view, options: equal }).rows.flatMap(({ cells }) => cells.map(({ tone }) => tone))
    expect(new Set(tones).size).toBe(1)
  })
})

describe('pairs', () => {
  test('each two topics together have all ballots that rank both, and one of them wins or both are even', () => {
    const view = result('ranking')
    const rows = pairsOf(view, 100)?.rows ?? []
    expect(rows).toHaveLength(TOPICS.length)
    for (const [at, row] of rows.entries()) {
      for (const [other, cell] of row.cells.entries()) {
        const back = rows[other]?.cells[at]
        if (at === other) expect(cell).toBeNull()
        else expect([cell?.for, cell?.against]).toEqual([back?.against, back?.for])
        if (cell && back) expect(cell.outcome === 'even').toBe(back.outcome === 'even')
      }
    }
  })

  test('the winner against all others wins every cell of its row; without one the sentence says so', () => {
    const view = result('ranking')
    const winner = pairsOf(view, 100)?.rows.find(({ optionId }) => optionId === view.condorcet)
    if (winner) expect(winner.wins).toBe(TOPICS.length - 1)
    expect(findingOf({ ...view, condorcet: null }, 'pairs').key).toMatch(/condorcetNone/)
  })

  test('say how many topics are left out', () => {
    const pairs = pairsOf(result('ranking'), 3)
    expect(pairs?.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3])
    expect(pairs?.left).toBe(TOPICS.length - 3)
  })
})

describe('answers and stances', () => {
  test('count every ballot once', () => {
    for (const row of answersOf(result('rating'))) {
      expect(row.total).toBe(26)
      const mean = row.counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / row.total
      expect(row.mean).toBeCloseTo(mean, 9)
    }
    for (const { all, total } of stancesOf(result('consent'))) expect(all.support + all.aside + all.object).toBe(total)
  })

  test('stand as numbers in the drawing', () => {
    const rows = stancesOf(result('consent'))
    const svg = stackSvg(
      STANCE_FILLS.map((fill) => ({ fill, name: fill })),
      rows.map(({ text, all }) => ({ label: text, parts: [all.support, all.aside, all.object], shown: '' })),
      frame,
    )
    for (const { all } of rows) expect(svg).toContain(`>${all.support}</text>`)
  })
})

describe('effort by effect', () => {
  const place = fc.record({
    x: fc.double({ min: 30, max: 600, noNaN: true }),
    y: fc.double({ min: 30, max: 400, noNaN: true }),
  })

  test('points do not cover each other as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const apart = spreadApart(places, 26)
        for (const [at, one] of apart.entries())
          for (const other of apart.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(26 - 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  test('labels stay in the picture and off the points', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 15 }), (places) => {
        const labels = placeLabels(
          places,
          places.map(() => 120),
          { width: 640, height: 440, point: 26, line: 18 },
        )
        for (const label of labels) {
          if (label === null) continue
          const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - 120 : label.x - 60
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + 120).toBeLessThanOrEqual(640)
          expect(
            places.every(
              ({ x, y }) => x + 13 <= left || x - 13 >= left + 120 || Math.abs(y - label.y) >= 22 - 1e-9 || false,
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every topic is a point with its number, or is named as not rated', () => {
    const { points, without } = quadrantsOf(result('effort-effect'))
    expect(points.map(({ number }) => number)).toEqual(TOPICS.map((_, index) => index + 1))
    expect(without).toEqual([])
    const svg = quadrantSvg(
      points.map((point) => ({ ...point, label: point.text })),
      words,
      frame,
    )
    for (const { number } of points) expect(svg).toContain(`>${number}</text>`)
    for (const word of Object.values(words)) expect(svg).toContain(word)
  })
})

test('facts name the ways ballots came, the quorum, the base and the rule for ties', () => {
  const ids = factsOf(result('dots')).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['turnout', 'ballots', 'channels', 'admission', 'quorum', 'base', 'ties']))
})

test('readings say what they do not find', () => {
  const view = result('dots')
  const readings = readingsOf({ ...view, agree: [], differ: [], alone: [], minority: [] })
  expect(readings.map(({ id, items }) => [id, items.length])).toEqual([
    ['agree', 0],
    ['differ', 0],
    ['alone', 0],
    ['minority', 0],
  ])
})
