import { describe, expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import type { Block, Figure } from '@core/report/model'
import { votesBlocks } from '@core/report/votes-part'
import { blockHtml } from '../../../electron/export/html'
import { aLab, aSession } from '../../helpers/builders'
import { closedSession, englishReader } from '../../helpers/report'
import { METHODS, closedVote, fiveVoices, votesOfAllMethods } from '../../helpers/results'

test('what a vote’s table needs to be understood stands before it, so that no page of print holds a notice alone', () => {
  const kinds = votesBlocks(tablesOf(closedSession()), 'public').map((block) => block.b)
  expect(kinds).toContain('notice')
  expect(kinds.lastIndexOf('notice')).toBeLessThan(kinds.lastIndexOf('table'))
  expect(kinds.lastIndexOf('paragraph')).toBeLessThan(kinds.lastIndexOf('table'))
})

describe.each(METHODS.map(({ name }) => name))('a vote by %s', (name) => {
  const method = METHODS.find((one) => one.name === name)
  const records = method ? [aSession(), aLab(), ...fiveVoices(), closedVote(method)] : []
  const blocks = (audience: 'room' | 'public') => votesBlocks(tablesOf(records), audience)

  test.each(['room', 'public'] as const)(
    'has a table for every chart, and one value for every figure (%s)',
    (audience) => {
      const all = blocks(audience)
      const tables = new Set(all.flatMap((block) => (block.b === 'table' ? [block.id] : [])))
      const charts = all.flatMap((block) => (block.b === 'chart' ? [block] : []))
      expect(charts.length).toBeGreaterThan(0)
      expect(charts.filter(({ tableId }) => !tables.has(tableId))).toEqual([])
      expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length)
      const values = new Map<string, number | null>()
      const figures = new Set<string>()
      for (const { figure, inTable } of figuresIn(all)) {
        expect(values.get(figure.id) ?? figure.value).toBe(figure.value)
        values.set(figure.id, figure.value)
        if (inTable) figures.add(figure.id)
      }
      expect([...values.keys()].filter((id) => !figures.has(id))).toEqual([])
    },
  )

  test('is drawn in HTML without a missing word or number', () => {
    const reader = englishReader()
    const html = blocks('public')
      .map((block) => blockHtml(block, reader, 'part'))
      .join('')
    expect(html).not.toMatch(/NaN|undefined|(charts|result|report):[a-z]/)
    expect(html).toContain('role="img" aria-label=')
    expect(html).toContain('<dt>Ties</dt>')
  })
})

test('votes of every method in one session have no id twice', () => {
  const all = votesBlocks(tablesOf([aSession(), aLab(), ...votesOfAllMethods()]), 'room')
  const ids = all.flatMap((block) => ('id' in block ? [`${block.b} ${block.id}`] : []))
  expect(ids.length).toBeGreaterThan(METHODS.length * 3)
  expect(new Set(ids).size).toBe(ids.length)
})

type Found = { readonly figure: Figure; readonly inTable: boolean }

const figuresIn = (blocks: readonly Block[]): Found[] =>
  blocks.flatMap((block): Found[] => {
    const inTable = block.b === 'table'
    if (block.b === 'table')
      return block.rows.flat().flatMap((cell) => (cell.t === 'figure' ? [{ figure: cell, inTable }] : []))
    if (block.b !== 'chart') return []
    const of = (figures: readonly (Figure | null)[]): Found[] =>
      figures.flatMap((figure) => (figure === null ? [] : [{ figure, inTable }]))
    switch (block.kind) {
      case 'bars':
        return of(block.rows.map(({ figure }) => figure))
      case 'gaps':
        return of(block.rows.flatMap(({ gap, points }) => [gap, ...points.map(({ figure }) => figure)]))
      case 'grid':
        return of(block.rows.flatMap(({ cells }) => cells.map(({ figure }) => figure)))
      case 'stack':
        return of(block.rows.flatMap(({ parts, end }) => [...parts, end]))
      case 'quadrants':
        return of(block.rows.flatMap(({ effort, effect }) => [effort, effect]))
      case 'line':
        return []
    }
  })
