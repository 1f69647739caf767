import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Step, StepKind } from '@core/model/step'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from './drawer'
import { nav } from './nav'
import { reportFailure } from './problems'
import { SidePanel } from './side-panel'

const KINDS: readonly StepKind[] = ['contribute', 'cluster', 'vote', 'decide', 'agreed', 'talk', 'break', 'pulse']
const DEFAULT_MINUTES = 15
const MOST_MINUTES = 600

type Draft = {
  readonly name: string
  readonly question: string
  readonly kind: StepKind
  readonly minutes: number
  readonly boardId: string
  readonly voteId: string
}

const EMPTY: Draft = { name: '', question: '', kind: 'talk', minutes: DEFAULT_MINUTES, boardId: '', voteId: '' }

const draftOf = (step: Step | undefined, t: (key: string) => string): Draft =>
  step === undefined
    ? EMPTY
    : {
        name: labelText(t, step.label),
        question: step.question === undefined ? '' : labelText(t, step.question),
        kind: step.kind,
        minutes: step.minutes,
        boardId: step.boardId ?? '',
        voteId: step.voteId ?? '',
      }

/** Only what was changed is sent: built-in words that nobody touched stay translatable. */
const changesOf = (before: Draft, after: Draft) => ({
  ...(after.name === before.name ? {} : { label: { text: after.name } }),
  ...(after.question === before.question ? {} : { question: after.question === '' ? null : { text: after.question } }),
  ...(after.kind === before.kind ? {} : { kind: after.kind }),
  ...(after.minutes === before.minutes ? {} : { minutes: after.minutes }),
  ...(after.boardId === before.boardId ? {} : { boardId: after.boardId === '' ? null : after.boardId }),
  ...(after.voteId === before.voteId ? {} : { voteId: after.voteId === '' ? null : after.voteId }),
})

interface FieldsProps {
  readonly draft: Draft
  readonly set: (part: Partial<Draft>) => void
}

const Fields = ({ draft, set }: FieldsProps) => {
  const t = useT()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('shell:stepPanel.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          required
          maxLength={LIMITS.label}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-question`}>{t('shell:stepPanel.question')}</label>
        <textarea
          id={`${id}-question`}
          className="input"
          rows={3}
          maxLength={LIMITS.label}
          value={draft.question}
          onChange={(event) => set({ question: event.target.value })}
        />
        <span className="field-hint">{t('shell:stepPanel.questionHint')}</span>
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('shell:stepPanel.kind')}</label>
          <select
            id={`${id}-kind`}
            className="input"
            value={draft.kind}
            onChange={(event) => set({ kind: KINDS.find((kind) => kind === event.target.value) ?? 'talk' })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`shell:stepKind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field step-minutes">
          <label htmlFor={`${id}-minutes`}>{t('shell:stepPanel.minutes')}</label>
          <input
            id={`${id}-minutes`}
            className="input"
            type="number"
            min={0}
            max={MOST_MINUTES}
            value={draft.minutes}
            onChange={(event) => set({ minutes: Math.min(MOST_MINUTES, Math.max(0, Number(event.target.value) || 0)) })}
          />
        </div>
      </div>
      <WorkFields id={id} draft={draft} set={set} />
    </>
  )
}

/** Which board or vote the step works on. */
const WorkFields = ({ id, draft, set }: FieldsProps & { readonly id: string }) => {
  const t = useT()
  const boards = useOrdered('board')
  const votes = useOrdered('vote')
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-board`}>{t('shell:stepPanel.board')}</label>
        <select
          id={`${id}-board`}
          className="input"
          value={draft.boardId}
          onChange={(event) => set({ boardId: event.target.value })}
        >
          <option value="">{t('shell:stepPanel.noBoard')}</option>
          {boards.map((board) => (
            <option key={board.id} value={board.id}>
              {labelText(t, board.label)}
            </option>
          ))}
        </select>
      </div>
      {votes.length === 0 ? null : (
        <div className="field">
          <label htmlFor={`${id}-vote`}>{t('shell:stepPanel.vote')}</label>
          <select
            id={`${id}-vote`}
            className="input"
            value={draft.voteId}
            onChange={(event) => set({ voteId: event.target.value })}
          >
            <option value="">{t('shell:stepPanel.noVote')}</option>
            {votes.map((vote) => (
              <option key={vote.id} value={vote.id}>
                {vote.question}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

interface StepPanelProps {
  /** null = a new step at the end of the agenda. */
  readonly id: string | null
  readonly onClose: () => void
}

/** Adds or changes a step, beside the agenda that it belongs to. */
export const StepPanel = ({ id, onClose }: StepPanelProps) => {
  const t = useT()
  const form = useId()
  const run = useRun()
  const step = useRecord('step', id)
  const [before] = useState(() => draftOf(step, t))
  const [draft, setDraft] = useState(before)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const name = draft.name.trim()
    if (name === '') return
    const changes = changesOf(before, { ...draft, name, question: draft.question.trim() })
    const stepId = id ?? newId()
    const done =
      id === null
        ? await run('step.add', {
            id: stepId,
            kind: draft.kind,
            minutes: draft.minutes,
            ...changes,
            label: { text: name },
          })
        : await run('step.update', { id, ...changes })
    if (!done.ok) return reportFailure(done.error)
    onClose()
    if (id === null) nav.go({ kind: 'step', id: stepId })
    return undefined
  }
  return (
    <SidePanel side="left">
      <Drawer
        title={id === null ? t('shell:stepPanel.new') : t('shell:stepPanel.edit')}
        onClose={onClose}
        takesFocus
        actions={
          <>
            <Button kind="primary" type="submit" form={form}>
              {id === null ? t('shell:stepPanel.add') : t('common:save')}
            </Button>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
          </>
        }
      >
        <form id={form} className="form" onSubmit={(event) => void save(event)}>
          <Fields draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
        </form>
      </Drawer>
    </SidePanel>
  )
}
