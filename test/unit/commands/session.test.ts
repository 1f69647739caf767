import { describe, expect, test } from 'vitest'
import { aCard, aContext, aDocument, aPerson, aSession, aStep, aTask, aVote } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const at = (time: string) => aContext(1, Date.parse(`2026-03-02T${time}.000Z`))

describe('steps', () => {
  const waiting = aStep({ id: 'step-2', order: 'k', state: 'waiting' })

  test('starting one ends the running one and starts the session', () => {
    const tables = aDocument(aSession({ state: 'prepared' }), waiting)
    act(tables, 'step.start', { id: 'step-2' }, at('10:00:00'))
    expect(tables.step.get('step-1')).toMatchObject({ state: 'done', endedAt: '2026-03-02T10:00:00.000Z' })
    expect(tables.step.get('step-2')).toMatchObject({ state: 'running', startedAt: '2026-03-02T10:00:00.000Z' })
    expect(tables.session.get('session-1')).toMatchObject({ state: 'running', currentStepId: 'step-2' })
    expect([...tables.event.values()].map(({ kind }) => kind)).toEqual([
      'step.ended',
      'session.started',
      'step.started',
    ])
    act(tables, 'step.start', { id: null }, aContext(2))
    expect(tables.session.get('session-1')?.currentStepId).toBeUndefined()
  })

  test('a pause stops the clock for as long as it lasts', () => {
    const tables = aDocument()
    act(tables, 'step.pause', { id: 'step-1', paused: true }, at('10:00:00'))
    act(tables, 'step.pause', { id: 'step-1', paused: true }, at('10:00:30'))
    act(tables, 'step.pause', { id: 'step-1', paused: false }, at('10:01:30'))
    act(tables, 'step.pause', { id: 'step-1', paused: true }, at('10:02:00'))
    act(tables, 'step.pause', { id: 'step-1', paused: false }, at('10:02:10'))
    const step = tables.step.get('step-1')
    expect(step?.pausedSeconds).toBe(100)
    expect(step?.pausedAt).toBeUndefined()
  })

  test('a step with hidden cards or that is running stays', () => {
    const tables = aDocument(waiting, aCard({ stepId: 'step-2', revealed: false }))
    expect(codeOf(run(tables, 'step.remove', { id: 'step-1' }))).toBe('still-used')
    expect(codeOf(run(tables, 'step.remove', { id: 'step-2' }))).toBe('still-used')
  })
})

describe('session.finish', () => {
  test('is refused while a vote is open', () => {
    const tables = aDocument(aVote({ rounds: [{ id: 'r1', number: 1, state: 'counting' }] }))
    expect(codeOf(run(tables, 'session.finish', {}))).toBe('still-used')
  })

  test('closes the document for everything but the work that goes on', () => {
    const tables = aDocument(aCard(), aTask())
    act(tables, 'session.finish', {})
    expect(tables.session.get('session-1')).toMatchObject({ state: 'closed' })
    expect(tables.step.get('step-1')?.state).toBe('done')
    expect(codeOf(run(tables, 'card.update', { id: 'card-1', text: 'x' }))).toBe('session-is-closed')
    expect(codeOf(run(tables, 'session.start', {}))).toBe('session-is-closed')
    act(tables, 'task.move', { id: 'task-1', state: 'done' })
    act(tables, 'lab.update', { aim: 'Go on' })
    act(tables, 'session.update', { title: 'First meeting, closed' })
  })
})

test('the public k is never under the room k', () => {
  expect(codeOf(run(aDocument(), 'session.update', { k: { room: 5, public: 4 } }))).toBe('wrong-value')
})

test('the stage shows only what there is', () => {
  const tables = aDocument(aVote())
  const show = (stage: Parameters<typeof run<'stage.show'>>[2]['stage']) => codeOf(run(tables, 'stage.show', { stage }))
  expect(show({ view: 'board', boardId: 'board-1', entryId: 't2' })).toBeNull()
  expect(show({ view: 'board', boardId: 'board-1', entryId: 'gone' })).toBe('wrong-place')
  expect(show({ view: 'board', boardId: 'board-9' })).toBe('not-found')
  expect(show({ view: 'vote', voteId: 'vote-1' })).toBeNull()
  expect(show({ view: 'result', voteId: 'vote-1' })).toBe('wrong-value')
})

describe('people', () => {
  test('a voice that somebody speaks for stays, and the refusal says how often it is used', () => {
    const tables = aDocument(aCard({ voiceId: 'staff' }), aPerson({ voiceId: 'staff' }))
    expect(run(tables, 'voice.remove', { id: 'staff' })).toMatchObject({
      error: { code: 'still-used', params: { count: 2 } },
    })
    act(tables, 'voice.remove', { id: 'families' })
  })

  test('a new voice takes the first free colour and shape', () => {
    const tables = aDocument()
    act(tables, 'voice.add', { id: 'managers', name: ' Managers ' })
    expect(tables.voice.get('managers')).toMatchObject({ slot: 3, label: { text: 'Managers' }, present: 0 })
  })

  test('what a person owned falls to the voice; cards lose the person', () => {
    const owner = { kind: 'person', personId: 'person-1' } as const
    const tables = aDocument(aPerson({ voiceId: 'staff' }), aCard({ personId: 'person-1' }), aTask({ owner }))
    act(tables, 'person.remove', { id: 'person-1' })
    expect(tables.task.get('task-1')?.owner).toEqual({ kind: 'voice', voiceId: 'staff' })
    expect(tables.card.get('card-1')?.personId).toBeUndefined()
  })
})
