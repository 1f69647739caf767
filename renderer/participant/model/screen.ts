import type { DocumentView } from '@core/model/document'
import { ordered, sessionOf } from '@core/model/document'
import type { Session, Stage } from '@core/model/session'
import type { Step } from '@core/model/step'
import type { Round, Vote } from '@core/model/vote'
import type { Mine } from './memory'

export type VoteRound = { readonly vote: Vote; readonly round: Round; readonly index: number }

/** Which of the questions that are open at once this is. */
export type Part = { readonly number: number; readonly count: number }

/** In `Mine.at`: this person looks at all questions. */
export const ALL_VOTES = 'all'

/** What the phone shows of the session, chosen by what runs and by what this person has done. */
export type Screen =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'voice' }
  | { readonly kind: 'consent' }
  | ({ readonly kind: 'slip'; readonly part: Part } & VoteRound)
  | ({ readonly kind: 'ballot'; readonly part: Part } & VoteRound)
  | ({ readonly kind: 'counted' } & VoteRound)
  /** Several are open: what was handed in and what not. */
  | { readonly kind: 'votes'; readonly votes: readonly VoteRound[] }
  /** `passing`: it is not what the room does now, so that one reads it and goes on. */
  | ({ readonly kind: 'vote-over'; readonly passing: boolean } & VoteRound)
  | ({ readonly kind: 'result' } & VoteRound)
  | { readonly kind: 'contribute'; readonly step: Step }
  | { readonly kind: 'pulse'; readonly step: Step }
  | { readonly kind: 'wait'; readonly step: Step | undefined }
  | { readonly kind: 'ended'; readonly result: VoteRound | null }

/** What a phone's page is: the parallel group it belongs to, and whether it is the tablet. */
export type Place = { readonly groupId?: string | undefined; readonly tablet?: boolean }

export const screenOf = (view: DocumentView, mine: Mine, place: Place = {}): Screen => {
  const session = sessionOf(view)
  if (!session) return { kind: 'nothing' }
  if (session.state === 'closed') return { kind: 'ended', result: shownResult(view, session.stage) }
  if (!mine.entered) return { kind: 'welcome' }
  if (!knownVoice(view, mine)) return { kind: 'voice' }
  const running = runningScreen(view, session, mine, place)
  // On the tablet everybody would be asked anew; whoever votes there gives no words that could be quoted.
  const asks = mine.quote === undefined && !(place.tablet && VOTING.includes(running.kind))
  return asks ? { kind: 'consent' } : running
}

const VOTING: readonly Screen['kind'][] = ['slip', 'ballot', 'counted', 'votes']

/** Rather not saying is an answer; a voice that the session no longer has is not. */
const knownVoice = (view: DocumentView, { voiceId }: Mine): boolean =>
  voiceId === null || (voiceId !== undefined && view.voice.has(voiceId))

const runningScreen = (
  view: DocumentView,
  session: Session,
  mine: Mine,
  { groupId, tablet = false }: Place,
): Screen => {
  const step = currentStep(view, groupId)
  const open = openVotes(view, step, tablet ? 'kiosk' : 'phone')
  const asked = votingScreen(open, mine)
  if (asked) return asked
  const stage = (groupId === undefined ? undefined : view.group.get(groupId)?.stage) ?? session.stage
  const shown = shownResult(view, stage, step)
  const own = stepVote(view, step) ?? stageVote(view, stage)
  if (shown && (stage.view === 'result' || shown.vote.id === own?.vote.id)) return { kind: 'result', ...shown }
  if (own && ['counting', 'closed'].includes(own.round.state)) return { kind: 'vote-over', passing: false, ...own }
  const ended = shutMeanwhile(view, mine)
  if (ended) return { kind: 'vote-over', passing: true, ...ended }
  if (step?.kind === 'pulse' && view.pulse.size > 0) return { kind: 'pulse', step }
  if (step && step.contribute !== 'closed' && step.boardId !== undefined) return { kind: 'contribute', step }
  return { kind: 'wait', step }
}

