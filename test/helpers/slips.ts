import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tablesOf } from '@core/model/document'
import type { RoundResult, SlipSeries, Vote } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import { lastRound } from '@core/rules/frozen'
import { createSlips } from '../../electron/host/slips'
import { must } from './must'
import type { Talker } from './talker'
import type { TestHost } from './test-host'

/** A dot vote over three options by codes, for phones, the tablet and paper. Answers the id of its round. */
export const addVote = async (
  facilitator: Talker,
  id = 'vote-1',
  fields: Partial<RequestArgs<'vote.add'>> = {},
): Promise<string> => {
  must(
    await facilitator.request('vote.add', {
      id,
      question: `What first? ${id}`,
      method: { name: 'dots', budget: 5, cap: 3 },
      options: ['o1', 'o2', 'o3'].map((option) => ({ id: option, text: `Option ${option}` })),
      admission: 'codes',
      channels: ['phone', 'kiosk', 'paper'],
      ...fields,
    }),
  )
  return lastRound(voteSeen(facilitator, id)).id
}

/** The vote as the last change that came left it. */
export const voteSeen = (facilitator: Talker, id = 'vote-1'): Vote => {
  let vote: Vote | undefined
  for (const { diff } of facilitator.pushes('doc.changed')) {
    for (const record of diff.added ?? []) if (record.type === 'vote' && record.id === id) vote = record
    for (const change of diff.changed ?? []) {
      if (vote && change.type === 'vote' && change.id === id) vote = { ...vote, ...change.to }
    }
  }
  if (!vote) throw new Error(`no vote ${id}`)
  return vote
}

export const resultSeen = (facilitator: Talker, id = 'vote-1'): RoundResult => {
  const result = voteSeen(facilitator, id).rounds.findLast((round) => round.result)?.result
  if (!result) throw new Error(`no result of ${id}`)
  return result
}

export type PrintedSlips = { readonly first: number; readonly codes: readonly string[] }

/** Prints slips for the last round; the codes are worked out from what this computer keeps, as on a printed page. */
export const printSlips = async (
  host: TestHost,
  facilitator: Talker,
  count: number,
  voteId = 'vote-1',
): Promise<PrintedSlips> => {
  const { first } = must(await facilitator.request('slips.add', { voteId, count }))
  const page = await host.window('facilitator')
  const { session } = page.welcome()
  page.end()
  if (session.kind !== 'snapshot') throw new Error('no session')
  const { records, sessionId } = session.snapshot
  const kept = JSON.parse(await readFile(join(host.folder, 'app', 'rooms', `${sessionId}.json`), 'utf8')) as {
    readonly secret: string
  }
  const tables = tablesOf(records)
  return { first, codes: createSlips({ secret: () => kept.secret, view: () => tables }).codesFor(first, count) }
}

/** A vote as a record, with slips printed for its one round. */
export const voteWithSlips = (
  id: string,
  roundId: string,
  slips: SlipSeries[],
  state: Vote['rounds'][number]['state'],
): Vote => ({
  type: 'vote',
  id,
  order: id,
  question: `Question of ${id}`,
  method: { name: 'dots', budget: 5, cap: 3 },
  options: [],
  admission: 'codes',
  channels: ['phone'],
  secret: true,
  keepBallots: false,
  k: { room: 3, public: 5 },
  rounds: [{ id: roundId, number: 1, state, slips }],
  resultShown: false,
})
