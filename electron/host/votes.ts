import type { Diff } from '@core/change/diff'
import { touched } from '@core/change/diff'
import { closeVote, countVote, openVote } from '@core/commands/vote-phases'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Channel, Round, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { BallotReceipt, MyBallot, Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import type { CastBallot } from '@core/rules/tally'
import { tallyRound } from '@core/rules/tally'
import { checkBallot } from '@core/rules/tally-ballot'
import { AnnouncedEnds } from './announced-ends'
import type { HostDeps } from './ports'
import { RoundBoxes } from './round-boxes'
import { sign } from './secrets'
import { failureOfThrown } from './storage-failures'
import { turnoutOf } from './turnout'
import type { Workspace } from './workspace'

type Deps = Pick<HostDeps, 'clock' | 'timers' | 'log'> & {
  /** Signs credentials; null before the room was opened for the first time. */
  readonly secret: () => string | null
  readonly phones: () => number
  readonly turnoutChanged: () => void
}

type Voter = { readonly device: string; readonly channel: Channel }
type Done = Result<{ seq: number }, Failure>

const byHost = (name: string) => ({ name, by: 'host', undoable: false }) as const

/** Ballots of open rounds: taken into the sealed box, counted once at the close, destroyed after it. */
export class Votes {
  readonly #deps: Deps
  readonly #boxes: RoundBoxes
  readonly #ends: AnnouncedEnds
  /** Closings under way: a second one waits for the first. */
  readonly #closing = new Map<string, Promise<Done>>()
  readonly #roundKeys = new Map<string, string>()
  #workspace: Workspace | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    this.#boxes = new RoundBoxes(deps.log)
    this.#ends = new AnnouncedEnds(deps, (voteId) => void this.#endAnnounced(voteId))
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
      if (vote) this.#ends.plan(vote)
    }
  }

  async leave(): Promise<void> {
    this.#ends.stop()
    // A disk that does not answer would keep this waiting for ever; nothing of it was acknowledged.
    if (this.#workspace?.saveState().state !== 'failed') {
      await Promise.allSettled(this.#closing.values())
      await this.#boxes.settled()
    }
    this.#boxes.clear()
    this.#roundKeys.clear()
    this.#workspace = null
  }

  async open(id: string): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space, vote } = found.value
    // Slips with codes have no way in yet: without them the promise of one person, one ballot would be false.
    if (vote.admission === 'codes') return err(failure('method-not-ready'))
    const round = lastRound(vote)
    const isFresh = round.state === 'draft'
    if (isFresh) {
      if (this.#boxes.get(round.id)) return err(failure('vote-already-open'))
      if (space.store.readOnly) return err(failure('read-only'))
      const made = await this.#boxes.open(space, vote, round, 'create')
      if (!made.ok) return made
    }
    const opened = await space.change((context) => openVote(space.tables, { id }, context), byHost('vote.open'))
    if (!opened.ok && isFresh) await this.#boxes.discard(space, round.id)
    if (opened.ok) this.#deps.turnoutChanged()
    return opened
  }

  async count(id: string): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space } = found.value
    return space.change((context) => countVote(space.tables, { id }, context), byHost('vote.count'))
  }

  async close(id: string): Promise<Done> {
    const running = this.#closing.get(id)
    if (running) return running
    const work = this.#closeNow(id).finally(() => this.#closing.delete(id))
    this.#closing.set(id, work)
    return work
  }

  async cast(args: RequestArgs<'ballot.cast'>, voter: Voter): Promise<Result<BallotReceipt, Failure>> {
    const space = this.#workspace
    const vote = space?.tables.vote.get(args.voteId)
    const round = vote?.rounds.find((one) => one.id === args.roundId)
    if (!space || !vote || !round || round.state === 'draft') return err(failure('vote-not-open'))
    const cred = this.#credential(round.id, voter.device)
    const before = this.#boxes.get(round.id)?.get(cred)
    // A retry of what is counted already is answered alike, even when the vote has closed since.
    if (before?.rev === args.rev) return receipt(before.written, args.rev)
    if (this.#boxes.countedRevision(round.id, cred) === args.rev) return ok({ rev: args.rev, counted: true })
    if (round.state !== 'open') return err(failure('vote-closed'))
    if (!vote.channels.includes(voter.channel)) return err(failure('channel-not-allowed'))
    if (space.saveState().state === 'failed') return err(failure('storage-stalled'))
    if (before && args.rev < before.rev) return err(failure('old-ballot', { rev: before.rev }))
    return this.#take(space, vote, round, { cred, rev: args.rev, ballot: args.ballot, channel: voter.channel })
  }

  mine(args: RequestArgs<'ballot.mine'>, device: string): MyBallot {
    const round = this.#workspace?.tables.vote.get(args.voteId)?.rounds.find((one) => one.id === args.roundId)
    if (!round || round.state === 'draft') return { rev: 0, ballot: null, state: 'none' }
    const cred = this.#credential(round.id, device)
    const found = this.#boxes.get(round.id)?.get(cred)
    const rev = found?.rev ?? this.#boxes.countedRevision(round.id, cred) ?? 0
    return { rev, ballot: found?.cast.ballot ?? null, state: round.state }
  }

  /** Of every vote that is under way. */
  turnouts(): Turnout[] {
    const space = this.#workspace
    return [...(space?.tables.vote.values() ?? [])].flatMap((vote) => {
      const box = this.#boxes.get(lastRound(vote).id)
      return space && box ? [turnoutOf(space.tables, vote, box.all(), this.#deps.phones())] : []
    })
  }

  #find(id: string): Result<{ readonly space: Workspace; readonly vote: Vote }, Failure> {
    const space = this.#workspace
    if (!space) return err(failure('no-session'))
    const vote = space.tables.vote.get(id)
    return vote ? ok({ space, vote }) : err(failure('not-found', { type: 'vote' }))
  }

  /** The device's name in this round alone; says nothing about the device. */
  #credential(roundId: string, device: string): string {
    const key = this.#roundKeys.get(roundId) ?? sign(this.#deps.secret() ?? '', `round ${roundId}`)
    this.#roundKeys.set(roundId, key)
    return sign(key, device)
  }

  async #take(
    space: Workspace,
    vote: Vote,
    round: Round,
    { cred, rev, ballot, channel }: CastBallot & { readonly cred: string; readonly rev: number },
  ): Promise<Result<BallotReceipt, Failure>> {
    const box = this.#boxes.get(round.id)
    if (!box) return err(this.#boxes.problem(round.id) ?? failure('vote-not-open'))
    const wrong = checkBallot(vote, ballot)
    if (wrong) return err(wrong)
    const { voiceId, ...unstated } = ballot
    const isKnown = voiceId !== undefined && space.tables.voice.has(voiceId)
    const cast: CastBallot = { channel, ballot: isKnown ? ballot : unstated }
    if (!box.fits(cred, rev, cast)) return err(failure('wrong-ballot'))
    const answer = await receipt(box.put(cred, rev, cast), rev)
    if (answer.ok) this.#deps.turnoutChanged()
    return answer
  }

  async #closeNow(id: string): Promise<Done> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { space, vote } = found.value
    const round = lastRound(vote)
    const problem = this.#boxes.problem(round.id)
    if (problem) return err(problem)
    if (round.state === 'open') {
      // From here on no phone is told that its ballot counts.
      const counting = await this.count(id)
      if (!counting.ok) return counting
    }
    const box = this.#boxes.get(round.id)
    await box?.settled()
    const present = new Map([...space.tables.voice.values()].map((voice) => [voice.id, voice.present]))
    const closed = await space.change((context) => {
      const now = space.tables.vote.get(id) ?? vote
      const result = tallyRound(now, box?.all() ?? [], present, { random: context.random })
      return closeVote(space.tables, { id, result }, context)
    }, byHost('vote.close'))
    if (closed.ok) await this.#boxes.bury(space, round.id)
    return closed
  }

  /** The announced end has come. Without paper to type in there is nothing to wait for. */
  async #endAnnounced(voteId: string): Promise<void> {
    const vote = this.#workspace?.tables.vote.get(voteId)
    if (!vote || lastRound(vote).state !== 'open') return
    const ended = await (vote.channels.includes('paper') ? this.count(voteId) : this.close(voteId))
    if (!ended.ok) this.#deps.log('vote-not-ended', { code: ended.error.code })
  }
}

const receipt = async (written: Promise<void>, rev: number): Promise<Result<BallotReceipt, Failure>> => {
  try {
    await written
    return ok({ rev, counted: true })
  } catch (error) {
    const why = failureOfThrown(error)
    return err(why.code === 'internal' ? failure('storage-stalled') : why)
  }
}
