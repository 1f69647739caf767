import { Menu } from '@mantine/core'
import { IconCheck, IconDots, IconGripVertical, IconMinus, IconPencil } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Step } from '@core/model/step'
import type { RequestArgs } from '@core/protocol/requests'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { IconButton } from '../../shared/look/button'
import { useOrdered } from '../../shared/replica/react'
import { showPanel } from '../app/panels'
import { useSteps } from '../app/use-steps'
import { useFormat } from '../app/use-format'
import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import { InlineField } from './inline-field'
import { CONTRIBUTES, KINDS, MOST_MINUTES, minutesFrom } from './step-draft'
import type { RowTime } from './step-times'
import { useWork, workOf } from './work-choice'

export type Change = Omit<RequestArgs<'step.update'>, 'id'>

export interface RowProps {
  readonly step: Step
  readonly number: number
  readonly count: number
  /** The step below. */
  readonly nextId: string | undefined
  readonly time: RowTime | undefined
  /** Formats clock times: in the session's zone once it runs, plain before. */
  readonly clock: (at: number) => string
  readonly locked: boolean
  readonly helpId: string
  readonly onChange: (id: string, change: Change) => void
  readonly onMove: (id: string, by: -1 | 1) => void
  readonly onCopy: (step: Step) => void
  readonly onSkip: (id: string) => void
  readonly onRemove: (id: string) => void
}

const Sign = ({ step, number }: { readonly step: Step; readonly number: number }) => {
  if (step.state === 'done') return <IconCheck size={16} stroke={2} aria-hidden="true" />
  if (step.state === 'skipped') return <IconMinus size={16} stroke={2} aria-hidden="true" />
  return <span aria-hidden="true">{number}</span>
}

