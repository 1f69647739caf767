import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

const tokenOf = (url: string | null): string => new URL(url ?? '').hash.slice('#k='.length)

describe('a phone that comes back', () => {
  test('gets what it missed and nothing it may not see', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const phone = await openPhone(room.url)
    const { session, credential } = phone.welcome()
    if (session.kind !== 'snapshot') throw new Error('no snapshot')
    phone.socket.terminate()
    must(await facilitator.request('session.update', { title: 'Second title' }))
    must(await facilitator.request('decision.add', { id: 'decision-1', wording: 'For our eyes only.' }))
    const { sessionId, seq } = session.snapshot
    const again = await openPhone(room.url, { device: credential ?? '', resume: { sessionId, seq } })
    expect(again.welcome().session).toMatchObject({
      kind: 'missed',
      changes: [{ diff: { changed: [{ type: 'session', to: { title: 'Second title' } }] } }],
    })
    expect(JSON.stringify(again.welcome())).not.toContain('For our eyes only')
  })

  test('from another session, or from the future, gets the whole document', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    for (const resume of [
      { sessionId: 'session-other', seq: 1 },
      { sessionId: (await openPhone(room.url)).welcome().session.kind, seq: 9_999 },
    ]) {
      const phone = await openPhone(room.url, { resume })
      expect(phone.welcome().session.kind).toBe('snapshot')
    }
  })

  test('sees cards only as far as phones may', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const phone = await openPhone(room.url)
    const card = { id: 'card-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'A word of the room' }
    must(await facilitator.request('card.add', card))
    must(await facilitator.request('session.update', { title: 'After the card' }))
    await phone.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('After the card'))
    expect(JSON.stringify(phone.received)).not.toContain('A word of the room')
  })
})

describe("the facilitator's page", () => {
  test('comes in once by link and again by what it was given', async () => {
    const host = await startTestHost()
    const origin = must(await host.serveLoopback(0))
    const token = tokenOf(host.link('facilitator'))
    const page = await openSocket(origin)
    await page.hello({ role: 'facilitator', proof: { kind: 'link', token } })
    const { credential } = page.welcome()
    const thief = await openSocket(origin)
    expect(await thief.hello({ role: 'facilitator', proof: { kind: 'link', token } })).toMatchObject({
      failure: { code: 'link-used' },
    })
    const guess = await openSocket(origin)
    expect(await guess.hello({ role: 'facilitator', proof: { kind: 'link', token: 'x'.repeat(43) } })).toMatchObject({
      failure: { code: 'wrong-token' },
    })
    const reloaded = await openSocket(origin)
    const answer = await reloaded.hello({ role: 'facilitator', proof: { kind: 'link', token: credential ?? '' } })
    expect(answer.t).toBe('welcome')
    const mixed = await openSocket(origin)
    expect(await mixed.hello({ role: 'projector', proof: { kind: 'link', token: credential ?? '' } })).toMatchObject({
      failure: { code: 'wrong-token' },
    })
  })

  test('opens the projector by a link of its own', async () => {
    const host = await startTestHost()
    const origin = must(await host.serveLoopback(0))
    const facilitator = await host.window('facilitator')
    const { url } = must(await facilitator.request('projector.open', {}))
    expect(url).toContain(`${origin}/projector#k=`)
    const projector = await openSocket(origin)
    const answer = await projector.hello({ role: 'projector', proof: { kind: 'link', token: tokenOf(url) } })
    expect(answer).toMatchObject({ t: 'welcome', role: 'projector', session: { kind: 'none' } })
  })

  test('names its own request in the change it made', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const other = await host.window('facilitator')
    must(await facilitator.request('session.update', { title: 'Mine' }))
    const mine = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('Mine'))
    const theirs = await other.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('Mine'))
    expect(mine.req).toBeGreaterThan(0)
    expect(theirs.req).toBeUndefined()
  })
})

describe('undo', () => {
  test('takes back one’s own document changes, one by one, and never a vote', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Write to the school' }))
    const roundId = await openDotVote(facilitator)
    const phone = await openPhone(room.url)
    const ballot = { values: [1, null, null] }
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot }))
    // The last change of the facilitator's is the making of the vote, which people are voting on now.
    expect(await facilitator.request('history.undo', {})).toMatchObject({ ok: false })
    expect(must(await facilitator.request('history.undo', {})).label).toBe('task.add')
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const mine = must(await phone.request('ballot.mine', { voteId: 'vote-1', roundId }))
    expect(mine).toEqual({ rev: 1, ballot: null, state: 'closed' })
  })

  test('and redo are offered by name', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Write to the school' }))
    const undone = must(await facilitator.request('history.undo', {}))
    expect(undone.label).toBe('task.add')
    await facilitator.push('history.changed', ({ redo }) => redo === 'task.add')
    expect(must(await facilitator.request('history.redo', {})).label).toBe('task.add')
    expect(await facilitator.request('history.redo', {})).toMatchObject({ error: { code: 'nothing-to-redo' } })
  })

  test('of what somebody else changed since is refused', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const other = await host.window('co-facilitator')
    must(await facilitator.request('task.add', { id: 'task-1', text: 'First words' }))
    must(await facilitator.request('task.update', { id: 'task-1', text: 'My words' }))
    must(await other.request('task.update', { id: 'task-1', text: 'Their words' }))
    expect(await facilitator.request('history.undo', {})).toMatchObject({ error: { code: 'changed-meanwhile' } })
  })
})
