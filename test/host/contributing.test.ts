import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Role } from '@core/protocol/roles'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const SECRET = 'a-secret-of-this-phone'
const OTHERS = 'another-phones-secret'

const enter = async (step: object = {}, given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  if (Object.keys(step).length > 0) must(await facilitator.request('step.update', { id: 'step-1', ...step }))
  const room = await openRoom(facilitator)
  const phone = (voiceId = 'voice-1', device?: string) =>
    openPhone(room.url, { voiceId, ...(device === undefined ? {} : { device }) })
  return { host, facilitator, room, phone }
}

/** Every record that ever reached this end, as text. */
const seenBy = (talker: Talker): string => JSON.stringify(talker.received)
const code = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string | undefined =>
  result.error?.code

describe('cards from phones', () => {
  const card = { id: 'card-a', secret: SECRET, text: 'Nobody asked us.', quote: 'role' as const }

  test('can be changed and taken back with the secret, and by nobody else', async () => {
    const { phone, facilitator } = await enter()
    const one = await phone()
    must(await one.request('card.submit', card))
    must(await one.request('card.submit', card))
    must(await one.request('card.submit', { ...card, text: 'Nobody ever asked us.' }))
    await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('ever asked'))
    const other = await phone('voice-2')
    expect(code(await other.request('card.submit', { ...card, secret: OTHERS, text: 'x' }))).toBe('wrong-secret')
    expect(code(await other.request('card.withdraw', { id: 'card-a', secret: OTHERS }))).toBe('wrong-secret')
    must(await one.request('card.withdraw', { id: 'card-a', secret: SECRET }))
    expect(seenBy(facilitator)).not.toContain(SECRET)
  })

  test('wait for the facilitator where everything is held first, and never reach the projector before', async () => {
    const { phone, facilitator, host } = await enter({ holdFirst: true })
    const projector = await host.window('projector')
    expect(must(await (await phone()).request('card.submit', card)).held).toBe(true)
    must(await facilitator.request('turn.add', { voiceId: 'voice-1' }))
    expect(seenBy(projector)).not.toContain('Nobody asked us.')
    must(await facilitator.request('card.hold', { ids: ['card-a'], held: false }))
    await projector.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('Nobody asked us.'))
  })

  test('alone and hidden: not even the facilitator is sent the words', async () => {
    const { phone, facilitator, host } = await enter({ contribute: 'alone' })
    const projector = await host.window('projector')
    const other = await phone('voice-2')
    must(await (await phone()).request('card.submit', card))
    await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('card-a'))
    for (const end of [facilitator, projector, other]) expect(seenBy(end)).not.toContain('Nobody asked us.')
  })

  test('are refused when the time of a step that locks is up', async () => {
    let now = Date.parse('2026-03-02T10:00:00Z')
    const { phone, facilitator } = await enter({ lockAtEnd: true, minutes: 1 }, { clock: { now: () => now } })
    const one = await phone()
    must(await one.request('card.submit', card))
    now += 61_000
    expect(code(await one.request('card.submit', { ...card, id: 'card-b' }))).toBe('step-closed')
    must(await facilitator.request('step.extend', { id: 'step-1', minutes: 5 }))
    must(await one.request('card.submit', { ...card, id: 'card-b' }))
  })
})

