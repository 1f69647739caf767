import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Ballot, Round, Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { PaperEntered, PaperMark, PaperView } from '@core/protocol/vote-views'
import { checkBallot } from '@core/rules/tally-ballot'
import type { PaperFrame, Reading } from './paper-ledger'
import { differs } from './paper-ledger'
import type { RoundBox } from './round-box'
import type { RoundBoxes } from './round-boxes'
import type { Slip, Slips } from './slips'
import { slipProblem, slipsOf } from './slips'
import { failureOfThrown } from './storage-failures'
import type { Workspace } from './workspace'

type Deps = {
  readonly workspace: () => Workspace | null
  readonly boxes: RoundBoxes
  readonly slips: Slips
  /** The slip's name in this round alone. */
  readonly credential: (roundId: string, slip: number) => string
  readonly now: () => number
  /** The round is just being counted: what is typed in now would be in no result. */
  readonly isClosing: (voteId: string) => boolean
  readonly changed: () => void
}
type By = PaperFrame['slip']['by']
type What = PaperFrame['slip']['what']
type Place = { readonly space: Workspace; readonly vote: Vote; readonly round: Round; readonly box: RoundBox }

/** Typing in of slips, while the vote is open and while it is counted. Everything about it lies in the sealed box. */
export class Paper {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async enter(args: RequestArgs<'paper.enter'>, by: By): Promise<Result<PaperEntered, Failure>> {
    const found = this.#find(args)
    if (!found.ok) return found
    const place = found.value
    const slip = this.#deps.slips.byNumberOrCode(args.slip)
    if (!slip) return err(failure('slip-unknown'))
    const problem =
      slipProblem(slip, place.round.id) ??
      (args.mark.kind === 'ballot' ? checkBallot(place.vote, args.mark.ballot) : null)
    if (problem) return err(problem)
    const cast = place.box.get(this.#deps.credential(place.round.id, slip.number))
    if (cast && cast.cast.channel !== 'paper') return err(failure('slip-used'))
    const before = place.box.paper.of(slip.number)
    const what = deed(args, before, slip)
    if (!what.ok) return what
    const put = await this.#put(place, slip.number, what.value, tidy(place, args.mark), by)
    return put.ok ? ok({ number: slip.number, outcome: outcomeOf(what.value, put.value) }) : put
  }

  async remove(args: RequestArgs<'paper.remove'>, by: By): Promise<Result<null, Failure>> {
    const found = this.#find(args)
    if (!found.ok) return found
    if (!found.value.box.paper.of(args.number)) return err(failure('not-found', { type: 'slip' }))
    const put = await this.#put(found.value, args.number, 'removed', { kind: 'invalid' }, by)
    return put.ok ? ok(null) : put
  }

  view({ voteId, roundId }: RequestArgs<'paper.view'>): Result<PaperView, Failure> {
    const round = this.#deps
      .workspace()
      ?.tables.vote.get(voteId)
      ?.rounds.find(({ id }) => id === roundId)
    if (!round) return err(failure('not-found', { type: 'vote' }))
    const typed = this.#deps.boxes.get(roundId)?.paper.view()
    const nothing = { entered: [], twice: [], differing: [], invalid: [], log: [] }
    return ok({ voteId, roundId, printed: slipsOf(round.slips), ...(typed ?? nothing) })
  }

  #find({ voteId, roundId }: { readonly voteId: string; readonly roundId: string }): Result<Place, Failure> {
    const { workspace, boxes, isClosing } = this.#deps
    const space = workspace()
    if (!space) return err(failure('no-session'))
    const vote = space.tables.vote.get(voteId)
    const round = vote?.rounds.find(({ id }) => id === roundId)
    if (!vote || !round || round.state === 'draft') return err(failure('vote-not-open'))
    if (round.state === 'closed' || isClosing(voteId)) return err(failure('vote-closed'))
    if (!vote.channels.includes('paper')) return err(failure('channel-not-allowed'))
    if (space.saveState().state === 'failed') return err(failure('storage-stalled'))
    const box = boxes.get(round.id)
    return box ? ok({ space, vote, round, box }) : err(boxes.problem(round.id) ?? failure('vote-not-open'))
  }

  /** The slip as it stands when what was typed is on disk. */
  async #put(
    { round, box }: Place,
    number: number,
    what: What,
    mark: PaperMark,
    by: By,
  ): Promise<Result<Reading | null, Failure>> {
    const cred = this.#deps.credential(round.id, number)
    const frame: PaperFrame = {
      channel: 'paper',
      ballot: mark.kind === 'ballot' ? mark.ballot : null,
      slip: { at: this.#deps.now(), number, what, by },
    }
    const rev = (box.get(cred)?.rev ?? 0) + 1
    if (!box.fits(cred, rev, frame)) return err(failure('wrong-ballot'))
    const written = box.put(cred, rev, frame)
    const reading = box.paper.of(number)
    try {
      await written
    } catch (error) {
      const why = failureOfThrown(error)
      return err(why.code === 'internal' ? failure('storage-stalled') : why)
    }
    this.#deps.changed()
    return ok(reading)
  }
}

const deed = (
  { pass, replace }: RequestArgs<'paper.enter'>,
  before: Reading | null,
  { number }: Slip,
): Result<What, Failure> => {
  const again = err(failure('already-entered', { number }))
  switch (pass) {
    case 'first':
      if (!before) return ok('entered')
      return replace === true ? ok('changed') : again
    case 'second':
      // Left out the first time: this is its first typing.
      if (!before) return ok('entered')
      return before.second === null || replace === true ? ok('second') : again
    case 'fix':
      return before ? ok('fixed') : err(failure('not-found', { type: 'slip' }))
  }
}

const outcomeOf = (what: What, reading: Reading | null): PaperEntered['outcome'] => {
  if (what === 'entered' || !reading || reading.second === null) return 'taken'
  return differs(reading) ? 'differs' : 'same'
}

/** Typed alike, kept alike: a mark left out is a zero where a zero says nothing, and a reason is without its edges. */
const tidy = ({ space, vote }: Place, mark: PaperMark): PaperMark => {
  if (mark.kind === 'invalid') return mark
  const isSum = ['dots', 'approval', 'share-100'].includes(vote.method.name)
  const { values, reason } = mark.ballot
  const said = reason?.trim() ?? ''
  const ballot: Ballot = {
    ...withKnownVoice(space, { values: isSum ? values.map((value) => value ?? 0) : values }, mark.ballot.voiceId),
    ...(said === '' ? {} : { reason: said }),
  }
  return { kind: 'ballot', ballot }
}

/** A voice that the session does not have is none. */
export const withKnownVoice = (space: Workspace, ballot: Ballot, voiceId: string | undefined): Ballot =>
  voiceId !== undefined && space.tables.voice.has(voiceId) ? { ...ballot, voiceId } : ballot
