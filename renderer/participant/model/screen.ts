import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { Session, Stage } from '@core/model/session'
import type { Step } from '@core/model/step'
import type { Round, Vote } from '@core/model/vote'
import type { Mine } from './memory'

export type VoteRound = { readonly vote: Vote; readonly round: Round; readonly index: number }

/** What the phone shows of the session, chosen by what runs and by what this person has done. */
export type Screen =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'voice' }
  | { readonly kind: 'consent' }
  | ({ readonly kind: 'ballot' } & VoteRound)
  | ({ readonly kind: 'counted' } & VoteRound)
  | ({ readonly kind: 'vote-over' } & VoteRound)
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
  if (mine.quote === undefined) return { kind: 'consent' }
  return runningScreen(view, session, mine, place)
}

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
  const open = openVote(view, step, tablet ? 'kiosk' : 'phone')
  if (open) {
    const state = mine.ballots[open.round.id]?.state
    return { kind: state === 'counted' || state === 'waiting' ? 'counted' : 'ballot', ...open }
  }
  const stage = (groupId === undefined ? undefined : view.group.get(groupId)?.stage) ?? session.stage
  const shown = shownResult(view, stage, step)
  const own = stepVote(view, step) ?? stageVote(view, stage)
  if (shown && (stage.view === 'result' || shown.vote.id === own?.vote.id)) return { kind: 'result', ...shown }
  if (own && ['counting', 'closed'].includes(own.round.state)) return { kind: 'vote-over', ...own }
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

/** The step's own vote first; else any that is open to phones. */
const openVote = (view: DocumentView, step: Step | undefined, channel: 'phone' | 'kiosk'): VoteRound | null => {
  const isOpen = (one: VoteRound | null): one is VoteRound =>
    one !== null && one.round.state === 'open' && one.vote.channels.includes(channel) && one.vote.method.name === 'dots'
  const own = stepVote(view, step)
  if (isOpen(own)) return own
  for (const vote of view.vote.values()) {
    const one = lastRound(vote)
    if (isOpen(one)) return one
  }
  return null
}

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
