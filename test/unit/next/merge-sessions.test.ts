import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiff, invertDiff, isEmptyDiff } from '@core/change/diff'
import { checkRecord } from '@core/load/open-document'
import type { Tables } from '@core/model/document'
import { allRecords, tablesOf } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import type { Merge } from '@core/next/merge-sessions'
import { mergeSessions } from '@core/next/merge-sessions'
import { brokenRecords } from '@core/rules/integrity'
import {
  aBoard,
  aCard,
  aCluster,
  aContext,
  aDecision,
  aDocument,
  aLab,
  aPerson,
  aPulse,
  aSession,
  aStep,
  aTask,
  aVoice,
  aVote,
} from '../../helpers/builders'
import { must } from '../../helpers/must'
import { busyDocument, contentOf, deed, newGame, play } from '../../helpers/play'

const labelOf = (label: { readonly key: string } | { readonly text: string }): string =>
  'text' in label ? label.text : label.key

const merge = (here: Tables, there: Tables, seed = 9) =>
  mergeSessions(here, there, { labelOf, newId: aContext(seed).newId })

/** The session afterwards, and what was said about it. */
const merged = (here: Tables, there: Tables): { readonly after: Tables; readonly plan: Merge['plan'] } => {
  const { diff, plan } = must(merge(here, there))
  const after = tablesOf(allRecords(here))
  must(applyDiff(after, diff))
  return { after, plan }
}

const AT = '2026-03-02T10:00:00.000Z'
const result = (voiceId: string) => ({
  cast: 6,
  blank: 0,
  invalid: 0,
  present: 6,
  channels: { phone: 6, kiosk: 0, paper: 0, hands: 0 },
  overall: { ballots: 6, rows: [[9], [5], [1]] },
  groups: [
    { id: voiceId, voiceIds: [voiceId], unstated: false, present: 6, tally: { ballots: 6, rows: [[9], [5], [1]] } },
  ],
  publicGroups: [[0]],
})
const closedVote = (fields: Partial<Vote> = {}): Vote =>
  aVote({
    rounds: [
      { id: 'r1', number: 1, state: 'closed', closedAt: AT, slips: [{ first: 1, count: 4 }], result: result('v-b') },
    ],
    ...fields,
  })

/** A group that worked in a file of its own: other ids, the same names. */
const otherGroup = (): Tables =>
  tablesOf([
    aSession({ id: 'session-b', title: 'Group B', labId: 'lab-b' }),
    aLab({ id: 'lab-b' }),
    aVoice({ id: 'v-b', label: { text: 'families ' } }),
    aVoice({ id: 'v-new', label: { text: 'Teachers' }, slot: 1 }),
    aBoard({
      id: 'board-b',
      axes: [
        {
          id: 'x',
          label: { text: 'Theme' },
          entries: ['t2', 't1', 'T3'].map((text) => ({ id: `b-${text}`, label: { text } })),
        },
        {
          id: 'y',
          label: { text: 'Level' },
          entries: ['l1', 'l2'].map((text) => ({ id: `b-${text}`, label: { text } })),
        },
      ],
    }),
    aStep({ id: 'step-b', boardId: 'board-b' }),
    aPerson({ id: 'person-b', voiceId: 'v-b' }),
    aCard({
      id: 'card-b1',
      boardId: 'board-b',
      zone: ['b-t1', 'b-l2'],
      text: 'From group B',
      voiceId: 'v-b',
      stepId: 'step-b',
      tags: ['bus'],
    }),
    aCard({
      id: 'card-b2',
      boardId: 'board-b',
      zone: ['b-T3', 'b-l1'],
      text: 'Not shown yet',
      revealed: false,
      clusterId: 'cl-b',
    }),
    aCluster({
      id: 'cl-b',
      boardId: 'board-b',
      zone: ['b-T3', 'b-l1'],
      cards: [{ id: 'card-b2', zone: ['b-T3', 'b-l1'], order: 'V' }],
    }),
    { type: 'link', id: 'link-b', kind: 'causes', from: 'card-b1', to: 'card-b2' },
    closedVote({ id: 'vote-b', options: [{ id: 'o1', text: 'x', source: { type: 'card', id: 'card-b1' } }] }),
    aVote({ id: 'vote-b2' }),
    aDecision({
      id: 'decision-b',
      behind: { voiceIds: ['v-b'] },
      evidence: [
        { type: 'vote', id: 'vote-b' },
        { type: 'vote', id: 'vote-b2' },
      ],
    }),
    aTask({
      id: 'task-b',
      owner: { kind: 'person', personId: 'person-b' },
      origin: { type: 'decision', id: 'decision-b' },
    }),
    aPulse({ id: 'pulse-b', answers: { phone: [0, 0, 1, 2, 0] } }),
    { type: 'event', id: 'event-b', at: AT, kind: 'vote.closed', ref: 'vote-b' },
    { type: 'event', id: 'event-c', at: AT, kind: 'session.started' },
    {
      type: 'statement',
      id: 'st-b',
      origin: { sessionId: 'session-b', cardId: 'card-b1' },
      round: 1,
      text: 'From group B',
      quote: 'role',
    },
    { type: 'notebook', id: 'note-b', order: 'V', codeHash: 'h', text: 'Only mine', on: '2026-03-02', shared: false },
  ])

