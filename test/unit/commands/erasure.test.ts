import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiff } from '@core/change/diff'
import { eraseFrom, erasureOf, widened } from '@core/commands/erasure'
import { allRecords, tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { breaksReferences } from '@core/rules/integrity'
import {
  aBoard,
  aCard,
  aCluster,
  aDecision,
  aLab,
  aPerson,
  aProject,
  aQuestion,
  aSession,
  aTask,
  aVoice,
  aVote,
  anActivity,
  anIndicator,
} from '../../helpers/builders'

const WORDS = 'They came at six in the morning'
const base: readonly AnyRecord[] = [aSession(), aLab(), aVoice(), aBoard(), aPerson()]
const mine = aCard({ id: 'mine', text: WORDS, personId: 'person-1', clusterId: 'cluster-1' })
const other = aCard({ id: 'other', text: 'Somebody else said this', clusterId: 'cluster-1' })
const copy: AnyRecord = {
  type: 'statement',
  id: 'copy',
  origin: { sessionId: 'session-1', cardId: 'mine' },
  round: 1,
  text: WORDS,
  quote: 'role',
}
const places = [mine, other].map(({ id, zone, order }) => ({ id, zone, order }))
const around: readonly AnyRecord[] = [
  aCluster({ id: 'cluster-1', label: { text: WORDS }, cards: places }),
  aVote({
    options: [
      { id: 'a', text: WORDS, source: { type: 'card', id: 'mine' } },
      { id: 'b', text: 'Another' },
    ],
  }),
  aDecision({ evidence: [{ type: 'statement', id: 'copy' }], owner: { kind: 'person', personId: 'person-1' } }),
  aTask({ text: WORDS, origin: { type: 'card', id: 'mine' } }),
  aQuestion({ text: WORDS, origin: { type: 'statement', id: 'copy' } }),
  aProject({ title: WORDS }),
  anIndicator({ name: WORDS }),
  { type: 'link', id: 'link-1', kind: 'answers', from: 'other', to: 'copy' },
]
const document = () => tablesOf([...base, mine, other, copy, ...around])

const erased = (ids: readonly string[]) => {
  const tables = document()
  const erasure = eraseFrom(tables, widened(tables, erasureOf(ids)))
  expect(breaksReferences(tables, erasure.diff)).toBe(false)
  expect(applyDiff(tables, erasure.diff).ok).toBe(true)
  return { tables, erasure }
}

describe('an erasure', () => {
  test('of a person takes their words everywhere and leaves a tombstone with nothing but the id', () => {
    const { tables, erasure } = erased(['person-1'])
    expect(JSON.stringify([...allRecords(tables)])).not.toContain(WORDS)
    expect(tables.person.size).toBe(0)
    expect([...tables.tombstone.values()].map((record) => record.id).toSorted()).toEqual(['copy', 'mine', 'person-1'])
    expect(Object.keys([...tables.tombstone.values()][0] ?? {}).toSorted()).toEqual(['id', 'type'])
    expect(erasure.count).toBe(3)
  })

  test('finds the beginning of long words where a title was cut', () => {
    const long = `${WORDS}, all three of them, and nobody had told us that they would come at all`
    const cut = `${long.slice(0, 60).trimEnd()}\u2026`
    const tables = tablesOf([...base, aCard({ id: 'mine', text: long }), anActivity({ title: cut })])
    applyDiff(tables, eraseFrom(tables, erasureOf(['mine'])).diff)
    expect([...tables.activity.values()].map(({ title }) => title)).toEqual(['\u2026'])
  })

  test('leaves what others said where it was, also where it begins alike', () => {
    const { tables } = erased(['mine'])
    expect(tables.card.get('other')?.text).toBe('Somebody else said this')
    expect(tables.cluster.get('cluster-1')?.cards.map(({ id }) => id)).toEqual(['other'])
    expect(tables.vote.get('vote-1')?.options.map(({ text }) => text)).toEqual(['\u2026', 'Another'])
    expect(tables.person.size).toBe(1)
    const alike = tablesOf([...base, mine, other, copy, ...around, aTask({ id: 'alike', text: 'They came' })])
    applyDiff(alike, eraseFrom(alike, erasureOf(['mine'])).diff)
    expect(alike.task.get('alike')?.text).toBe('They came')
  })

  test('begun with the copy finds the card that it came from', () => {
    const { tables } = erased(['copy'])
    expect(tables.card.has('mine')).toBe(false)
  })

  test('works in a file that has only the copy, known by the card of another file', () => {
    const later = tablesOf([aSession({ id: 'session-2' }), aLab(), aVoice(), copy])
    const { diff } = eraseFrom(later, erasureOf(['mine']))
    applyDiff(later, diff)
    expect(later.statement.size).toBe(0)
    expect(later.tombstone.has('copy')).toBe(true)
  })

  test('done twice changes nothing more', () => {
    const { tables } = erased(['person-1'])
    const again = eraseFrom(tables, widened(tables, erasureOf(['person-1', 'mine', 'copy'])))
    expect(again.diff).toEqual({})
  })

  test('of any records leaves nothing that points to nothing', () => {
    const ids = [...allRecords(document())].map((record) => record.id)
    fc.assert(fc.property(fc.subarray(ids), (chosen) => void erased(chosen)))
  })
})