describe('proposals', () => {
  const offer = { id: 'offer-1', secret: SECRET, kind: 'task' as const, text: 'Ask the school.' }

  test('are refused unless the step takes them, and each kind by itself', async () => {
    const { phone, facilitator } = await enter()
    const one = await phone()
    expect(code(await one.request('proposal.submit', offer))).toBe('step-closed')
    must(await facilitator.request('step.update', { id: 'step-1', propose: ['step'] }))
    expect(code(await one.request('proposal.submit', offer))).toBe('step-closed')
  })

  test('are seen by the facilitator alone, without the secret; sent twice they come once, also after the answer', async () => {
    const { phone, facilitator, host } = await enter({ propose: ['task', 'step', 'volunteer'] })
    const [one, other, projector] = [await phone(), await phone('voice-2'), await host.window('projector')]
    must(await one.request('proposal.submit', offer))
    must(await one.request('proposal.submit', offer))
    const { diff } = await facilitator.push('doc.changed', (change) => JSON.stringify(change).includes('offer-1'))
    expect(diff.added).toEqual([
      { type: 'proposal', id: 'offer-1', kind: 'task', text: 'Ask the school.', voiceId: 'voice-1' },
    ])
    must(await facilitator.request('proposal.accept', { id: 'offer-1', newId: 'task-1' }))
    must(await one.request('proposal.submit', offer))
    expect(
      facilitator.pushes('doc.changed').filter((c) => JSON.stringify(c.diff.added ?? []).includes('offer-1')),
    ).toHaveLength(1)
    expect(code(await other.request('proposal.submit', { ...offer, secret: OTHERS }))).toBe('wrong-secret')
    for (const end of [other, projector]) expect(seenBy(end)).not.toContain('"proposal"')
  })

  test('somebody takes on a task that is nobody’s', async () => {
    const { phone, facilitator } = await enter({ propose: ['volunteer'] })
    const one = await phone()
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Ask the school.', note: 'private' }))
    await one.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('Ask the school.'))
    expect(seenBy(one)).not.toContain('private')
    const volunteer = { id: 'offer-2', secret: SECRET, kind: 'volunteer' as const, taskId: 'task-1' }
    must(await one.request('proposal.submit', volunteer))
    must(await facilitator.request('proposal.accept', { id: 'offer-2' }))
    await facilitator.push('doc.changed', ({ diff }) =>
      (diff.changed ?? []).some(({ to }) => JSON.stringify(to['owner']) === '{"kind":"voice","voiceId":"voice-1"}'),
    )
    expect(code(await one.request('proposal.submit', { ...volunteer, id: 'offer-3' }))).toBe('already-there')
  })

  test('a phone that goes on proposing is slowed down, the others are not', async () => {
    const { phone } = await enter({ propose: ['task'] })
    const [one, other] = [await phone(), await phone()]
    const answers: (string | undefined)[] = []
    for (let i = 0; i < 8; i += 1) answers.push(code(await one.request('proposal.submit', { ...offer, id: `o-${i}` })))
    expect(answers.filter((answer) => answer === 'slow-down').length).toBeGreaterThanOrEqual(2)
    must(await other.request('proposal.submit', offer))
  })
})

describe('I am done', () => {
  test('is counted once per device, by voice only from k upward, and forgotten with the step', async () => {
    const { phone, facilitator } = await enter()
    must(await facilitator.request('voice.update', { id: 'voice-3', present: 2 }))
    const first = await phone('voice-3')
    must(await first.request('step.finished', { stepId: 'step-1', done: true }))
    must(await first.request('step.finished', { stepId: 'step-1', done: true }))
    must(await (await phone('voice-1')).request('step.finished', { stepId: 'step-1', done: true }))
    const view = await facilitator.push('step.done', ({ done }) => done === 2)
    expect(view.groups.every((group) => group.present >= 3)).toBe(true)
    expect(view.groups.flatMap((group) => group.voiceIds).toSorted()).toEqual(['voice-1', 'voice-2', 'voice-3'])
    const again = await phone('voice-3', first.welcome().credential ?? '')
    facilitator.forget()
    must(await again.request('step.finished', { stepId: 'step-1', done: true }))
    must(await (await phone('voice-2')).request('step.finished', { stepId: 'step-1', done: true }))
    expect((await facilitator.push('step.done', ({ done }) => done >= 3)).done).toBe(3)
    must(await facilitator.request('step.start', { id: null }))
    expect(code(await again.request('step.finished', { stepId: 'step-1', done: true }))).toBe('step-closed')
  })
})

describe('wishing to speak', () => {
  test('is possible only while the facilitator takes wishes; phones see ids alone', async () => {
    const { phone, facilitator } = await enter()
    const [one, other] = [await phone(), await phone('voice-2')]
    expect(code(await one.request('queue.raise', { raised: true }))).toBe('step-closed')
    must(await facilitator.request('queue.switch', { on: true }))
    const { id } = must(await one.request('queue.raise', { raised: true }))
    expect(must(await one.request('queue.raise', { raised: true })).id).toBe(id)
    must(await facilitator.request('queue.add', { id: 'hand-1', name: 'Blue chair' }))
    const seen = await other.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('hand-1'))
    expect(seen.diff.changed?.[0]?.to['queue']).toEqual([{ id }, { id: 'hand-1' }])
    expect(seenBy(other)).not.toContain('Blue chair')
    must(await facilitator.request('queue.next', {}))
    const heard = await facilitator.push('heard.changed', ({ voices }) => voices.some((voice) => voice.turns === 1))
    expect(heard.voices.find((voice) => voice.turns === 1)?.voiceId).toBe('voice-1')
  })
})

