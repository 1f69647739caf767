import type { Diff } from '@core/change/diff'
import { touched } from '@core/change/diff'
import { closeVote, countVote, openVote } from '@core/commands/vote-phases'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Ballot, Round, RoundResult, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { BallotReceipt, MyBallot, Turnout } from '@core/protocol/views'
import type { SlipView } from '@core/protocol/vote-views'
import { lastRound } from '@core/rules/frozen'
import { tallyRound } from '@core/rules/tally'
import { checkBallot } from '@core/rules/tally-ballot'
import { AnnouncedEnds } from './announced-ends'
import { Paper, withKnownVoice } from './paper'
import type { HostDeps } from './ports'
import type { Cast, DeviceFrame, RoundBox } from './round-box'
import { RoundBoxes } from './round-boxes'
import type { Slips } from './slips'
import { slipsOf } from './slips'
import { failureOfThrown } from './storage-failures'
import { turnoutOf } from './turnout'
import type { Voter, Voters } from './voters'
import { createVoters } from './voters'
import type { Workspace } from './workspace'

type Deps = Pick<HostDeps, 'clock' | 'timers' | 'log'> & {
  /** Signs credentials; null before it was needed for the first time. */
  readonly secret: () => string | null
  /** On disk from then on, so that a device has the same credential after a restart. */
  readonly ensureSecret: () => Promise<Result<string, Failure>>
  readonly slips: Slips
  readonly phones: () => number
  readonly turnoutChanged: () => void
}

type Place = { readonly space: Workspace; readonly vote: Vote; readonly round: Round }
type Done = Result<{ seq: number }, Failure>

const byHost = (name: string) => ({ name, by: 'host', undoable: false }) as const

