import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { aCard, aCluster, aDecision } from '../../helpers/builders'
import { aDialogue, anAnswer, aStatement } from '../../helpers/dialogue'
import { openProjector } from './open-projector'

afterEach(cleanup)

const records = (...more: readonly AnyRecord[]) =>
  [...allRecords(aDialogue(...more))].filter((record) => record.type !== 'session')

describe('the dialogue on the projector', () => {
  test('one chain: what was said, who answered what, what was promised', async () => {
    const decision = aDecision({ wording: 'Strengths come first.', evidence: [{ type: 'statement', id: 'asked' }] })
    await openProjector({ view: 'chain', statementId: 'asked' }, ...records(decision))
    expect(await screen.findByText('“I want to be asked.”')).toBeTruthy()
    expect(screen.getByText('“Our form has no box for strengths.”')).toBeTruthy()
    expect(screen.getByText('Strengths come first.')).toBeTruthy()
  })

  test('all statements by pages, with what became of them', async () => {
    const { show } = await openProjector(
      { view: 'chain' },
      ...records(...[1, 2, 3].map((n) => aStatement({ id: `m${n}`, text: `More ${n}` }))),
    )
    expect(await screen.findByText('1 of 2')).toBeTruthy()
    expect(screen.queryByText('“More 3”')).toBeNull()
    show({ view: 'chain', page: 1 })
    expect(await screen.findByText('“More 3”')).toBeTruthy()
  })

  test('shows an answer as soon as its card joins a group that answers', async () => {
    const cluster = aCluster({ id: 'group', boardId: 'rounds', zone: ['r3'] })
    const { host } = await openProjector(
      { view: 'chain', statementId: 'helped' },
      ...records(cluster, anAnswer('group', 'helped'), aCard({ id: 'late', text: 'We call back.', zone: ['r3'] })),
    )
    expect(await screen.findByText('“Other parents helped me.”')).toBeTruthy()
    expect(screen.queryByText('“We call back.”')).toBeNull()
    const change = { from: { cards: [] }, to: { cards: [{ id: 'late', order: 'a' }] } }
    host.change({ changed: [{ type: 'cluster', id: 'group', ...change }] })
    expect(await screen.findByText('“We call back.”')).toBeTruthy()
  })

  test('says who has not answered; words that nobody may quote do not come', async () => {
    await openProjector(
      { view: 'chain', statementId: 'told' },
      ...records(aStatement({ id: 'told', text: 'Kept among us.', quote: 'none' })),
    )
    expect(await screen.findByText('No answer yet')).toBeTruthy()
    expect(screen.queryByText(/Kept among us/)).toBeNull()
    expect(screen.getByText(/Said in confidence/)).toBeTruthy()
  })
})