describe('the feedback round', () => {
  const pulse = async (facilitator: Talker): Promise<void> => {
    must(await facilitator.request('pulse.add', { id: 'pulse-1', question: { text: 'Was I heard?' } }))
    must(await facilitator.request('pulse.add', { id: 'pulse-2', question: { text: 'Was it useful?' } }))
  }

  test('takes one answer per device, as counts; after a restart too; the marks go with the close', async () => {
    const { host, phone, facilitator, room } = await enter()
    await pulse(facilitator)
    const one = await phone()
    const answer = { values: [{ id: 'pulse-1', value: 5 }], remark: 'Good coffee.' }
    expect(code(await one.request('pulse.answer', answer))).toBe('step-closed')
    must(await facilitator.request('step.update', { id: 'step-1', kind: 'pulse' }))
    must(await one.request('pulse.answer', answer))
    expect(code(await one.request('pulse.answer', answer))).toBe('already-answered')
    expect(must(await one.request('pulse.mine', {})).answered).toBe(true)
    expect(seenBy(one)).not.toContain('Good coffee.')
    const device = one.welcome().credential ?? ''
    const marks = join(host.folder, 'app', 'pulse')
    const [file = ''] = await readdir(marks)
    expect(await readFile(join(marks, file), 'utf8')).not.toContain(device.split('.')[0])
    const again = await openPhone(room.url, { device })
    expect(code(await again.request('pulse.answer', answer))).toBe('already-answered')
    must(await facilitator.request('session.finish', {}))
    expect(code(await (await phone()).request('pulse.answer', answer))).toBe('session-is-closed')
    await expect.poll(() => readdir(marks)).toEqual([])
  })

  test('at the tablet each turn is one answer', async () => {
    const { host, facilitator } = await enter({ kind: 'pulse' })
    await pulse(facilitator)
    for (const value of [2, 4]) {
      const tablet = await host.window('kiosk')
      must(await tablet.request('pulse.answer', { values: [{ id: 'pulse-1', value }] }))
      expect(code(await tablet.request('pulse.answer', { values: [{ id: 'pulse-1', value }] }))).toBe(
        'already-answered',
      )
      tablet.end()
    }
    await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"kiosk":[0,1,0,1,0]'))
  })
})

describe('the notebook', () => {
  const mine = { id: 'entry-1', code: 'K7M2-9QXD', text: 'A good day at the lake.' }

  test('opens with its code alone, in no replica and no export until it is shared', async () => {
    const { phone, facilitator, host } = await enter()
    const [one, other, projector] = [await phone(), await phone('voice-2'), await host.window('projector')]
    must(await one.request('notebook.write', mine))
    expect(must(await one.request('notebook.open', { code: ' k7m29qxd ' })).entries).toMatchObject([
      { id: 'entry-1', text: mine.text, shared: false, readOnly: false },
    ])
    expect(must(await other.request('notebook.open', { code: 'XXXX-XXXX' })).entries).toEqual([])
    expect(code(await other.request('notebook.share', { id: 'entry-1', code: 'XXXX-XXXX', shared: true }))).toBe(
      'not-found',
    )
    expect(code(await other.request('notebook.remove', { id: 'entry-1', code: 'XXXX-XXXX' }))).toBe('not-found')
    expect(code(await other.request('notebook.write', { ...mine, code: 'XXXX-XXXX' }))).toBe('wrong-secret')
    for (const end of [facilitator, other, projector]) expect(seenBy(end)).not.toContain('lake')
    must(await one.request('notebook.share', { id: 'entry-1', code: mine.code, shared: true }))
    const { diff } = await facilitator.push('doc.changed', (change) => JSON.stringify(change).includes('lake'))
    expect(diff.added?.[0]).toMatchObject({ type: 'notebook', codeHash: '' })
    must(await one.request('notebook.share', { id: 'entry-1', code: mine.code, shared: false }))
    await facilitator.push('doc.changed', (change) => (change.diff.removed ?? []).some(({ id }) => id === 'entry-1'))
    for (const end of [other, projector]) expect(seenBy(end)).not.toContain('lake')
  })

  test('wrong codes are slowed', async () => {
    const { phone } = await enter()
    const thief = await phone()
    const answers: (string | undefined)[] = []
    for (let i = 0; i < 12; i += 1) answers.push(code(await thief.request('notebook.open', { code: `guess-${i}` })))
    expect(answers.slice(0, 10).every((answer) => answer === undefined)).toBe(true)
    expect(answers.at(-1)).toBe('slow-down')
  })

  test('wrong codes are slowed too when they come all at once', async () => {
    const { phone } = await enter()
    const thief = await phone()
    const guesses = Array.from({ length: 20 }, (_, i) => thief.request('notebook.open', { code: `guess-${i}` }))
    const answers = (await Promise.all(guesses)).map(code)
    expect(answers.filter((answer) => answer === 'slow-down').length).toBeGreaterThan(5)
  })

  test('goes on after the close, and its entries are read in the next session of the lab', async () => {
    const { phone, facilitator } = await enter()
    must(await facilitator.request('session.finish', {}))
    must(await (await phone()).request('notebook.write', mine))
    const next = { title: 'Second', day: '2026-04-02', personIds: [], templateId: null }
    must(await facilitator.request('session.next', next))
    const later = must(await facilitator.request('notebook.open', { code: mine.code })).entries
    expect(later).toMatchObject([{ id: 'entry-1', readOnly: true }])
    expect(code(await facilitator.request('notebook.remove', { id: 'entry-1', code: mine.code }))).toBe('not-found')
  })
})