const Grip = ({ step, number, locked, helpId, onMove }: RowProps) => {
  const t = useT()
  const name = t('agenda:row.grip', { number, step: labelText(t, step.label) })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(step.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const carry = locked ? {} : { [CARRY_ATTRIBUTE]: step.id, 'aria-describedby': helpId }
  return (
    <button
      type="button"
      {...carry}
      className="agenda-grip list-grip"
      data-state={step.state}
      aria-label={name}
      title={name}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={15} stroke={1.75} aria-hidden="true" />
      <span className="agenda-number">
        <Sign step={step} number={number} />
      </span>
      {/* Only in the air: the copy that floats says which step it is. */}
      <span className="list-floating" aria-hidden="true">
        {labelText(t, step.label)}
      </span>
    </button>
  )
}

/** What is set beyond the columns, in words. */
const useSigns = (step: Step): readonly string[] => {
  const t = useT()
  return [
    ...(step.show === undefined || step.show === 'step'
      ? []
      : [t('agenda:row.show', { what: t(`shell:stepShow.${step.show}`) })]),
    ...(step.lockAtEnd === true ? [t('agenda:row.locks')] : []),
    ...((step.propose?.length ?? 0) === 0
      ? []
      : [t('agenda:row.propose', { what: (step.propose ?? []).map((one) => t(`shell:propose.${one}`)).join(', ') })]),
  ]
}

const Name = ({ step, locked, onChange }: RowProps) => {
  const t = useT()
  const signs = useSigns(step)
  return (
    <div className="agenda-name">
      <InlineField
        name={t('agenda:column.name')}
        className="agenda-plain"
        value={labelText(t, step.label)}
        maxLength={LIMITS.label}
        readOnly={locked}
        onCommit={(text) => {
          if (text !== '') onChange(step.id, { label: { text } })
        }}
      />
      {signs.length === 0 ? null : (
        <p className="agenda-signs" title={signs.join(' · ')}>
          {signs.join(' · ')}
        </p>
      )}
    </div>
  )
}

const Times = ({ time, clock }: Pick<RowProps, 'time' | 'clock'>) => {
  const t = useT()
  if (time === undefined || (time.planned === null && time.real === null)) return <span className="agenda-time">–</span>
  const { planned, real, off } = time
  const differs = real !== null && Math.abs(off) >= 1
  return (
    <span className="agenda-time">
      {planned === null ? null : <span data-old={differs || undefined}>{clock(planned)}</span>}
      {differs || planned === null ? (
        <b data-tone={off > 0 ? 'warn' : 'ok'} title={t('agenda:row.expected')}>
          {clock(real ?? 0)}
        </b>
      ) : null}
    </span>
  )
}

interface SelectProps<V extends string> {
  readonly name: string
  readonly value: V
  readonly values: readonly V[]
  readonly words: (value: V) => string
  readonly disabled: boolean
  readonly onChange: (value: V) => void
}

const Select = <V extends string>({ name, value, values, words, disabled, onChange }: SelectProps<V>) => (
  <select
    className="input agenda-plain"
    aria-label={name}
    title={words(value)}
    value={value}
    disabled={disabled}
    onChange={(event) => onChange(values.find((one) => one === event.target.value) ?? value)}
  >
    {values.map((one) => (
      <option key={one} value={one}>
        {words(one)}
      </option>
    ))}
  </select>
)

const GroupSelect = ({ step, locked, onChange }: RowProps) => {
  const t = useT()
  const groups = useOrdered('group')
  if (groups.length === 0) return null
  const words = (id: string): string => {
    const group = groups.find((one) => one.id === id)
    return group === undefined ? t('shell:groups.everybody') : labelText(t, group.label)
  }
  return (
    <Select
      name={t('agenda:column.group')}
      value={step.groupId ?? ''}
      values={['', ...groups.map(({ id }) => id)]}
      words={words}
      disabled={locked || step.state === 'running'}
      onChange={(id) => onChange(step.id, { groupId: id === '' ? null : id })}
    />
  )
}

const More = ({ step, number, count, nextId, locked, onMove, onCopy, onSkip, onRemove }: RowProps) => {
  const t = useT()
  const { start } = useSteps()
  const name = t('shell:rail.stepMenu', { step: labelText(t, step.label) })
  const runs = step.state === 'running'
  return (
    <div className="agenda-more">
      <IconButton
        size="small"
        name={t('agenda:row.edit', { step: labelText(t, step.label) })}
        icon={<IconPencil size={16} stroke={1.75} />}
        onClick={() => showPanel({ kind: 'step', id: step.id })}
      />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <button type="button" className="btn btn-icon btn-quiet btn-small" aria-label={name} title={name}>
            <IconDots size={16} stroke={2} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {runs ? null : (
            <Menu.Item disabled={locked} onClick={() => void start(step.id)}>
              {step.state === 'waiting' ? t('shell:step.start') : t('shell:step.startAgain')}
            </Menu.Item>
          )}
          <Menu.Item disabled={locked || number === 1} onClick={() => onMove(step.id, -1)}>
            {t('shell:rail.up')}
          </Menu.Item>
          <Menu.Item disabled={locked || number === count} onClick={() => onMove(step.id, 1)}>
            {t('shell:rail.down')}
          </Menu.Item>
          <Menu.Item disabled={locked} onClick={() => showPanel({ kind: 'step', id: null, before: nextId })}>
            {t('agenda:row.addBelow')}
          </Menu.Item>
          <Menu.Item disabled={locked} onClick={() => onCopy(step)}>
            {t('agenda:row.copy')}
          </Menu.Item>
          {step.state === 'waiting' ? (
            <Menu.Item disabled={locked} onClick={() => onSkip(step.id)}>
              {t('shell:rail.skip')}
            </Menu.Item>
          ) : null}
          <Menu.Item disabled={locked || runs} onClick={() => onRemove(step.id)}>
            {t('shell:rail.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** One step of the agenda, all that changes often in its row. */
export const AgendaRow = (props: RowProps) => {
  const { step, locked, onChange } = props
  const t = useT()
  const { number } = useFormat()
  const work = useWork()
  const minutes = step.minutes + (step.extraMinutes ?? 0)
  return (
    <li className="agenda-row" data-row={step.id} data-state={step.state} data-group={step.groupId ? true : undefined}>
      <Grip {...props} />
      <Name {...props} />
      <Select
        name={t('agenda:column.kind')}
        value={step.kind}
        values={KINDS}
        words={(kind) => t(`shell:stepKind.${kind}`)}
        disabled={locked}
        onChange={(kind) => onChange(step.id, { kind })}
      />
      <div className="agenda-minutes">
        <InlineField
          name={t('agenda:column.minutes')}
          type="number"
          className="agenda-plain"
          value={String(step.minutes)}
          max={MOST_MINUTES}
          readOnly={locked}
          onCommit={(text) => onChange(step.id, { minutes: minutesFrom(text) })}
        />
        {minutes === step.minutes ? null : (
          <span className="agenda-extra">{t('agenda:row.extra', { minutes: number(minutes - step.minutes) })}</span>
        )}
      </div>
      <Times {...props} />
      <Select
        name={t('agenda:column.work')}
        value={workOf(step)}
        values={work.values}
        words={work.words}
        disabled={locked}
        onChange={(value) => onChange(step.id, work.change(value))}
      />
      <Select
        name={t('agenda:column.phones')}
        value={step.contribute}
        values={CONTRIBUTES}
        words={(one) => t(`shell:contribute.${one}`)}
        disabled={locked}
        onChange={(contribute) => onChange(step.id, { contribute })}
      />
      <GroupSelect {...props} />
      <More {...props} />
    </li>
  )
}
