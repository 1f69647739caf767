import { closeVote, countVote, openVote } from '@core/commands/vote-phases'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Diff } from '@core/change/diff'
import { touched } from '@core/change/diff'
import type { Channel, Round, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { BallotReceipt, MyBallot, Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import { tallyRound } from '@core/rules/tally'
import { checkBallot } from '@core/rules/tally-ballot'
import type { HostDeps } from './ports'
import type { RoundBox } from './round-box'
import { castOf, createRoundBox, slotBytes } from './round-box'
import { sign } from './secrets'
import { codeOfStorage, failureOfThrown } from './storage-failures'
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

/** Ballots of open rounds: taken into the sealed box, counted once at the close, destroyed after it. */
export const createVotes = (deps: Deps) => {
  const boxes = new Map<string, RoundBox>()
  /** Rounds whose box cannot be read: never taken for an empty one. */
  const broken = new Map<string, Failure>()
  const timers = new Map<string, () => void>()
  /** Who was counted in rounds closed since the start, by credential: a phone whose receipt was lost may ask. */
  const counted = new Map<string, ReadonlyMap<string, number>>()
  /** Closings under way: a second one waits for the first. */
  const closing = new Map<string, Promise<Done>>()
  let workspace: Workspace | null = null

  const openBox = async (
    space: Workspace,
    vote: Vote,
    round: Round,
    mode: 'create' | 'reopen',
  ): Promise<Result<RoundBox, Failure>> => {
    const slot = slotBytes(vote.options.length, vote.method.name)
    const opened = await space.store.box(round.id, slot, mode)
    if (!opened.ok) return err(failure(codeOfStorage(opened.error.code)))
    const box = createRoundBox(opened.value, slot)
    boxes.set(round.id, box)
    return ok(box)
  }

  /** A crash between two steps of opening or closing left a box that does not fit its round. */
  const recover = async (space: Workspace): Promise<void> => {
    const rounds = [...space.tables.vote.values()].flatMap((vote) => vote.rounds.map((round) => ({ vote, round })))
    const underway = rounds.filter(({ round }) => round.state === 'open' || round.state === 'counting')
    const wanted = new Set(underway.map(({ round }) => round.id))
    for (const roundId of await space.store.boxes()) {
      if (wanted.has(roundId)) continue
      const isClosed = rounds.some(({ round }) => round.id === roundId && round.state === 'closed')
      if (isClosed) await space.store.snapshot('vote-close')
      await space.store.destroyBox(roundId)
    }
    for (const { vote, round } of underway) {
      const opened = await openBox(space, vote, round, 'reopen')
      if (!opened.ok) broken.set(round.id, opened.error)
    }
  }

  const plan = (space: Workspace, vote: Vote): void => {
    timers.get(vote.id)?.()
    timers.delete(vote.id)
    const round = lastRound(vote)
    if (round.state !== 'open' || round.closesAt === undefined) return
    const wait = Math.max(0, Date.parse(round.closesAt) - deps.clock.now())
    timers.set(
      vote.id,
      deps.timers.after(wait, () => {
        timers.delete(vote.id)
        void endAnnounced(space, vote.id)
      }),
    )
  }

  /** The announced end has come. Without paper to type in there is nothing to wait for. */
  const endAnnounced = async (space: Workspace, voteId: string): Promise<void> => {
    const vote = space.tables.vote.get(voteId)
    if (workspace !== space || !vote || lastRound(vote).state !== 'open') return
    const ended = await (vote.channels.includes('paper') ? count(space, voteId) : close(space, voteId))
    if (!ended.ok) deps.log('vote-not-ended', { code: ended.error.code })
  }

  const count = (space: Workspace, id: string): Promise<Done> =>
    space.change((context) => countVote(space.tables, { id }, context), {
      name: 'vote.count',
      by: 'host',
      undoable: false,
    })

  const closeNow = async (space: Workspace, id: string): Promise<Done> => {
    const vote = space.tables.vote.get(id)
    if (!vote) return err(failure('not-found', { type: 'vote' }))
    const round = lastRound(vote)
    if (broken.has(round.id)) return err(broken.get(round.id) ?? failure('disk-error'))
    if (round.state === 'open') {
      // From here on no phone is told that its ballot counts.
      const counting = await count(space, id)
      if (!counting.ok) return counting
    }
    const box = boxes.get(round.id)
    await box?.settled()
    const present = new Map([...space.tables.voice.values()].map((voice) => [voice.id, voice.present]))
    const closed = await space.change(
      (context) => {
        const now = space.tables.vote.get(id) ?? vote
        const result = tallyRound(now, box?.all() ?? [], present, { random: context.random })
        return closeVote(space.tables, { id, result }, context)
      },
      { name: 'vote.close', by: 'host', undoable: false },
    )
    if (!closed.ok) return closed
    if (box) counted.set(round.id, box.revisions())
    boxes.delete(round.id)
    await bury(space, round.id)
    return closed
  }

  /** First nothing but the snapshot needs the box any more, then the key and the box go. A crash here is recovered. */
  const bury = async (space: Workspace, roundId: string): Promise<void> => {
    try {
      await space.store.snapshot('vote-close')
      await space.store.destroyBox(roundId)
    } catch (error) {
      deps.log('box-left', { code: failureOfThrown(error).code })
    }
  }

  const close = (space: Workspace, id: string): Promise<Done> => {
    const running = closing.get(id)
    if (running) return running
    const work = closeNow(space, id).finally(() => closing.delete(id))
    closing.set(id, work)
    return work
  }

  const open = async (space: Workspace, id: string): Promise<Done> => {
    const vote = space.tables.vote.get(id)
    if (!vote) return err(failure('not-found', { type: 'vote' }))
    // Slips with codes have no way in yet: without them the promise of one person, one ballot would be false.
    if (vote.admission === 'codes') return err(failure('method-not-ready'))
    const round = lastRound(vote)
    const fresh = round.state === 'draft'
    if (fresh && boxes.has(round.id)) return err(failure('vote-already-open'))
    if (fresh) {
      if (space.store.readOnly) return err(failure('read-only'))
      const made = await openBox(space, vote, round, 'create')
      if (!made.ok) return made
    }
    const opened = await space.change((context) => openVote(space.tables, { id }, context), {
      name: 'vote.open',
      by: 'host',
      undoable: false,
    })
    if (!opened.ok && fresh) {
      boxes.delete(round.id)
      await space.store.destroyBox(round.id)
    }
    return opened
  }

  const credentialOf = (roundId: string, device: string): string | null => {
    const secret = deps.secret()
    return secret === null ? null : sign(sign(secret, `round ${roundId}`), device)
  }

  const cast = async (args: RequestArgs<'ballot.cast'>, voter: Voter): Promise<Result<BallotReceipt, Failure>> => {
    const vote = workspace?.tables.vote.get(args.voteId)
    const round = vote?.rounds.find((one) => one.id === args.roundId)
    if (!workspace || !vote || !round || round.state === 'draft') return err(failure('vote-not-open'))
    const cred = credentialOf(round.id, voter.device)
    const box = boxes.get(round.id)
    const before = cred === null ? undefined : box?.get(cred)
    // A retry of what is counted already is answered alike, even when the vote has closed since.
    if (before?.rev === args.rev) return receipt(before.written, args.rev)
    if (cred !== null && counted.get(round.id)?.get(cred) === args.rev) return ok({ rev: args.rev, counted: true })
    if (round.state !== 'open') return err(failure('vote-closed'))
    if (!vote.channels.includes(voter.channel)) return err(failure('channel-not-allowed'))
    if (!box || cred === null) return err(broken.get(round.id) ?? failure('vote-not-open'))
    if (workspace.saveState().state === 'failed') return err(failure('storage-stalled'))
    if (before && args.rev < before.rev) return err(failure('old-ballot', { rev: before.rev }))
    const wrong = checkBallot(vote, args.ballot)
    if (wrong) return err(wrong)
    const { voiceId, ...rest } = args.ballot
    const known = voiceId !== undefined && workspace.tables.voice.has(voiceId)
    const made = castOf(voter.channel, known ? args.ballot : rest)
    if (!box.fits(cred, args.rev, made)) return err(failure('wrong-ballot'))
    const answer = await receipt(box.put(cred, args.rev, made), args.rev)
    if (answer.ok) deps.turnoutChanged()
    return answer
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

  const mine = (args: RequestArgs<'ballot.mine'>, device: string): MyBallot => {
    const round = workspace?.tables.vote.get(args.voteId)?.rounds.find((one) => one.id === args.roundId)
    if (!round || round.state === 'draft') return { rev: 0, ballot: null, state: 'none' }
    const cred = credentialOf(round.id, device)
    const found = cred === null ? undefined : boxes.get(round.id)?.get(cred)
    const rev = found?.rev ?? (cred === null ? undefined : counted.get(round.id)?.get(cred)) ?? 0
    return { rev, ballot: found?.cast.ballot ?? null, state: round.state }
  }

  const turnout = (voteId: string): Turnout | null => {
    const vote = workspace?.tables.vote.get(voteId)
    if (!workspace || !vote) return null
    const box = boxes.get(lastRound(vote).id)
    return box ? turnoutOf(workspace.tables, vote, box.all(), deps.phones()) : null
  }

  return {
    open: (id: string): Promise<Done> =>
      workspace ? open(workspace, id) : Promise.resolve(err(failure('no-session'))),
    count: (id: string): Promise<Done> =>
      workspace ? count(workspace, id) : Promise.resolve(err(failure('no-session'))),
    close: (id: string): Promise<Done> =>
      workspace ? close(workspace, id) : Promise.resolve(err(failure('no-session'))),
    cast,
    mine,
    turnouts: (): Turnout[] => [...(workspace?.tables.vote.keys() ?? [])].map(turnout).filter((one) => one !== null),
    enter: async (space: Workspace): Promise<void> => {
      workspace = space
      if (!space.store.readOnly) await recover(space)
      for (const vote of space.tables.vote.values()) plan(space, vote)
    },
    /** An end that was announced, moved or withdrawn. */
    applied: (diff: Diff): void => {
      if (!workspace) return
      for (const { type, id } of touched(diff)) {
        const vote = type === 'vote' ? workspace.tables.vote.get(id) : undefined
        if (vote) plan(workspace, vote)
      }
    },
    leave: async (): Promise<void> => {
      for (const cancel of timers.values()) cancel()
      timers.clear()
      await Promise.allSettled(closing.values())
      await Promise.all([...boxes.values()].map((box) => box.settled()))
      boxes.clear()
      broken.clear()
      counted.clear()
      workspace = null
    },
  }
}
export type Votes = ReturnType<typeof createVotes>
