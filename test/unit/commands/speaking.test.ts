import { describe, expect, test } from 'vitest'
import { raiseHand } from '@core/commands/speaking'
import { sessionOf } from '@core/model/document'
import { aContext, aDocument, aSession } from '../../helpers/builders'
import { act, codeOf, run, take } from '../../helpers/outcomes'

const queueOf = (tables: ReturnType<typeof aDocument>) => sessionOf(tables)?.queue
const idsOf = (tables: ReturnType<typeof aDocument>) => queueOf(tables)?.map((entry) => entry.id)
const waiting = (...ids: string[]) => aDocument(aSession({ queue: ids.map((id) => ({ id, voiceId: 'families' })) }))

describe('speaking turns', () => {
  test('stand in the log by voice', () => {
    const tables = aDocument()
    act(tables, 'turn.add', { voiceId: 'families' })
    expect([...tables.event.values()]).toMatchObject([{ kind: 'turn.taken', ref: 'families' }])
    expect(codeOf(run(tables, 'turn.add', { voiceId: 'gone' }))).toBe('not-found')
  })
})

describe('the speaking queue', () => {
  test('is off until it is switched on, and forgotten when it is switched off', () => {
    const tables = aDocument()
    act(tables, 'queue.switch', { on: true })
    expect(queueOf(tables)).toEqual([])
    act(tables, 'queue.add', { id: 'q1', name: ' Blue chair ' })
    act(tables, 'queue.switch', { on: true })
    expect(queueOf(tables)).toEqual([{ id: 'q1', name: 'Blue chair' }])
    act(tables, 'queue.switch', { on: false })
    expect(queueOf(tables)).toBeUndefined()
  })

  test('needs a voice or a name', () => {
    const tables = waiting()
    expect(codeOf(run(tables, 'queue.add', { id: 'q1' }))).toBe('text-empty')
    expect(codeOf(run(tables, 'queue.add', { id: 'q1', voiceId: 'gone' }))).toBe('not-found')
  })

  test('is put in another order', () => {
    const tables = waiting('q1', 'q2', 'q3')
    act(tables, 'queue.move', { id: 'q3', before: 'q1' })
    expect(idsOf(tables)).toEqual(['q3', 'q1', 'q2'])
    act(tables, 'queue.move', { id: 'q3', before: null })
    expect(idsOf(tables)).toEqual(['q1', 'q2', 'q3'])
    expect(codeOf(run(tables, 'queue.move', { id: 'gone' }))).toBe('not-found')
    expect(codeOf(run(tables, 'queue.move', { id: 'q1', before: 'gone' }))).toBe('not-found')
  })

  test('next: the first leaves and counts as a turn', () => {
    const tables = waiting('q1', 'q2')
    act(tables, 'queue.next', {})
    expect(idsOf(tables)).toEqual(['q2'])
    expect([...tables.event.values()]).toMatchObject([{ kind: 'turn.taken', ref: 'families' }])
    act(tables, 'queue.next', {}, aContext(2))
    act(tables, 'queue.next', {}, aContext(3))
    expect(tables.event.size).toBe(2)
  })

  test('a phone stands in it once, and keeps its place', () => {
    const tables = waiting('q1')
    const wish = { id: 'mine', voiceId: 'staff', raised: true }
    take(tables, raiseHand(tables, wish, aContext()))
    act(tables, 'queue.add', { id: 'q2', name: 'x' })
    take(tables, raiseHand(tables, wish, aContext()))
    expect(idsOf(tables)).toEqual(['q1', 'mine', 'q2'])
    take(tables, raiseHand(tables, { ...wish, raised: false }, aContext()))
    expect(idsOf(tables)).toEqual(['q1', 'q2'])
    expect(codeOf(raiseHand(aDocument(), wish, aContext()))).toBe('step-closed')
    expect(codeOf(raiseHand(aDocument(aSession({ state: 'closed', queue: [] })), wish, aContext()))).toBe(
      'session-is-closed',
    )
  })

  test('holds no voice that the session does not have', () => {
    const tables = waiting()
    take(tables, raiseHand(tables, { id: 'mine', voiceId: 'forged', raised: true }, aContext()))
    expect(queueOf(tables)).toEqual([{ id: 'mine' }])
  })
})
