import { useId } from 'react'
import type { ReactNode } from 'react'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered } from '../../shared/replica/react'
import { CONTRIBUTES, KINDS, MOST_MINUTES, PROPOSALS, SHOWS, minutesFrom } from './step-draft'
import type { StepDraft } from './step-draft'

interface FieldsProps {
  readonly draft: StepDraft
  readonly set: (part: Partial<StepDraft>) => void
}

interface SelectProps<V extends string> {
  readonly name: string
  readonly value: V
  readonly values: readonly V[]
  readonly words: (value: V) => string
  readonly onChange: (value: V) => void
  readonly hint?: string
}

const Select = <V extends string>({ name, value, values, words, onChange, hint }: SelectProps<V>) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(values.find((one) => one === event.target.value) ?? value)}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
    </div>
  )
}

const Words = ({ draft, set }: FieldsProps) => {
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
          rows={2}
          maxLength={LIMITS.label}
          value={draft.question}
          onChange={(event) => set({ question: event.target.value })}
        />
        <span className="field-hint">{t('shell:stepPanel.questionHint')}</span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-instruction`}>{t('shell:stepPanel.instruction')}</label>
        <textarea
          id={`${id}-instruction`}
          className="input"
          rows={2}
          maxLength={LIMITS.label}
          value={draft.instruction}
          onChange={(event) => set({ instruction: event.target.value })}
        />
      </div>
    </>
  )
}

const KindAndTime = ({ draft, set }: FieldsProps) => {
  const t = useT()
  const id = useId()
  return (
    <>
      <div className="field-row">
        <Select
          name={t('shell:stepPanel.kind')}
          value={draft.kind}
          values={KINDS}
          words={(kind) => t(`shell:stepKind.${kind}`)}
          onChange={(kind) => set({ kind })}
        />
        <div className="field step-minutes">
          <label htmlFor={id}>{t('shell:stepPanel.minutes')}</label>
          <input
            id={id}
            className="input"
            type="number"
            min={0}
            max={MOST_MINUTES}
            value={draft.minutes}
            onChange={(event) => set({ minutes: minutesFrom(event.target.value) })}
          />
        </div>
      </div>
      {draft.minutes === 0 ? <p className="field-hint">{t('shell:stepPanel.noTimer')}</p> : null}
      <Tick on={draft.lockAtEnd} onChange={(lockAtEnd) => set({ lockAtEnd })}>
        {t('shell:stepPanel.lockAtEnd')}
      </Tick>
    </>
  )
}

interface TickProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}

const Tick = ({ on, onChange, children }: TickProps) => (
  <label className="tick">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
    <span>{children}</span>
  </label>
)

/** Which board or vote the step works on, and for whom. */
const Work = ({ draft, set }: FieldsProps) => {
  const t = useT()
  const boards = useOrdered('board')
  const votes = useOrdered('vote')
  const groups = useOrdered('group')
  const name = (list: readonly { readonly id: string; readonly words: string }[], none: string) => (id: string) =>
    list.find((one) => one.id === id)?.words ?? none
  const boardName = name(
    boards.map(({ id, label }) => ({ id, words: labelText(t, label) })),
    t('shell:stepPanel.noBoard'),
  )
  const voteName = name(
    votes.map(({ id, question }) => ({ id, words: question })),
    t('shell:stepPanel.noVote'),
  )
  const groupName = name(
    groups.map(({ id, label }) => ({ id, words: labelText(t, label) })),
    t('shell:groups.everybody'),
  )
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => ['', ...list.map(({ id }) => id)]
  return (
    <>
      <Select
        name={t('shell:stepPanel.board')}
        value={draft.boardId}
        values={ids(boards)}
        words={boardName}
        onChange={(boardId) => set({ boardId })}
      />
      {votes.length === 0 ? null : (
        <Select
          name={t('shell:stepPanel.vote')}
          value={draft.voteId}
          values={ids(votes)}
          words={voteName}
          onChange={(voteId) => set({ voteId })}
        />
      )}
      {groups.length === 0 ? null : (
        <Select
          name={t('shell:stepPanel.group')}
          value={draft.groupId}
          values={ids(groups)}
          words={groupName}
          onChange={(groupId) => set({ groupId })}
        />
      )}
    </>
  )
}

/** What the projector shows and what phones may do. */
const Room = ({ draft, set }: FieldsProps) => {
  const t = useT()
  const propose = (kind: (typeof PROPOSALS)[number], on: boolean): void =>
    set({ propose: PROPOSALS.filter((one) => (one === kind ? on : draft.propose.includes(one))) })
  return (
    <>
      <Select
        name={t('shell:stepPanel.show')}
        value={draft.show}
        values={SHOWS}
        words={(show) => t(`shell:stepShow.${show}`)}
        onChange={(show) => set({ show })}
      />
      <Select
        name={t('shell:stepPanel.contribute')}
        value={draft.contribute}
        values={CONTRIBUTES}
        words={(one) => t(`shell:contribute.${one}`)}
        onChange={(contribute) => set({ contribute })}
        {...(draft.contribute !== 'closed' && draft.boardId === '' ? { hint: t('shell:stepPanel.needsBoard') } : {})}
      />
      <fieldset className="step-propose">
        <legend>{t('shell:stepPanel.propose')}</legend>
        {PROPOSALS.map((kind) => (
          <Tick key={kind} on={draft.propose.includes(kind)} onChange={(on) => propose(kind, on)}>
            {t(`shell:propose.${kind}`)}
          </Tick>
        ))}
      </fieldset>
    </>
  )
}

/** Everything about a step, in the order in which one thinks of it. */
export const StepFields = (props: FieldsProps) => (
  <>
    <Words {...props} />
    <KindAndTime {...props} />
    <Work {...props} />
    <Room {...props} />
  </>
)
