import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { tablesOf } from '@core/model/document'
import { dialogueOf } from '@core/rules/chain'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const SECRET = 'a-secret-of-this-phone'
const OTHERS = 'another-phones-secret'
const card = { id: 'card-a', secret: SECRET, text: 'Nobody asked us.', quote: 'role' as const }

const code = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string | undefined =>
  result.error?.code

/** The document as somebody who looks at it now gets it. */
const recordsOf = async (window: () => Promise<Talker>): Promise<readonly AnyRecord[]> => {
  const { session } = (await window()).welcome()
  if (session.kind !== 'snapshot') throw new Error('no session')
  return session.snapshot.records
}

describe('authors release what they said', () => {
  const enter = async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const phone = await openPhone(room.url, { voiceId: 'voice-1' })
    must(await phone.request('card.submit', card))
    const said = async () => tablesOf(await recordsOf(() => host.window('facilitator'))).statement
    return { host, facilitator, room, phone, said }
  }

  test('with the secret of their phone, as often as they change their mind', async () => {
    const { phone, said } = await enter()
    const ask = { cardId: 'card-a', secret: SECRET }
    expect(must(await phone.request('statement.release-own', { ...ask, released: true }))).toEqual({ released: true })
    must(await phone.request('statement.release-own', { ...ask, released: true }))
    expect([...(await said()).values()]).toMatchObject([{ text: 'Nobody asked us.', releasedBy: 'author', round: 1 }])
    must(await phone.request('statement.release-own', { ...ask, released: false }))
    must(await phone.request('statement.release-own', { ...ask, released: false }))
    expect((await said()).size).toBe(0)
  })

  test('nobody else does, not even from another phone', async () => {
    const { room, said } = await enter()
    const other = await openPhone(room.url, { voiceId: 'voice-2' })
    const ask = { cardId: 'card-a', secret: OTHERS, released: true }
    expect(code(await other.request('statement.release-own', ask))).toBe('wrong-secret')
    expect(code(await other.request('statement.release-own', { ...ask, cardId: 'no-card' }))).toBe('not-found')
    expect((await said()).size).toBe(0)
  })

  test('what was answered stays; what is held does not go', async () => {
    const { phone, facilitator } = await enter()
    const ask = { cardId: 'card-a', secret: SECRET }
    must(await facilitator.request('card.hold', { ids: ['card-a'], held: true }))
    expect(code(await phone.request('statement.release-own', { ...ask, released: true }))).toBe('still-hidden')
    must(await facilitator.request('card.hold', { ids: ['card-a'], held: false }))
    must(await phone.request('statement.release-own', { ...ask, released: true }))
    const answer = { id: 'card-b', boardId: 'board-1', zone: ['t1', 'l1'], text: 'We see it.' }
    must(await facilitator.request('card.add', answer))
    must(await facilitator.request('link.add', { id: 'link-1', kind: 'answers', from: 'card-b', to: 'card-a' }))
    expect(code(await phone.request('statement.release-own', { ...ask, released: false }))).toBe('still-used')
  })

  test('who takes the card back takes back what was released of it', async () => {
    const { phone, said } = await enter()
    must(await phone.request('statement.release-own', { cardId: 'card-a', secret: SECRET, released: true }))
    must(await phone.request('card.withdraw', { id: 'card-a', secret: SECRET }))
    expect((await said()).size).toBe(0)
  })
})

test('one chain over three session files: said, reflected, answered, promised', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const now = async () => tablesOf(await recordsOf(() => host.window('facilitator')))
  const next = async (title: string, templateId: string) => {
    must(await facilitator.request('session.next', { title, day: '2026-06-15', personIds: [], templateId }))
    must(await facilitator.request('session.start', {}))
    const board = [...(await now()).board.values()].find(({ layout }) => layout === 'rounds')
    if (!board) throw new Error('no board of rounds')
    return { boardId: board.id, columns: board.axes[0]?.entries.map(({ id }) => id) ?? [] }
  }
  const release = (id: string, cardId: string) =>
    facilitator.request('statement.release', { items: [{ id, cardId }], by: 'facilitator' })
  const answer = (statementId: string, cardId: string, text: string, place: { boardId: string; zone: string[] }) =>
    facilitator.request('statement.answer', { statementId, cardId, linkId: `link-${cardId}`, text, ...place })

  must(await facilitator.request('person.add', { id: 'person-1', alias: 'Blue chair' }))
  const words = {
    id: 'card-a',
    boardId: 'board-1',
    zone: ['t1', 'l1'],
    text: 'Blue chair was never asked.',
    voiceId: 'voice-1',
  }
  must(await facilitator.request('card.add', words))
  must(await facilitator.request('card.add', { ...words, id: 'card-b', text: 'This one stays.' }))
  must(await release('said-a', 'card-a'))

  const second = await next('Staff reflect', 'bikva-staff')
  must(
    await answer('said-a', 'card-c', 'Our form does not ask.', {
      boardId: second.boardId,
      zone: [second.columns[1] ?? ''],
    }),
  )
  must(await release('said-c', 'card-c'))

  const third = await next('Managers answer', 'bikva-managers')
  must(
    await answer('said-c', 'card-d', 'We change the form.', { boardId: third.boardId, zone: [third.columns[2] ?? ''] }),
  )
  const evidence = [{ type: 'card' as const, id: 'card-d' }]
  must(await facilitator.request('decision.add', { id: 'decision-1', wording: 'New form in May.', evidence }))

  const tables = await now()
  const { chains, counts, current } = dialogueOf(tables)
  expect(current).toBe(3)
  expect(counts).toMatchObject({ statements: 2, unanswered: 0, promised: 1 })
  expect(chains.map(({ cells }) => cells.flatMap((cell) => cell.said.map(({ text, round }) => [round, text])))).toEqual(
    [
      [
        [1, '[…] was never asked.'],
        [2, 'Our form does not ask.'],
        [3, 'We change the form.'],
      ],
    ],
  )
  expect(tables.person.size).toBe(0)
  expect(JSON.stringify([...tables.statement.values()])).not.toContain('This one stays.')
  const { url } = must(
    await facilitator.request('export.preview', {
      profile: 'participants',
      lang: 'en',
      what: { kind: 'guide', round: 4 },
    }),
  )
  expect(url).not.toBe('')
})
