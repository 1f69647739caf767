import { describe, expect, test } from 'vitest'
import { MOST_PROPOSALS, submitProposal, withdrawProposal } from '@core/commands/proposals'
import type { ProposalMade } from '@core/commands/proposals'
import { ordered } from '@core/model/document'
import type { Proposal } from '@core/model/step'
import { proposalSchema } from '@core/model/step'
import { aContext, aDocument, aStep, aTask } from '../../helpers/builders'
import { act, codeOf, run, take } from '../../helpers/outcomes'

const made: ProposalMade = {
  id: 'offer',
  kind: 'task',
  text: ' Ask the school. ',
  taskId: undefined,
  voiceId: 'families',
  editHash: 'hash',
  groupId: undefined,
}
const asking = aStep({ propose: ['task', 'step', 'volunteer'] })

describe('submitProposal', () => {
  test('keeps what was proposed, its voice and nothing about who and when', () => {
    const tables = aDocument(asking)
    take(tables, submitProposal(tables, made, aContext()))
    const proposal = tables.proposal.get('offer')
    expect(proposal).toEqual({
      type: 'proposal',
      id: 'offer',
      kind: 'task',
      text: 'Ask the school.',
      voiceId: 'families',
      editHash: 'hash',
    })
    expect(proposalSchema.safeParse(proposal).success).toBe(true)
  })

  test.each([
    ['a step that asks for nothing', aStep(), made, 'step-closed'],
    ['a kind that is not asked for', aStep({ propose: ['step'] }), made, 'step-closed'],
    [
      'a step whose time is up',
      { ...asking, minutes: 1, lockAtEnd: true, startedAt: '2026-03-02T09:00:00.000Z' },
      made,
      'step-closed',
    ],
    ['no words', asking, { ...made, text: '  ' }, 'text-empty'],
    ['a step with a name too long', asking, { ...made, kind: 'step' as const, text: 'x'.repeat(301) }, 'text-too-long'],
    ['a task that is not there', asking, { ...made, kind: 'volunteer' as const, taskId: 'gone' }, 'not-found'],
    ['an id in use', asking, { ...made, id: 'families' }, 'already-there'],
  ])('refuses %s', (_, step, given, code) => {
    const tables = aDocument(step)
    expect(codeOf(submitProposal(tables, given, aContext()))).toBe(code)
  })

  test('refuses to put nobody behind a task, or somebody where there is somebody', () => {
    const volunteer = { ...made, kind: 'volunteer' as const, taskId: 'task-1' }
    const free = aDocument(asking, aTask())
    expect(codeOf(submitProposal(free, { ...volunteer, voiceId: 'forged' }, aContext()))).toBe('wrong-value')
    const owned = aDocument(asking, aTask({ owner: { kind: 'organisation', name: 'School' } }))
    expect(codeOf(submitProposal(owned, volunteer, aContext()))).toBe('already-there')
  })

  test('stops at the most that somebody can look through', () => {
    const many = Array.from({ length: MOST_PROPOSALS }, (_, index): Proposal => ({
      type: 'proposal',
      id: `p${index}`,
      kind: 'task',
      text: 'x',
    }))
    expect(codeOf(submitProposal(aDocument(asking, ...many), made, aContext()))).toBe('too-many')
  })

  test('is taken back with the secret alone', () => {
    const tables = aDocument(asking)
    take(tables, submitProposal(tables, made, aContext()))
    expect(codeOf(withdrawProposal(tables, { id: 'offer', editHash: 'other' }, aContext()))).toBe('wrong-secret')
    take(tables, withdrawProposal(tables, { id: 'offer', editHash: 'hash' }, aContext()))
    expect(tables.proposal.size).toBe(0)
  })
})

describe('proposal.accept', () => {
  const proposed = (fields: Partial<Proposal>): Proposal => ({
    type: 'proposal',
    id: 'offer',
    kind: 'task',
    text: 'Go on',
    ...fields,
  })

  test('makes the task', () => {
    const tables = aDocument(proposed({ text: 'Ask the school.' }))
    act(tables, 'proposal.accept', { id: 'offer', newId: 'new' })
    expect(tables.task.get('new')).toMatchObject({ text: 'Ask the school.', state: 'todo' })
    expect(tables.proposal.size).toBe(0)
  })

  test('makes the step the next one after what runs', () => {
    const tables = aDocument(
      proposed({ kind: 'step', text: 'A walk outside' }),
      aStep({ id: 'step-2', order: 'k', state: 'waiting' }),
    )
    act(tables, 'proposal.accept', { id: 'offer', newId: 'new' })
    expect(ordered(tables, 'step').map((step) => step.id)).toEqual(['step-1', 'new', 'step-2'])
    expect(tables.step.get('new')).toMatchObject({
      label: { text: 'A walk outside' },
      state: 'waiting',
      contribute: 'closed',
    })
  })

  test('makes the volunteer’s voice the owner, unless somebody took it meanwhile', () => {
    const offer = proposed({ kind: 'volunteer', taskId: 'task-1', voiceId: 'staff' })
    const tables = aDocument(aTask(), offer)
    act(tables, 'proposal.accept', { id: 'offer' })
    expect(tables.task.get('task-1')?.owner).toEqual({ kind: 'voice', voiceId: 'staff' })
    const taken = aDocument(aTask({ owner: { kind: 'voice', voiceId: 'families' } }), offer)
    expect(codeOf(run(taken, 'proposal.accept', { id: 'offer' }))).toBe('changed-meanwhile')
    act(taken, 'proposal.decline', { id: 'offer' })
    expect(taken.proposal.size).toBe(0)
  })

  test('goes with its task', () => {
    const tables = aDocument(aTask(), proposed({ kind: 'volunteer', taskId: 'task-1' }))
    act(tables, 'task.remove', { id: 'task-1' })
    expect(tables.proposal.size).toBe(0)
  })
})