describe('the file of a parallel group', () => {
  test('finds its voices, boards and columns by name, and brings what is its own', () => {
    const { after, plan } = merged(aDocument(aDecision(), aCard()), otherGroup())
    expect(plan).toMatchObject({
      title: 'Group B',
      cards: 2,
      boards: { matched: 1, added: 0 },
      voices: { matched: 1, added: 1 },
      people: { matched: 0, added: 1 },
      votes: 1,
      decisions: 1,
      tasks: 1,
      entries: 1,
      renamed: 0,
      held: 1,
      sameSession: false,
      fresh: [{ type: 'voice', label: { text: 'Teachers' } }],
    })
    expect(after.card.get('card-b1')).toMatchObject({
      boardId: 'board-1',
      zone: ['t1', 'l2'],
      voiceId: 'families',
      stepId: 'step-1',
      tags: ['bus'],
    })
    expect(after.board.get('board-1')?.axes[0]?.entries.map(({ id }) => id)).toEqual(['t1', 't2', 'b-T3'])
    expect(after.card.get('card-b2')).toMatchObject({
      held: true,
      revealed: true,
      clusterId: 'cl-b',
      zone: ['b-T3', 'l1'],
    })
    expect(after.decision.get('decision-b')).toMatchObject({
      number: 2,
      behind: { voiceIds: ['families'] },
      evidence: [{ type: 'vote', id: 'vote-b' }],
    })
    expect(after.statement.get('st-b')?.origin).toEqual({ sessionId: 'session-1', cardId: 'card-b1' })
    // Two voices of one colour could not be told apart.
    expect(after.voice.get('v-new')?.slot).toBe(3)
    expect(brokenRecords(after)).toEqual([])
  })

  test('brings votes as closed results, without the numbers of its slips', () => {
    const { after } = merged(aDocument(), otherGroup())
    const vote = after.vote.get('vote-b')
    expect(vote?.rounds).toMatchObject([
      { state: 'closed', result: { groups: [{ id: 'families', voiceIds: ['families'] }] } },
    ])
    expect(vote?.rounds[0]?.slips).toBeUndefined()
    expect(vote?.options[0]?.source).toEqual({ type: 'card', id: 'card-b1' })
    expect(after.vote.has('vote-b2')).toBe(false)
  })

  test('brings pictures once, on the card they belong to', () => {
    const image = {
      type: 'image',
      id: 'image-1',
      mime: 'image/png',
      data: 'iVBORw0K',
      width: 4,
      height: 3,
      alt: 'The yard',
    } as const
    const there = aDocument(image, aCard({ id: 'seen', text: 'The yard', imageId: 'image-1' }))
    const { after } = merged(aDocument({ ...image, data: 'AAAA' }), there)
    const card = [...after.card.values()].find(({ text }) => text === 'The yard')
    expect(after.image.get(card?.imageId ?? '')).toMatchObject({ data: 'iVBORw0K' })
    expect([after.image.size, after.image.get('image-1')?.data]).toEqual([2, 'AAAA'])
    expect(merged(after, there).plan).toMatchObject({ cards: 0, other: 0 })
  })

  test('leaves nothing behind without saying so', () => {
    const { plan } = merged(aDocument({ type: 'tombstone', id: 'card-b1' }), otherGroup())
    const left = Object.fromEntries(plan.left.map(({ what, count }) => [what, count]))
    // The card and the statement released from it; the link that ended at the card.
    expect(left).toEqual({ vote: 1, notebook: 1, event: 1, erased: 2, link: 1 })
  })

  test('brings back no copy of what was erased here, and keeps what was erased there away for good', () => {
    const options = [
      { id: 'o1', text: 'Said and withdrawn', source: { type: 'card' as const, id: 'gone' } },
      { id: 'o2', text: 'Something else' },
      { id: 'o3', text: 'A third' },
    ]
    const there = aDocument(
      aCard({ id: 'gone', text: 'Said and withdrawn', personId: 'person-9' }),
      aCard({ id: 'more', text: 'Another of the same person', personId: 'person-9' }),
      aTask({ id: 'task-9', text: 'Said and withdrawn' }),
      aPerson({ id: 'person-9' }),
      closedVote({ id: 'vote-9', options }),
      { type: 'tombstone', id: 'erased-there' },
    )
    const here = aDocument({ type: 'tombstone', id: 'gone' }, { type: 'tombstone', id: 'person-9' })
    const { after, plan } = merged(here, there)
    expect(JSON.stringify([...allRecords(after)])).not.toMatch(/Said and withdrawn|Another of the same/)
    expect(after.vote.get('vote-9')?.options[1]?.text).toBe('Something else')
    expect(after.tombstone.has('erased-there')).toBe(true)
    expect(plan.left).toContainEqual({ what: 'erased', count: 3 })
  })

  test('is refused while it is voted on there, for another lab, and when this session is closed', () => {
    const open = (state: 'open' | 'counting') =>
      aDocument(aVote({ rounds: [{ id: 'r1', number: 1, state, openedAt: AT }] }))
    const code = (here: Tables, there: Tables): string | undefined => {
      const answer = merge(here, there)
      return answer.ok ? undefined : answer.error.code
    }
    expect(code(aDocument(), open('open'))).toBe('other-vote-open')
    expect(code(aDocument(), open('counting'))).toBe('other-vote-open')
    expect(code(aDocument(), aDocument(aLab({ id: 'lab-9', name: 'Youth lab' }), aSession({ labId: 'lab-9' })))).toBe(
      undefined,
    )
    const youth = tablesOf([aSession({ labId: 'lab-9' }), aLab({ id: 'lab-9', name: 'Youth lab' })])
    expect(code(aDocument(), youth)).toBe('other-lab')
    expect(code(aDocument(aSession({ state: 'closed' })), aDocument())).toBe('session-is-closed')
  })
})

