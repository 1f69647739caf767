import { expect, test } from 'vitest'
import type { Found } from '../helpers/left-on-disk'
import { filesUnder, keysIn, opens, sealedIn } from '../helpers/left-on-disk'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

const isPage = ({ path }: Found): boolean => path.includes('/pages/')

/** A vote of six phones, closed; what lay on the disk just before the close, and what lies there after it. */
const closedVote = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  const roundId = await openDotVote(facilitator)
  for (let at = 0; at < 6; at += 1) {
    const phone = await openPhone(room.url, { voiceId: `voice-${1 + (at % 2)}` })
    const ballot = { voiceId: `voice-${1 + (at % 2)}`, values: [at % 4, 1, 0] }
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot }))
  }
  const before = await filesUnder(host.folder)
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const after = await filesUnder(host.folder)
  return { host, facilitator, before, after, roundId }
}

const boxIn = (files: readonly Found[]): Found => {
  const box = files.find(({ path }) => /\/box-[^/]+$/.test(path))
  if (!box) throw new Error('no box')
  return box
}

const idOfSession = (files: readonly Found[]): string => {
  const text = files.find(({ path }) => path.endsWith('.polyphony.json'))?.bytes.toString() ?? ''
  return /"type":"session","id":"([^"]+)"/.exec(text)?.[1] ?? ''
}

test('no file that is left opens a closed box, whatever of it is taken as the key', async () => {
  const { before, after, facilitator, host, roundId } = await closedVote()
  const sealed = sealedIn(boxIn(before).bytes)
  expect(sealed).toHaveLength(6)
  const [first] = sealed
  if (!first) throw new Error('nothing sealed')
  expect(after.filter(({ path }) => /\/(box-|keys\/)/.test(path))).toEqual([])
  const about = `${idOfSession(after)}/${roundId}`
  // The key of the open round is a file of its own; that it opens the copy shows that the attack is a real one.
  const keyFile = before.find(({ path }) => path.includes('/keys/'))
  expect([...keysIn(keyFile?.bytes ?? Buffer.alloc(0))].some((key) => opens(key, first, about))).toBe(true)
  must(await facilitator.request('session.leave', {}))
  await host.stop()
  const left = [...after, ...(await filesUnder(host.folder))].filter((file) => !isPage(file))
  expect(left.length).toBeGreaterThan(4)
  for (const { path, bytes } of left)
    for (const key of keysIn(bytes)) if (opens(key, first, about)) throw new Error(`${path} has the key`)
})

test('sealed ballots all have one length, and grow the box alike', async () => {
  const { before } = await closedVote()
  const sizes = sealedIn(boxIn(before).bytes).map(({ bytes }) => bytes.length)
  expect(new Set(sizes).size).toBe(1)
})

test('while the vote is open, no ballot lies in any file in the clear', async () => {
  const { before } = await closedVote()
  for (const { path, bytes } of before) {
    const text = bytes.toString('latin1')
    for (const ballot of ['[1,1,0]', '[2,1,0]', '[3,1,0]']) expect(text.includes(ballot), path).toBe(false)
  }
})
