import { afterAll, expect, test, vi } from 'vitest'
import type { HomeView } from '@core/protocol/views'
import type { Serving } from '../helpers/built-cli'
import { removeBuiltCli, startServe } from '../helpers/built-cli'
import { must } from '../helpers/must'
import type { Socket } from '../helpers/phones'
import { openPhone, openSocket } from '../helpers/phones'
import { seededRandom } from '../helpers/sim-disk'
import type { Talker } from '../helpers/talker'
import { NEW_SESSION, openDotVote, openRoom } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

const LONG = process.env['POLYPHONY_LONG'] !== undefined
const KILLS = LONG ? 200 : 3
const PHONES = 12

vi.stubEnv('POLYPHONY_LOOPBACK_ROOM', '1')
afterAll(removeBuiltCli)

type Life = { readonly serving: Serving; readonly facilitator: Talker; readonly roomUrl: string }

const enter = async (url: string): Promise<Socket> => {
  const { origin, hash } = new URL(url)
  const page = await openSocket(origin)
  const answer = await page.hello({ role: 'facilitator', proof: { kind: 'link', token: hash.slice(3) } })
  if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer))
  return page
}

const begin = async (folder: string): Promise<Life & { readonly roundId: string }> => {
  const serving = await startServe(folder)
  const facilitator = await enter(serving.ready.facilitatorUrl)
  must(await facilitator.request('session.create', NEW_SESSION))
  for (const id of ['voice-1', 'voice-2', 'voice-3'])
    must(await facilitator.request('voice.add', { id, name: id, present: 10 }))
  must(await facilitator.request('session.start', {}))
  const room = await openRoom(facilitator)
  return { serving, facilitator, roomUrl: room.url, roundId: await openDotVote(facilitator) }
}

const comeBack = async (folder: string): Promise<Life> => {
  const serving = await startServe(folder)
  const facilitator = await enter(serving.ready.facilitatorUrl)
  const home: HomeView = must(await facilitator.request('home.view', {}))
  must(await facilitator.request('session.open', { fileId: home.sessions[0]?.fileId ?? '' }))
  await facilitator.push('session.opened')
  return { serving, facilitator, roomUrl: must(await facilitator.request('room.view', {})).url }
}

/** What a phone was last told to count, and what it tried since. */
type Own = { device: string; rev: number; tried: number; readonly said: Map<number, readonly number[]> }

const valuesFor = (rev: number, at: number): number[] => [rev % 4, (rev + at) % 2, at % 2]

test(
  `killed ${KILLS} times while people vote, the host loses no ballot that it acknowledged`,
  { timeout: LONG ? 3_600_000 : 120_000 },
  async () => {
    const random = seededRandom(7)
    const folder = await tempDir()
    const { roundId, ...first } = await begin(folder)
    let life: Life = first
    const own = Array.from({ length: PHONES }, (): Own => ({ device: '', rev: 0, tried: 0, said: new Map() }))

    const join = async (at: number): Promise<Socket> => {
      const { device } = own[at] ?? { device: '' }
      const phone = await openPhone(life.roomUrl, {
        voiceId: `voice-${1 + (at % 3)}`,
        ...(device === '' ? {} : { device }),
      })
      const mine = own[at]
      if (mine) mine.device = phone.welcome().credential ?? ''
      return phone
    }
    /** What is counted now is what was acknowledged last, or something tried after that. */
    const isKept = async (phone: Talker, at: number): Promise<void> => {
      const mine = own[at]
      if (!mine) throw new Error(`no phone ${at}`)
      const found = must(await phone.request('ballot.mine', { voteId: 'vote-1', roundId }))
      expect(found.rev ?? 0).toBeGreaterThanOrEqual(mine.rev)
      expect(found.rev ?? 0).toBeLessThanOrEqual(mine.tried)
      if (found.rev) expect(found.ballot?.values).toEqual(mine.said.get(found.rev))
    }
    const voteOn = async (phone: Talker, at: number, dead: Promise<unknown>, told: () => void): Promise<void> => {
      const mine = own[at]
      if (!mine) return
      for (;;) {
        const rev = (mine.tried += 1)
        const values = valuesFor(rev, at)
        mine.said.set(rev, values)
        const ballot = { voiceId: `voice-${1 + (at % 3)}`, values }
        const asked = phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev, ballot })
        const answer = await Promise.race([asked, dead])
        if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return
        if (!answer.ok) return
        mine.rev = rev
        told()
      }
    }

    for (let kill = 0; kill < KILLS; kill += 1) {
      const phones = await Promise.all(own.map((_, at) => join(at)))
      await Promise.all(phones.map((phone, at) => isKept(phone, at)))
      const { child, ended } = life.serving
      const after = 1 + Math.floor(random() * 60)
      let acknowledged = 0
      const work = phones.map((phone, at) =>
        voteOn(phone, at, ended, () => {
          acknowledged += 1
          if (acknowledged === after) child.kill('SIGKILL')
        }),
      )
      await Promise.all([...work, ended])
      expect(acknowledged).toBeGreaterThanOrEqual(after)
      life = await comeBack(folder)
    }

    const phones = await Promise.all(own.map((_, at) => join(at)))
    await Promise.all(phones.map((phone, at) => isKept(phone, at)))
    const rows = [0, 0, 0]
    for (const phone of phones) {
      const { ballot } = must(await phone.request('ballot.mine', { voteId: 'vote-1', roundId }))
      for (const [at, value] of (ballot?.values ?? []).entries()) rows[at] = (rows[at] ?? 0) + Number(value)
    }
    must(await life.facilitator.request('vote.close', { id: 'vote-1' }))
    await life.facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
    const closed = life.facilitator
      .pushes('doc.changed')
      .findLast(({ diff }) => JSON.stringify(diff).includes('"overall"'))
    const found = /"overall":(\{.*?\]\]\})/.exec(JSON.stringify(closed))?.[1] ?? '{}'
    expect(JSON.parse(found)).toMatchObject({ rows: rows.map((row) => [row]) })
  },
)
