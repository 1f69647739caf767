import { describe, expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import { mergedSession } from '@core/next/merged-session'
import { breaksReferences } from '@core/rules/integrity'
import { aCard, aDocument, aVote } from '../../helpers/builders'

const fresh = { id: 'session-new', title: 'Both groups' }

describe('a session made of two', () => {
  test('has an id of its own everywhere, no slips of the old ones, and nothing that points to nothing', () => {
    const here = aDocument(aCard())
    const session = [...here.session.values()][0]
    const vote = aVote({ id: 'vote-9' })
    const [round] = vote.rounds
    if (!session || !round) throw new Error('no session')
    const slips = [{ first: 1, count: 5 }]
    here.vote.set('vote-9', { ...vote, rounds: [{ ...round, slips }] })
    const made = mergedSession(here, { added: [aCard({ id: 'card-new', order: 'z' })] }, fresh)
    if (!made.ok) throw new Error(made.error.code)
    expect(JSON.stringify(made.value)).not.toContain(`"${session.id}"`)
    expect(JSON.stringify(made.value)).not.toContain('"slips"')
    const tables = tablesOf(made.value)
    expect([...tables.session.values()]).toMatchObject([{ ...fresh, stage: { view: 'join' } }])
    expect(tables.card.size).toBe(2)
    expect(breaksReferences(tablesOf([]), { added: made.value })).toBe(false)
    expect(here.card.size).toBe(1)
  })

  test('is not made while people vote here', () => {
    const vote = aVote({ id: 'vote-1' })
    const here = aDocument({ ...vote, rounds: vote.rounds.map((round) => ({ ...round, state: 'open' as const })) })
    expect(mergedSession(here, {}, fresh)).toMatchObject({ ok: false, error: { code: 'own-vote-open' } })
  })
})
