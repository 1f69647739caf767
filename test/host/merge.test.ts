import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import { NEW_SESSION, startSession, startTestHost } from '../helpers/test-host'
import type { TestHost } from '../helpers/test-host'
import type { Talker } from '../helpers/talker'

/** All that lies in the data folder, by name. */
const filesOf = async (host: TestHost): Promise<Map<string, string>> => {
  const entries = await readdir(join(host.folder, 'data'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.polyphony.json'))
  const texts = files.map(async (file) => {
    const path = join(file.parentPath, file.name)
    return [path, await readFile(path, 'utf8')] as const
  })
  return new Map(await Promise.all(texts))
}

const addCard = async (facilitator: Talker, id: string, text: string, voiceId = 'voice-1'): Promise<void> => {
  const place = { boardId: 'board-1', zone: ['t1', 'l1'] }
  must(await facilitator.request('card.add', { id, text, voiceId, ...place }))
}

/** A finished file of one group, and the open session of the other; both name their records alike. */
const twoGroups = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  await addCard(facilitator, 'card-1', 'Said in group A')
  await addCard(facilitator, 'card-2', 'Also in group A', 'voice-2')
  must(
    await facilitator.request('decision.add', {
      id: 'decision-1',
      wording: 'A decides.',
      evidence: [{ type: 'card', id: 'card-1' }],
    }),
  )
  must(await facilitator.request('session.leave', {}))
  const groupA = [...(await filesOf(host)).keys()][0] ?? ''
  const other = must(await facilitator.request('home.view', {})).sessions[0]?.fileId ?? ''
  facilitator.forget()
  const again = await startSession(host)
  await addCard(again, 'card-1', 'Said in group B')
  must(await again.request('decision.add', { id: 'decision-9', wording: 'B decides.' }))
  return { host, facilitator: again, other, groupA }
}

const cardTexts = async (host: TestHost): Promise<string[]> => {
  const { session } = (await host.window('facilitator')).welcome()
  if (session.kind !== 'snapshot') throw new Error('no session')
  return session.snapshot.records.flatMap((record) => (record.type === 'card' ? [record.text] : [])).toSorted()
}

describe('merging the file of a parallel group', () => {
  test('says before what will be, does it as one change, and leaves the other file alone', async () => {
    const { host, facilitator, other, groupA } = await twoGroups()
    const before = await readFile(groupA, 'utf8')
    const plan = must(await facilitator.request('session.merge-plan', { fileId: other }))
    expect(plan).toMatchObject({ title: 'First meeting', cards: 2, decisions: 1, renamed: 1, sameSession: false })
    expect(plan.boards).toEqual({ matched: 1, added: 0 })
    expect(plan.voices).toEqual({ matched: 3, added: 0 })
    expect(await cardTexts(host)).toEqual(['Said in group B'])
    const done = must(await facilitator.request('session.merge', { fileId: other }))
    expect(done).toEqual(plan)
    expect(await cardTexts(host)).toEqual(['Also in group A', 'Said in group A', 'Said in group B'])
    expect(await readFile(groupA, 'utf8')).toBe(before)
    const again = must(await facilitator.request('session.merge', { fileId: other }))
    expect([again.cards, again.decisions, again.votes]).toEqual([0, 0, 0])
    must(await facilitator.request('history.undo', {}))
    expect(await cardTexts(host)).toEqual(['Said in group B'])
    must(await facilitator.request('history.redo', {}))
    expect((await cardTexts(host)).length).toBe(3)
  })

  test('into a new session leaves both as they were, also when the open one is closed', async () => {
    const { host, facilitator, other, groupA } = await twoGroups()
    const groupB = [...(await filesOf(host)).keys()].find((path) => path !== groupA) ?? ''
    expect(await facilitator.request('session.merge', { fileId: other, title: ' ' })).toMatchObject({ ok: false })
    must(await facilitator.request('session.finish', {}))
    must(await facilitator.request('session.merge-plan', { fileId: other, asNew: true }))
    const before = await readFile(groupA, 'utf8')
    const plan = must(await facilitator.request('session.merge', { fileId: other, title: 'Both groups' }))
    expect(plan).toMatchObject({ cards: 2, decisions: 1 })
    expect(await cardTexts(host)).toEqual(['Also in group A', 'Said in group A', 'Said in group B'])
    const { sessions } = must(await facilitator.request('home.view', {}))
    const states = sessions.map(({ title, state, cards }) => `${title} ${state} ${cards}`).toSorted()
    expect(states).toEqual(['Both groups running 3', 'First meeting closed 1', 'First meeting running 2'])
    expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(3)
    expect(await readFile(groupA, 'utf8')).toBe(before)
    expect(await readFile(groupB, 'utf8')).not.toContain('Said in group A')
    must(
      await facilitator.request('card.add', { id: 'after', boardId: 'board-1', zone: ['t1', 'l1'], text: 'Goes on' }),
    )
  })

  test('survives leaving and opening again', async () => {
    const { host, facilitator, other } = await twoGroups()
    must(await facilitator.request('session.merge', { fileId: other }))
    must(await facilitator.request('session.leave', {}))
    const newest = must(await facilitator.request('home.view', {})).sessions.find(({ cards }) => cards === 3)
    must(await facilitator.request('session.open', { fileId: newest?.fileId ?? '' }))
    expect((await cardTexts(host)).length).toBe(3)
  })

  test('refuses, with the reason, what cannot be merged', async () => {
    const { host, facilitator, other, groupA } = await twoGroups()
    const home = must(await facilitator.request('home.view', {}))
    const own = home.sessions.find(({ fileId }) => fileId !== other)?.fileId ?? ''
    const codeOf = async (fileId: string): Promise<string | undefined> => {
      const answers = [
        await facilitator.request('session.merge-plan', { fileId }),
        await facilitator.request('session.merge', { fileId }),
      ]
      const codes = answers.map((answer) => (answer.ok ? undefined : answer.error.code))
      expect(codes[0]).toBe(codes[1])
      return codes[0]
    }
    expect(await codeOf(own)).toBe('file-is-open')
    expect(await codeOf('nothing-like-that')).toBe('file-missing')
    const text = await readFile(groupA, 'utf8')
    await writeFile(groupA, text.slice(0, 900))
    expect(await codeOf(other)).toBe('not-json')
    await writeFile(groupA, text.replaceAll('"open":false', '"open":true'))
    expect(await codeOf(other)).toBe('other-file-open')
    await writeFile(groupA, text)
    must(await facilitator.request('session.finish', {}))
    expect(await codeOf(other)).toBe('session-is-closed')
    expect(await cardTexts(host)).toEqual(['Said in group B'])
  })

  test('a file of another lab is not merged', async () => {
    const { facilitator } = await twoGroups()
    must(await facilitator.request('session.leave', {}))
    must(await facilitator.request('session.create', { ...NEW_SESSION, labName: 'Youth lab' }))
    const { sessions } = must(await facilitator.request('home.view', {}))
    const other = sessions.find(({ labName }) => labName === 'Families lab')?.fileId ?? ''
    expect(await facilitator.request('session.merge-plan', { fileId: other })).toMatchObject({
      ok: false,
      error: { code: 'other-lab', params: { lab: 'Families lab' } },
    })
  })
})

test('a file sent again is not stored twice, another state of its session is, and both are told', async () => {
  const { host, facilitator, groupA, other } = await twoGroups()
  const send = async (text: string): Promise<unknown> => {
    const { body } = await host.upload(facilitator.welcome().upload ?? '', new TextEncoder().encode(text))
    return JSON.parse(body)
  }
  const text = await readFile(groupA, 'utf8')
  const before = (await filesOf(host)).size
  expect(await send(text)).toEqual({ ok: true, fileId: other, known: 'same' })
  expect((await filesOf(host)).size).toBe(before)
  const cutOff = await send(text.replaceAll('"open":false', '"open":true'))
  expect(cutOff).toMatchObject({ ok: true, known: 'other', other, cutOff: true })
  expect(await send(text.slice(0, 700))).toMatchObject({ ok: false })
  expect((await filesOf(host)).size).toBe(before + 1)
  expect(await readFile(groupA, 'utf8')).toBe(text)
})