describe('two copies of one prepared file', () => {
  const prepared = [
    aCard({ id: 'ask', text: 'Prepared' }),
    aCluster({ cards: [{ id: 'ask', zone: ['t1', 'l1'], order: 'V' }] }),
  ]
  const inGroup = aCard({ id: 'ask', text: 'Prepared', clusterId: 'cluster-1' })

  test('are told apart: what both have is one, what was changed is kept twice', () => {
    const here = aDocument(
      ...prepared,
      inGroup,
      aCard({ id: 'c', text: 'Here' }),
      closedVote({ question: 'What first?' }),
    )
    const there = aDocument(
      ...prepared,
      { ...inGroup, tags: ['new'] },
      aCard({ id: 'c', text: 'There' }),
      { type: 'link', id: 'l', kind: 'supports', from: 'c', to: 'ask' },
      closedVote({ question: 'What last?' }),
    )
    const { after, plan } = merged(here, there)
    expect(plan).toMatchObject({ sameSession: true, renamed: 2, cards: 1, votes: 1 })
    expect(plan.doubled.map(({ words }) => words)).toEqual([{ text: 'There' }, { text: 'What last?' }])
    const cards = [...after.card.values()].map(({ text }) => text)
    expect(cards.toSorted()).toEqual(['Here', 'Prepared', 'There'])
    expect(after.card.get('ask')?.tags).toEqual(['new'])
    const other = [...after.card.values()].find(({ text }) => text === 'There')
    expect(after.link.get('l')).toMatchObject({ from: other?.id, to: 'ask' })
    expect(new Set([...after.vote.values()].map(({ question }) => question))).toEqual(
      new Set(['What first?', 'What last?']),
    )
  })

  test('a group that both have takes in the cards of both', () => {
    const grow = (id: string): Tables =>
      aDocument(
        inGroup,
        aCard({ id, text: id, clusterId: 'cluster-1' }),
        aCluster({ cards: ['ask', id].map((one) => ({ id: one, zone: ['t1', 'l1'], order: 'V' })) }),
      )
    const { after } = merged(grow('mine'), grow('theirs'))
    expect(after.cluster.size).toBe(1)
    expect(after.cluster.get('cluster-1')?.cards.map(({ id }) => id)).toEqual(['ask', 'mine', 'theirs'])
    expect(after.card.get('theirs')?.clusterId).toBe('cluster-1')
  })
})

