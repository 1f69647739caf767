import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoundResult } from '@core/model/vote'
import { nav } from '../../../renderer/facilitator/app/nav'
import { aLab, aSession, aVoice, aVote } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'

afterEach(cleanup)

const resultOf = (rows: readonly (readonly number[])[]): RoundResult => ({
  cast: 8,
  blank: 0,
  invalid: 0,
  present: 8,
  channels: { phone: 8, kiosk: 0, paper: 0, hands: 0 },
  overall: { ballots: 8, rows: rows.map((row) => [...row]) },
  groups: [],
  publicGroups: [],
  reasons: ['It costs families a working day.', 'Nobody asked the school.'],
})

const openConsent = async (rows: readonly (readonly number[])[]) => {
  const vote = aVote({
    method: { name: 'consent' },
    options: rows.map((_, index) => ({ id: `o${index}`, text: `Proposal ${index + 1}` })),
    rounds: [{ id: 'round-1', number: 1, state: 'closed', result: resultOf(rows) }],
  })
  const page = await openPage({
    records: [aSession(), aLab(), aVoice({ present: 8 }), vote],
    place: { kind: 'vote', id: 'vote-1' },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Record as decision' }))
  return { ...page, decided: () => [...page.tables.decision.values()] }
}

describe('a decision from a consent vote', () => {
  it('is made in one action, with the objections kept', async () => {
    const { decided } = await openConsent([[5, 1, 2]])
    await waitFor(() => expect(decided()).toHaveLength(1))
    expect(decided()[0]).toMatchObject({
      wording: 'Proposal 1',
      status: 'proposed',
      behind: { count: 5, of: 8 },
      evidence: [{ type: 'vote', id: 'vote-1' }],
    })
    expect(decided()[0]?.objections.map(({ text }) => text)).toEqual([
      'It costs families a working day.',
      'Nobody asked the school.',
    ])
    expect(nav.place()).toEqual({ kind: 'decisions' })
  })

  it('is agreed when nobody objects; of several proposals one is chosen', async () => {
    const { decided } = await openConsent([
      [5, 1, 2],
      [6, 2, 0],
    ])
    await userEvent.click(await screen.findByRole('button', { name: /Proposal 2/ }))
    await waitFor(() => expect(decided()).toHaveLength(1))
    expect(decided()[0]).toMatchObject({ wording: 'Proposal 2', status: 'agreed' })
  })
})
