import type { Step } from '@core/model/step'
import { useRecord } from '../../shared/replica/react'
import { BoardPlace, DialoguePlace, OutcomesPlace, PulsePlace, VotePlace } from './lazy-places'
import { MissingPlace } from './missing-place'
import { TalkPlace } from './talk-place'

const StepWork = ({ step }: { readonly step: Step }) => {
  if (step.show === 'chain') return <DialoguePlace stepId={step.id} />
  if (step.voteId !== undefined) return <VotePlace voteId={step.voteId} stepId={step.id} />
  if (step.boardId !== undefined) return <BoardPlace boardId={step.boardId} stepId={step.id} />
  if (step.kind === 'agreed') return <OutcomesPlace focus="tasks" stepId={step.id} />
  if (step.kind === 'decide') return <OutcomesPlace focus="decisions" stepId={step.id} />
  if (step.kind === 'pulse') return <PulsePlace stepId={step.id} />
  return <TalkPlace step={step} />
}

/** A step of the agenda: the board, vote or list it works on, or else its question in large. */
export const StepPlace = ({ id }: { readonly id: string }) => {
  const step = useRecord('step', id)
  return step === undefined ? <MissingPlace /> : <StepWork step={step} />
}