/** Ballots of open rounds: taken into the sealed box, counted once at the close, destroyed after it. */
export class Votes {
  readonly paper: Paper
  readonly #deps: Deps
  readonly #boxes: RoundBoxes
  readonly #ends: AnnouncedEnds
  readonly #voters: Voters
  readonly #opening = new Set<string>()
  /** Closings under way: a second one waits for the first. */
  readonly #closing = new Map<string, Promise<Done>>()
  #workspace: Workspace | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    this.#boxes = new RoundBoxes(deps.log)
    this.#ends = new AnnouncedEnds(deps, (voteId) => void this.#endAnnounced(voteId))
    this.#voters = createVoters({ ...deps, now: deps.clock.now })
    this.paper = new Paper({
      workspace: () => this.#workspace,
      boxes: this.#boxes,
      slips: deps.slips,
      credential: this.#voters.ofSlip,
      now: deps.clock.now,
      isClosing: (voteId) => this.#closing.has(voteId),
      changed: deps.turnoutChanged,
    })
  }

  async enter(space: Workspace): Promise<void> {
    this.#workspace = space
    if (space.store.readOnly) return
    await this.#boxes.recover(space)
    for (const vote of space.tables.vote.values()) this.#ends.plan(vote)
  }

  applied = (diff: Diff): void => {
    for (const { type, id } of touched(diff)) {
      const vote = type === 'vote' ? this.#workspace?.tables.vote.get(id) : undefined
      if (!vote) continue
      this.#ends.plan(vote)
      // Hands were counted, or more slips printed.
      if (this.#boxes.get(lastRound(vote).id)) this.#deps.turnoutChanged()
    }
  }

  /** Takes nothing more from the call on, since the secret that names voters may be gone. */
  async leave(): Promise<void> {
    this.#ends.stop()
    const space = this.#workspace
    this.#workspace = null
    // A disk that does not answer would keep this waiting for ever; nothing of it was acknowledged.
    if (space?.saveState().state !== 'failed') {
      await Promise.allSettled(this.#closing.values())
      await this.#boxes.settled()
    }
    this.#boxes.clear()
    this.#voters.clear()
  }

  async open(id: string): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space, vote } = found.value
    const round = lastRound(vote)
    if (round.state !== 'draft') return this.#openIn(space, id)
    if (this.#boxes.get(round.id) || this.#opening.has(round.id)) return err(failure('vote-already-open'))
    if (space.store.readOnly) return err(failure('read-only'))
    // Without a slip nobody could vote.
    if (vote.admission === 'codes' && slipsOf(round.slips) === 0) return err(failure('no-slips'))
    this.#opening.add(round.id)
    try {
      const secret = await this.#deps.ensureSecret()
      if (!secret.ok) return secret
      const made = await this.#boxes.open(space, vote, round, 'create')
      if (!made.ok) return made
      const opened = await this.#openIn(space, id)
      if (!opened.ok) await this.#boxes.discard(space, round.id)
      return opened
    } finally {
      this.#opening.delete(round.id)
    }
  }

  async count(id: string): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space } = found.value
    return space.change((context) => countVote(space.tables, { id }, context), byHost('vote.count'))
  }

  /** `accept`: slips that were typed in twice and differ count as they were typed first. */
  async close(id: string, accept = false): Promise<Done> {
    const running = this.#closing.get(id)
    if (running) return running
    const work = this.#closeNow(id, accept).finally(() => this.#closing.delete(id))
    this.#closing.set(id, work)
    return work
  }

  async cast(args: RequestArgs<'ballot.cast'>, voter: Voter): Promise<Result<BallotReceipt, Failure>> {
    const place = this.#place(args)
    if (!place || place.round.state === 'draft') return err(failure('vote-not-open'))
    const { space, vote, round } = place
    const named = this.#voters.who(vote, round, args.slip, voter)
    if (!named.ok) return named
    const { cred, from } = named.value
    const box = this.#boxes.get(round.id)
    const before = box?.get(cred)
    if (before && before.cast.channel !== voter.channel) return err(failure('slip-used'))
    const ballot = withKnownVoice(space, unstated(args.ballot), args.ballot.voiceId)
    // A retry of what is counted already is answered alike, even when the vote has closed since.
    if (before?.rev === args.rev && isSame(before, from, ballot)) return receipt(before.written, args.rev)
    const counted = this.#boxes.counted(round.id)
    const last = counted?.get(cred)
    if (last?.rev === args.rev && last.from === from) return ok({ rev: args.rev, counted: true })
    if (round.state !== 'open') {
      const isKnown = box !== undefined || counted !== null
      return err(failure('vote-closed', isKnown ? { rev: before?.rev ?? last?.rev ?? 0 } : undefined))
    }
    if (!vote.channels.includes(voter.channel)) return err(failure('channel-not-allowed'))
    if (space.saveState().state === 'failed') return err(failure('storage-stalled'))
    if (before && args.rev <= before.rev) return err(failure('old-ballot', { rev: before.rev }))
    if (!box) return err(this.#boxes.problem(round.id) ?? failure('vote-not-open'))
    const frame = { channel: voter.channel, ballot, ...(from === cred ? {} : { from }) }
    return this.#take(box, vote, { cred, rev: args.rev, frame })
  }

  /** What was chosen is shown to the device that it came from, not to everybody who has seen the slip. */
  mine(args: RequestArgs<'ballot.mine'>, voter: Voter): Result<MyBallot, Failure> {
    const place = this.#place(args)
    const state = place?.round.state
    if (!place || state === undefined || state === 'draft') return ok({ rev: 0, ballot: null, state: 'none' })
    const { vote, round } = place
    if (vote.admission === 'codes' && args.slip === undefined) return ok({ rev: 0, ballot: null, state })
    const named = this.#voters.who(vote, round, args.slip, voter)
    if (!named.ok) return named
    const { cred, from } = named.value
    const found = this.#boxes.get(round.id)?.get(cred)
    if (found && found.cast.channel !== voter.channel) return err(failure('slip-used'))
    const rev = found?.rev ?? this.#boxes.counted(round.id)?.get(cred)?.rev ?? 0
    return ok({ rev, ballot: found?.from === from ? found.cast.ballot : null, state })
  }

  /** Whether the code on a slip opens a ballot of this round on this device. */
  check(args: RequestArgs<'slip.check'>, voter: Voter): Result<SlipView, Failure> {
    const place = this.#place(args)
    if (!place) return err(failure('vote-not-open'))
    const { round } = place
    const slip = this.#voters.slipOf(round.id, args.slip, voter)
    if (!slip.ok) return slip
    const { number } = slip.value
    const found = this.#boxes.get(round.id)?.get(this.#voters.ofSlip(round.id, number))
    if (found && found.cast.channel !== voter.channel) return err(failure('slip-used'))
    if (round.state === 'counting' || round.state === 'closed') return err(failure('vote-closed'))
    return ok({ number })
  }

  /** Of every vote that is under way. */
  turnouts(): Turnout[] {
    const space = this.#workspace
    return [...(space?.tables.vote.values() ?? [])].flatMap((vote) => {
      const box = this.#boxes.get(lastRound(vote).id)
      return space && box ? [turnoutOf(space.tables, vote, box, this.#deps.phones())] : []
    })
  }

  async #openIn(space: Workspace, id: string): Promise<Done> {
    const opened = await space.change((context) => openVote(space.tables, { id }, context), byHost('vote.open'))
    if (opened.ok) this.#deps.turnoutChanged()
    return opened
  }

  #find(id: string): Result<{ readonly space: Workspace; readonly vote: Vote }, Failure> {
    const space = this.#workspace
    if (!space) return err(failure('no-session'))
    const vote = space.tables.vote.get(id)
    return vote ? ok({ space, vote }) : err(failure('not-found', { type: 'vote' }))
  }

  #place({ voteId, roundId }: { readonly voteId: string; readonly roundId: string }): Place | null {
    const space = this.#workspace
    const vote = space?.tables.vote.get(voteId)
    const round = vote?.rounds.find((one) => one.id === roundId)
    return space && vote && round ? { space, vote, round } : null
  }

  async #take(
    box: RoundBox,
    vote: Vote,
    { cred, rev, frame }: { readonly cred: string; readonly rev: number; readonly frame: DeviceFrame },
  ): Promise<Result<BallotReceipt, Failure>> {
    const wrong = checkBallot(vote, frame.ballot)
    if (wrong) return err(wrong)
    if (!box.fits(cred, rev, frame)) return err(failure('wrong-ballot'))
    const answer = await receipt(box.put(cred, rev, frame), rev)
    if (answer.ok) this.#deps.turnoutChanged()
    return answer
  }

  async #closeNow(id: string, accept: boolean): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space, vote } = found.value
    const round = lastRound(vote)
    const problem = this.#boxes.problem(round.id)
    if (problem) return err(problem)
    const box = this.#boxes.get(round.id)
    const differing = box?.paper.counts().differing ?? 0
    if (differing > 0 && !accept) return err(failure('paper-differs', { count: differing }))
    if (round.state === 'open') {
      // From here on no phone is told that its ballot counts.
      const counting = await this.count(id)
      if (!counting.ok) return counting
    }
    await box?.settled()
    const present = new Map([...space.tables.voice.values()].map((voice) => [voice.id, voice.present]))
    const closed = await space.change((context) => {
      const now = space.tables.vote.get(id) ?? vote
      const besides = { ...lastRound(now), ...paperOf(now, box) }
      const result = tallyRound(now, box?.all() ?? [], present, { random: context.random }, besides)
      return closeVote(space.tables, { id, result }, context)
    }, byHost('vote.close'))
    if (closed.ok) await this.#boxes.bury(space, round.id)
    return closed
  }

  /** The announced end has come. Where nothing is typed in or counted by eye, there is nothing to wait for. */
  async #endAnnounced(voteId: string): Promise<void> {
    const vote = this.#workspace?.tables.vote.get(voteId)
    if (!vote || lastRound(vote).state !== 'open') return
    const hasPaper = vote.channels.includes('paper') && slipsOf(lastRound(vote).slips) > 0
    const waits = hasPaper || vote.channels.includes('hands')
    const ended = await (waits ? this.count(voteId) : this.close(voteId))
    if (!ended.ok) this.#deps.log('vote-not-ended', { code: ended.error.code })
  }
}

/** How the slips were typed in, where paper is a way to vote. */
const paperOf = (vote: Vote, box: RoundBox | undefined): Pick<RoundResult, 'paper'> => {
  const printed = slipsOf(lastRound(vote).slips)
  if (!vote.channels.includes('paper') || printed === 0) return {}
  const { entered = 0, twice = 0, corrected = 0 } = box?.paper.counts() ?? {}
  return { paper: { printed, entered, twice, corrected } }
}

const unstated = ({ values, reason }: Ballot): Ballot => ({ values, ...(reason === undefined ? {} : { reason }) })

/** The same request again: from the same device, or word for word from another that has the same slip. */
const isSame = ({ from, cast }: Cast, device: string, ballot: Ballot): boolean =>
  from === device || JSON.stringify(cast.ballot) === JSON.stringify(ballot)

const receipt = async (written: Promise<void>, rev: number): Promise<Result<BallotReceipt, Failure>> => {
  try {
    await written
    return ok({ rev, counted: true })
  } catch (error) {
    const why = failureOfThrown(error)
    return err(why.code === 'internal' ? failure('storage-stalled') : why)
  }
}