const SEED = aContext(3)
const grown = (deeds: readonly Parameters<typeof play>[1][], seed: number): Tables => {
  const game = newGame(busyDocument(), aContext(seed))
  for (const one of deeds) play(game, one)
  return game.tables
}
const deeds = fc.array(deed, { maxLength: 25 })

describe('whatever was done in two copies of a session', () => {
  test('a file merged with itself adds nothing', () => {
    fc.assert(
      fc.property(deeds, (some) => {
        const tables = grown(some, 1)
        const answer = merge(tables, tables)
        if (answer.ok) expect(answer.value.diff).toEqual({})
      }),
      { numRuns: 1200 },
    )
  })

  test('every statement of both is kept, references hold, it can be undone, and a second time adds nothing', () => {
    fc.assert(
      fc.property(deeds, deeds, (some, others) => {
        const here = grown(some, SEED.now % 7)
        const there = grown(others, 5)
        const [before, untouched] = [contentOf(here), contentOf(there)]
        const answer = merge(here, there)
        if (!answer.ok) return
        const { diff, plan } = answer.value
        for (const record of diff.added ?? []) expect(checkRecord(structuredClone(record)).ok).toBe(true)
        const after = tablesOf(allRecords(here))
        must(applyDiff(after, diff))
        expect(brokenRecords(after)).toEqual([])
        const texts = new Set([...after.card.values()].map(({ text }) => text))
        const erased = new Set([...here.tombstone.keys()])
        for (const side of [here, there]) {
          for (const card of side.card.values()) if (!erased.has(card.id)) expect(texts).toContain(card.text)
        }
        const numbers = [...after.decision.values()].map(({ number }) => number)
        const were = [...here.decision.values()].map(({ number }) => number)
        if (new Set(were).size === were.length) expect(new Set(numbers).size).toBe(numbers.length)
        expect(plan.cards).toBe(after.card.size - here.card.size)
        const again = must(merge(after, there, 10))
        expect(isEmptyDiff(again.diff) ? {} : again.diff).toEqual({})
        must(applyDiff(after, invertDiff(diff)))
        expect(contentOf(after)).toBe(before)
        expect(contentOf(there)).toBe(untouched)
      }),
      { numRuns: 120 },
    )
  })
})