/** What this phone's group does now, else what everybody does. */
export const currentStep = (view: DocumentView, groupId: string | undefined): Step | undefined =>
  running(view, groupId) ?? (groupId === undefined ? undefined : running(view, undefined))

const running = (view: DocumentView, groupId: string | undefined): Step | undefined =>
  [...view.step.values()].find((step) => step.state === 'running' && step.groupId === groupId)

const lastRound = (vote: Vote): VoteRound | null => {
  const index = vote.rounds.length - 1
  const round = vote.rounds[index]
  return round ? { vote, round, index } : null
}

const stepVote = (view: DocumentView, step: Step | undefined): VoteRound | null => {
  if (!step) return null
  const vote = view.vote.get(step.voteId ?? '') ?? [...view.vote.values()].find((one) => one.stepId === step.id)
  return vote ? lastRound(vote) : null
}

/** A vote without a step of its own runs as long as the projector shows it. */
const stageVote = (view: DocumentView, stage: Stage): VoteRound | null => {
  const vote = stage.view === 'vote' ? view.vote.get(stage.voteId) : undefined
  return vote ? lastRound(vote) : null
}

/** The step's own vote first, then the others that are open to this channel. */
export const openVotes = (view: DocumentView, step: Step | undefined, channel: 'phone' | 'kiosk'): VoteRound[] => {
  const own = stepVote(view, step)
  const others = ordered(view, 'vote').flatMap((vote) => (vote.id === own?.vote.id ? [] : (lastRound(vote) ?? [])))
  return [...(own ? [own] : []), ...others].filter(
    ({ vote, round }) => round.state === 'open' && vote.channels.includes(channel),
  )
}

const isIn = (mine: Mine, { round }: VoteRound): boolean => {
  const state = mine.ballots[round.id]?.state
  return state === 'counted' || state === 'waiting'
}

/** One question after the other; then all of them, to change one. */
const votingScreen = (open: readonly VoteRound[], mine: Mine): Screen | null => {
  const [first] = open
  if (!first) return null
  const left = open.find((one) => !isIn(mine, one))
  const chosen = open.find(({ round }) => round.id === mine.at)
  if (open.length > 1 && (mine.at === ALL_VOTES || (!left && !chosen))) return { kind: 'votes', votes: open }
  const now = chosen && !isIn(mine, chosen) ? chosen : left
  if (!now) return open.length > 1 ? { kind: 'votes', votes: open } : { kind: 'counted', ...first }
  const part = { number: open.indexOf(now) + 1, count: open.length }
  const needsSlip = now.vote.admission === 'codes' && mine.slips?.[now.round.id] === undefined
  return { kind: needsSlip ? 'slip' : 'ballot', part, ...now }
}

/** A vote that was shut while something else runs: whoever began a ballot is told what became of it. */
const shutMeanwhile = (view: DocumentView, mine: Mine): VoteRound | undefined =>
  [...view.vote.values()]
    .map(lastRound)
    .filter((one) => one !== null)
    .find(({ vote, round }) => {
      const ballot = mine.ballots[round.id]
      if (!ballot || ballot.seen || vote.resultShown) return false
      const isOver = round.state === 'closed' || round.state === 'counting'
      return isOver && (ballot.rev > 0 || ballot.unsent === true)
    })

/** The result on the projector, else the step's, else the last one shown. */
const shownResult = (view: DocumentView, stage: Stage, step?: Step): VoteRound | null => {
  const closedRound = (vote: Vote | undefined): VoteRound | null => {
    if (!vote?.resultShown) return null
    const index = vote.rounds.findLastIndex((round) => round.state === 'closed' && round.result !== undefined)
    const round = vote.rounds[index]
    return round ? { vote, round, index } : null
  }
  const onStage = stage.view === 'result' ? closedRound(view.vote.get(stage.voteId)) : null
  const ofStep = closedRound(view.vote.get(step?.voteId ?? ''))
  const shown = [...view.vote.values()].map(closedRound).filter((one) => one !== null)
  return onStage ?? ofStep ?? shown.at(-1) ?? null
}
