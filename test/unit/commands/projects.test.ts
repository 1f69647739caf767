import { describe, expect, test } from 'vitest'
import type { ProjectState } from '@core/model/work'
import { aBoard, aCard, aCluster, aDocument, anIndicator, aProject } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const entry = (id: string, projectState: ProjectState) => ({ id, label: { text: id }, projectState })
const ideas = aBoard({
  id: 'ideas',
  layout: 'columns',
  axes: [{ id: 'state', label: { text: 'State' }, entries: [entry('e1', 'idea'), entry('e2', 'try-out')] }],
})
const onIdeas = { boardId: 'ideas', zone: ['e1'] }

describe('a project and its card', () => {
  test('a card becomes a project in the state of the place where it lies', () => {
    const tables = aDocument(ideas, aCard({ boardId: 'ideas', zone: ['e2'] }))
    act(tables, 'project.add', { id: 'p1', title: ' Evenings ', cardId: 'card-1' })
    expect(tables.project.get('p1')).toMatchObject({
      title: 'Evenings',
      state: 'try-out',
      origin: { type: 'card', id: 'card-1' },
    })
    expect(tables.card.get('card-1')).toMatchObject({ projectId: 'p1', zone: ['e2'] })
  })

  test('a card can be one project only', () => {
    const tables = aDocument(aProject(), aCard({ projectId: 'project-1' }))
    expect(codeOf(run(tables, 'project.add', { id: 'p2', title: 'x', cardId: 'card-1' }))).toBe('already-there')
  })

  test('a new state moves the card to its place; the same state leaves it', () => {
    const tables = aDocument(ideas, aProject(), aCard({ ...onIdeas, projectId: 'project-1' }))
    act(tables, 'project.move', { id: 'project-1', state: 'try-out' })
    expect(tables.card.get('card-1')?.zone).toEqual(['e2'])
    act(tables, 'project.update', { id: 'project-1', state: 'works' })
    expect(tables.project.get('project-1')?.state).toBe('works')
    expect(tables.card.get('card-1')?.zone).toEqual(['e2'])
  })

  test('two cards of one project get places of their own', () => {
    const tables = aDocument(
      ideas,
      aProject(),
      aCard({ ...onIdeas, projectId: 'project-1' }),
      aCard({ ...onIdeas, id: 'card-2', order: 'W', projectId: 'project-1' }),
    )
    act(tables, 'project.move', { id: 'project-1', state: 'try-out' })
    const orders = ['card-1', 'card-2'].map((id) => tables.card.get(id)?.order)
    expect(new Set(orders).size).toBe(2)
  })

  test('a card in a cluster stays where the group put it', () => {
    const tables = aDocument(
      ideas,
      aProject(),
      aCard({ ...onIdeas, projectId: 'project-1', clusterId: 'cluster-1' }),
      aCluster({ ...onIdeas, cards: [{ id: 'card-1', zone: ['e1'], order: 'V' }] }),
    )
    act(tables, 'project.move', { id: 'project-1', state: 'try-out' })
    expect(tables.card.get('card-1')?.zone).toEqual(['e1'])
  })

  test('a moved card sets the state; a place without one does not', () => {
    const tables = aDocument(ideas, aProject(), aCard({ ...onIdeas, projectId: 'project-1' }))
    act(tables, 'card.move', { ids: ['card-1'], zone: ['e2'] })
    expect(tables.project.get('project-1')?.state).toBe('try-out')
    act(tables, 'card.move', { ids: ['card-1'], zone: ['t1', 'l1'] })
    expect(tables.project.get('project-1')?.state).toBe('try-out')
  })

  test('a project that loses its origin by the same move changes once', () => {
    const tables = aDocument(
      ideas,
      aProject({ origin: { type: 'cluster', id: 'cluster-1' } }),
      aCard({ ...onIdeas, projectId: 'project-1', clusterId: 'cluster-1' }),
      aCluster({ ...onIdeas, cards: [{ id: 'card-1', zone: ['e1'], order: 'V' }] }),
    )
    act(tables, 'card.move', { ids: ['card-1'], zone: ['e2'] })
    expect(tables.project.get('project-1')).toMatchObject({ state: 'try-out' })
    expect(tables.project.get('project-1')).not.toHaveProperty('origin')
  })

  test('removing it leaves the card', () => {
    const tables = aDocument(ideas, aProject(), aCard({ ...onIdeas, projectId: 'project-1' }))
    act(tables, 'project.remove', { id: 'project-1' })
    expect(tables.card.get('card-1')).not.toHaveProperty('projectId')
  })
})

describe('fields of a project', () => {
  test('an end before the start is refused, also against what stands there', () => {
    const tables = aDocument(aProject({ from: '2026-03-01' }))
    expect(codeOf(run(tables, 'project.update', { id: 'project-1', to: '2026-02-01' }))).toBe('wrong-value')
    expect(codeOf(run(tables, 'project.update', { id: 'project-1', to: '2026-04-01' }))).toBeNull()
  })

  test('a stale title is refused, an unknown indicator too', () => {
    const tables = aDocument(aProject({ title: 'theirs' }))
    const stale = run(tables, 'project.update', { id: 'project-1', was: 'before', title: 'mine' })
    expect(codeOf(stale)).toBe('changed-meanwhile')
    expect(codeOf(run(tables, 'project.update', { id: 'project-1', indicatorIds: ['nothing'] }))).toBe('not-found')
  })

  test('partners are kept once each, indicators leave with the indicator', () => {
    const tables = aDocument(aProject(), anIndicator())
    act(tables, 'project.update', {
      id: 'project-1',
      partners: [' School ', '', 'School'],
      indicatorIds: ['indicator-1', 'indicator-1'],
    })
    expect(tables.project.get('project-1')).toMatchObject({ partners: ['School'], indicatorIds: ['indicator-1'] })
    act(tables, 'indicator.remove', { id: 'indicator-1' })
    expect(tables.project.get('project-1')?.indicatorIds).toEqual([])
  })
})