describe('the tablet', () => {
  test('is a page of this machine alone', async () => {
    const { host, facilitator, room } = await enter()
    const origin = must(await host.serveLoopback(0))
    const { url } = must(await facilitator.request('tablet.open', {}))
    expect(url).toContain('/tablet#k=')
    expect((await fetch(`${origin}/tablet`)).status).toBe(200)
    expect((await fetch(`http://${room.typed}/tablet`)).status).toBe(404)
    const token = url?.split('#k=')[1] ?? ''
    const joins = async (base: string, role: Role) =>
      (await openSocket(base)).hello({ role, proof: { kind: 'link', token } })
    expect(await joins(`http://${room.typed}`, 'kiosk')).toMatchObject({ t: 'refused' })
    expect(await joins(origin, 'facilitator')).toMatchObject({ t: 'refused' })
    const first = await joins(origin, 'kiosk')
    expect(first).toMatchObject({ t: 'welcome', role: 'kiosk', room: null, settings: null })
  })

  test('what is said there carries its own source and each turn its own voice', async () => {
    const { host, facilitator } = await enter()
    for (const voiceId of ['voice-1', 'voice-2']) {
      const tablet = await host.window('kiosk')
      tablet.send({ t: 'voice', voiceId })
      must(
        await tablet.request('card.submit', { id: `by-${voiceId}`, secret: SECRET, text: 'Said here.', quote: 'none' }),
      )
      tablet.end()
      await facilitator.push('doc.changed', ({ diff }) =>
        (diff.added ?? []).some((card) => card.type === 'card' && card.source === 'kiosk' && card.voiceId === voiceId),
      )
    }
  })
})

describe('parallel groups', () => {
  test('a phone works on what its own group does, by the code it came in with', async () => {
    const { facilitator } = await enter()
    const board = { label: { text: 'Other map' }, layout: 'columns' as const, axes: [oneAxis] }
    must(await facilitator.request('group.add', { id: 'group-a', label: { text: 'Window' } }))
    must(await facilitator.request('board.add', { id: 'board-a', ...board, groupId: 'group-a' }))
    const step = { label: { text: 'Apart' }, kind: 'contribute', boardId: 'board-a', contribute: 'open' } as const
    must(await facilitator.request('step.add', { id: 'step-a', ...step, groupId: 'group-a' }))
    must(await facilitator.request('step.start', { id: 'step-a' }))
    const view = must(await facilitator.request('room.view', {}))
    const url = view.groups.find((group) => group.groupId === 'group-a')?.url ?? ''
    const own = await openPhone(url, { voiceId: 'voice-1' })
    expect(own.welcome().groupId).toBe('group-a')
    const card = { secret: SECRET, text: 'Said apart.', quote: 'none' as const }
    must(await own.request('card.submit', { id: 'apart', ...card }))
    const { diff } = await facilitator.push('doc.changed', (change) => JSON.stringify(change).includes('Said apart.'))
    expect(diff.added?.[0]).toMatchObject({ boardId: 'board-a', stepId: 'step-a' })
    must(await own.request('step.finished', { stepId: 'step-a', done: true }))
    expect(await facilitator.push('step.done', ({ stepId }) => stepId === 'step-a')).toMatchObject({
      done: 1,
      present: 1,
      groups: [],
    })
    expect(code(await own.request('step.finished', { stepId: 'step-1', done: true }))).toBe('step-closed')
  })
})

const oneAxis = {
  id: 'column',
  label: { text: 'Column' },
  entries: [
    { id: 'c1', label: { text: 'c1' } },
    { id: 'c2', label: { text: 'c2' } },
  ],
}
