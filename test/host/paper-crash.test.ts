import { readdir } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import type { Ballot } from '@core/model/vote'
import type { PaperView } from '@core/protocol/vote-views'
import { removeBuiltCli, startServe } from '../helpers/built-cli'
import { must } from '../helpers/must'
import { openSocket } from '../helpers/phones'
import { seededRandom } from '../helpers/sim-disk'
import { addVote } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import { NEW_SESSION, startTestHost } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

const KILLS = process.env['POLYPHONY_LONG'] ? 60 : 3
const SLIPS = 12

afterAll(removeBuiltCli)

const enter = async (link: string): Promise<Talker> => {
  const { origin, hash } = new URL(link)
  const page = await openSocket(origin)
  const answer = await page.hello({ role: 'facilitator', proof: { kind: 'link', token: hash.slice(3) } })
  if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer))
  return page
}

/** The same computer after the crash. */
const restart = async (folder: string) => {
  const host = await startTestHost({ folder })
  const facilitator = await host.window('facilitator')
  const home = must(await facilitator.request('home.view', {}))
  must(await facilitator.request('session.open', { fileId: home.sessions[0]?.fileId ?? '' }))
  const { snapshot } = await facilitator.push('session.opened')
  const vote = snapshot.records.find((record) => record.type === 'vote')
  if (vote?.type !== 'vote') throw new Error('no vote')
  return { host, facilitator, vote }
}

/** A program of its own with an open vote and printed slips. */
const working = async (folder: string) => {
  const serving = await startServe(folder)
  const page = await enter(serving.ready.facilitatorUrl)
  must(await page.request('session.create', NEW_SESSION))
  const roundId = await addVote(page, 'vote-1', { admission: 'open-room' })
  must(await page.request('slips.add', { voteId: 'vote-1', count: SLIPS }))
  must(await page.request('vote.open', { id: 'vote-1' }))
  const type = (number: number, pass: 'first' | 'second', values: Ballot['values']) =>
    page.request('paper.enter', {
      voteId: 'vote-1',
      roundId,
      slip: String(number),
      pass,
      mark: { kind: 'ballot', ballot: { values } },
    })
  return { serving, page, roundId, type }
}

/** Every third slip was read differently the second time. */
const read = (number: number, pass: 'first' | 'second'): number[] =>
  pass === 'second' && number % 3 === 0 ? [0, 0, 1] : [number % 2, 1, 0]

const what = ({ number, what: deed }: PaperView['log'][number]): string => `${number} ${deed}`

test(
  `${KILLS} kills while slips are typed in: what was taken stays, and so does the log`,
  { timeout: 300_000 },
  async () => {
    const random = seededRandom(4)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = await tempDir()
      const { serving, roundId, type } = await working(folder)
      const [taken, asked]: [string[], string[]] = [[], []]
      const doomed = 1 + Math.floor(random() * 2 * SLIPS)
      const work = async (): Promise<void> => {
        for (const pass of ['first', 'second'] as const) {
          for (let number = 1; number <= SLIPS; number += 1) {
            const name = `${number} ${pass === 'first' ? 'entered' : 'second'}`
            asked.push(name)
            if (asked.length === doomed) setTimeout(() => serving.child.kill('SIGKILL'), random() * 3)
            if ((await type(number, pass, read(number, pass))).ok) taken.push(name)
          }
        }
        // All was typed in before it died.
        await serving.ended
      }
      await Promise.race([work(), serving.ended])
      const { facilitator } = await restart(folder)
      const view = must(await facilitator.request('paper.view', { voteId: 'vote-1', roundId }))
      const kept = view.log.map(what).toReversed()
      expect(kept.slice(0, taken.length)).toEqual(taken)
      expect(asked.slice(0, kept.length)).toEqual(kept)
      const twice = kept.filter((name) => name.endsWith('second')).map((name) => Number.parseInt(name, 10))
      expect([view.twice, view.differing.map(({ number }) => number)]).toEqual([
        twice,
        twice.filter((number) => number % 3 === 0),
      ])
      must(await facilitator.request('vote.close', { id: 'vote-1', accept: true }))
      const ones = view.entered.filter((number) => number % 2 === 1).length
      const closed = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
      expect(JSON.stringify(closed)).toContain(`"rows":[[${ones}],[${view.entered.length}],[0]]`)
    }
  },
)

test(
  `${KILLS} kills between the second typing and the end of the close: counted once, and nothing is left`,
  { timeout: 300_000 },
  async () => {
    const random = seededRandom(5)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = await tempDir()
      const { serving, page, roundId, type } = await working(folder)
      for (const pass of ['first', 'second'] as const) {
        for (const number of [1, 2, 3]) must(await type(number, pass, read(number, pass)))
      }
      setTimeout(() => serving.child.kill('SIGKILL'), random() * 25)
      await Promise.race([page.request('vote.close', { id: 'vote-1', accept: true }), serving.ended])
      await serving.ended
      const { host, facilitator, vote } = await restart(folder)
      if (vote.rounds[0]?.state !== 'closed') {
        const view = must(await facilitator.request('paper.view', { voteId: 'vote-1', roundId }))
        expect(view.differing.map(({ number }) => number)).toEqual([3])
        expect(await facilitator.request('vote.close', { id: 'vote-1' })).toMatchObject({
          error: { code: 'paper-differs', params: { count: 1 } },
        })
        must(await facilitator.request('vote.close', { id: 'vote-1', accept: true }))
      }
      const all = await readdir(folder, { recursive: true })
      expect(all.filter((name) => /box-|\.key$/.test(name))).toEqual([])
      await host.stop()
      const after = await restart(folder)
      expect(after.vote.rounds[0]?.result).toMatchObject({
        cast: 3,
        channels: { paper: 3 },
        overall: { ballots: 3, rows: [[2], [3], [0]] },
        paper: { printed: SLIPS, entered: 3, twice: 3, corrected: 0 },
      })
    }
  },
)
