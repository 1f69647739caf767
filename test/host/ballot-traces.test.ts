import { createCipheriv } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PaperMark } from '@core/protocol/vote-views'
import { ballotSeal } from '../../electron/storage/ballot-seal'
import { scanFrames } from '../../electron/storage/frames'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { addVote, printSlips } from '../helpers/slips'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

/** A ballot begins as `{"cred"`. */
const [BRACE, QUOTE] = Buffer.from('{"')

type File = { readonly name: string; readonly bytes: Buffer }

/** Everything that this computer keeps: sessions, journals, backups, settings, keys. */
const filesIn = async (folder: string): Promise<File[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = names.filter((name) => !name.startsWith(join(folder, 'pages')))
  return Promise.all(own.map(async (name) => ({ name, bytes: await readFile(name) })))
}

/** Every 32 bytes in a row, and every long word read as base64 or hexadecimal. */
function* keysIn({ bytes }: File): Generator<Buffer> {
  for (let at = 0; at + 32 <= bytes.length; at += 1) {
    const part = bytes.subarray(at, at + 32)
    if (part.some((byte) => byte !== 0)) yield part
  }
  for (const [word] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/_-]{40,64}/g)) {
    for (const kind of ['base64', 'hex'] as const) {
      const key = Buffer.from(word, kind).subarray(0, 32)
      if (key.length === 32) yield key
    }
  }
}

/** Which of the files open the box, tried with all that stands in them: the first block of a ballot has to be one. */
const openers = (files: readonly File[], about: string, box: Buffer): string[] => {
  const frame = scanFrames(box).frames.find(({ kind }) => kind === 'ballot')
  if (typeof frame?.value !== 'string') throw new Error('no ballot in the box')
  const sealed = Buffer.from(frame.value, 'base64')
  const counter = Buffer.concat([sealed.subarray(0, 12), Buffer.from([0, 0, 0, 2])])
  const [one = 0, two = 0] = sealed.subarray(12)
  const opens = (key: Buffer): boolean => {
    const [a = 0, b = 0] = createCipheriv('aes-256-ecb', key, null).update(counter)
    if ((a ^ one) !== BRACE || (b ^ two) !== QUOTE) return false
    return ballotSeal(key, Buffer.alloc(8), 16, about).open(frame.value, frame.seq) !== null
  }
  return files.filter((file) => [...keysIn(file)].some(opens)).map(({ name }) => name)
}

test(
  'after the close nothing opens the box, and no slip stands anywhere with a choice',
  { timeout: 120_000 },
  async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const { url } = await openRoom(facilitator)
    const roundId = await addVote(facilitator)
    const { codes } = await printSlips(host, facilitator, 6)
    must(await facilitator.request('vote.open', { id: 'vote-1' }))
    const sessionId = (await facilitator.push('session.opened')).snapshot.sessionId
    const [phone, tablet] = [await openPhone(url), await host.window('kiosk')]
    const device = phone.welcome().credential ?? ''
    for (const [index, voter] of [phone, tablet].entries()) {
      const ballot = { values: [2, 1, index], voiceId: 'voice-1' }
      must(await voter.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot, slip: codes[index] }))
    }
    for (const pass of ['first', 'second'] as const) {
      const mark: PaperMark = { kind: 'ballot', ballot: { values: [1, 3, 1] } }
      must(await facilitator.request('paper.enter', { voteId: 'vote-1', roundId, slip: '4', pass, mark }))
    }

    const told = [
      ...codes,
      ...codes.map((code) => code.replace(' ', '')),
      device.split('.')[0] ?? device,
      '"values"',
      '"second"',
    ]
    const telling = (files: readonly File[]): string[] =>
      files.flatMap(({ name, bytes }) => told.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`))
    const open = await filesIn(host.folder)
    const box = open.find(({ name }) => name.includes(`box-${roundId}`))
    if (!box) throw new Error('no box')
    expect(telling(open)).toEqual([])
    // The search finds what there is to find: the key is there as long as the vote is open.
    expect(openers(open, `${sessionId}/${roundId}`, box.bytes)).toEqual([expect.stringMatching(/\.key$/)])

    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const tried: File[] = []
    for (const after of ['at once', 'the app has ended']) {
      if (after !== 'at once') await host.stop()
      const left = await filesIn(host.folder)
      const fresh = left.filter(({ bytes }) => !tried.some((one) => one.bytes.equals(bytes)))
      tried.push(...fresh)
      expect(left.map(({ name }) => name).filter((name) => /box-|\.key$/.test(name))).toEqual([])
      expect(telling(left)).toEqual([])
      expect(openers(fresh, `${sessionId}/${roundId}`, box.bytes)).toEqual([])
    }
  },
)
