import { IconCheck, IconDots, IconMinus, IconPlus } from '@tabler/icons-react'
import { Menu } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Step } from '@core/model/step'
import { stepMinutes } from '@core/rules/agenda-time'
import { stepClock } from '@core/rules/step-clock'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useHelper, useNow, useReadOnly, useRun, useSession, useTable } from '../../shared/replica/react'
import { stripTone } from './agenda'
import { nav, useNav } from './nav'
import { showPanel } from './panels'
import { reportFailure } from './problems'
import { useSteps } from './use-steps'

const useStepDeeds = (steps: readonly Step[]) => {
  const run = useRun()
  const { start } = useSteps()
  const move = async (id: string, by: -1 | 1): Promise<void> => {
    const at = steps.findIndex((step) => step.id === id)
    const to = at + by
    if (at < 0 || to < 0 || to >= steps.length) return
    const before = by < 0 ? steps[to]?.id : steps[to + 1]?.id
    const moved = await run('step.move', { id, before: before ?? null })
    if (!moved.ok) reportFailure(moved.error)
  }
  const skip = async (id: string): Promise<void> => {
    const skipped = await run('step.skip', { id })
    if (!skipped.ok) reportFailure(skipped.error)
  }
  const remove = async (id: string): Promise<void> => {
    const removed = await run('step.remove', { id })
    if (!removed.ok) reportFailure(removed.error)
  }
  return { start, move, skip, remove }
}

interface StepMenuProps {
  readonly step: Step
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly deeds: ReturnType<typeof useStepDeeds>
}

const StepMenu = ({ step, name, isFirst, isLast, deeds }: StepMenuProps) => {
  const t = useT()
  const runs = step.state === 'running'
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="rail-more"
          aria-label={t('shell:rail.stepMenu', { step: name })}
          title={t('shell:rail.stepMenu', { step: name })}
        >
          <IconDots size={16} stroke={2} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {runs ? null : (
          <Menu.Item onClick={() => void deeds.start(step.id)}>
            {step.state === 'waiting' ? t('shell:step.start') : t('shell:step.startAgain')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => showPanel({ kind: 'step', id: step.id })}>{t('shell:rail.edit')}</Menu.Item>
        <Menu.Item disabled={isFirst} onClick={() => void deeds.move(step.id, -1)}>
          {t('shell:rail.up')}
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => void deeds.move(step.id, 1)}>
          {t('shell:rail.down')}
        </Menu.Item>
        {step.state === 'waiting' ? (
          <Menu.Item onClick={() => void deeds.skip(step.id)}>{t('shell:rail.skip')}</Menu.Item>
        ) : null}
        <Menu.Item disabled={runs} onClick={() => void deeds.remove(step.id)}>
          {t('shell:rail.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const Sign = ({ step, number }: { readonly step: Step; readonly number: number }) => {
  if (step.state === 'done') return <IconCheck size={18} stroke={2} aria-hidden="true" />
  if (step.state === 'skipped') return <IconMinus size={18} stroke={2} aria-hidden="true" />
  return <span className="rail-number">{number}</span>
}

/** How much of the running step is over; a line below its name. */
const Line = ({ step }: { readonly step: Step }) => {
  const clock = stepClock(step, useNow(1000))
  if (clock === null) return null
  const style: CSSProperties & Record<'--share', string> = { '--share': `${Math.round((1 - clock.share) * 100)}%` }
  return <span className="rail-line" data-tone={stripTone(clock.tone)} style={style} aria-hidden="true" />
}

interface RowProps {
  readonly step: Step
  readonly number: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly current: boolean
  readonly deeds: ReturnType<typeof useStepDeeds>
}

/** Comes into sight when its step begins: a long agenda scrolls. */
const useInSight = (current: boolean) => {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return row
}

const Row = ({ step, number, isFirst, isLast, current, deeds }: RowProps) => {
  const t = useT()
  const row = useInSight(current)
  const helper = useHelper()
  const group = useTable('group').get(step.groupId ?? '')
  const { place } = useNav()
  const name = labelText(t, step.label)
  const shown = place.kind === 'step' && place.id === step.id
  const onKeyDown = (event: KeyboardEvent): void => {
    if (helper || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void deeds.move(step.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      ref={row}
      className="rail-step"
      data-group={group === undefined ? undefined : true}
      data-state={step.state}
      data-current={current || undefined}
      data-shown={shown || undefined}
    >
      <button
        type="button"
        className="rail-step-button"
        title={name}
        aria-current={current ? 'step' : shown ? 'page' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={() => nav.go({ kind: 'step', id: step.id })}
        onKeyDown={onKeyDown}
      >
        <span className="rail-sign">
          <Sign step={step} number={number} />
        </span>
        <span className="rail-name">
          {name}
          {group === undefined ? null : <span className="rail-group">{labelText(t, group.label)}</span>}
          {step.state === 'done' || step.state === 'skipped' ? (
            <span className="visually-hidden">{t(`shell:rail.state.${step.state}`)}</span>
          ) : null}
          {current ? <Line step={step} /> : null}
        </span>
        {current ? null : (
          <span className="rail-minutes">
            <span aria-hidden="true">{t('shell:rail.minutesShort', { minutes: stepMinutes(step) })}</span>
            <span className="visually-hidden">{t('shell:rail.minutes', { count: stepMinutes(step) })}</span>
          </span>
        )}
      </button>
      {helper ? null : <StepMenu step={step} name={name} isFirst={isFirst} isLast={isLast} deeds={deeds} />}
    </li>
  )
}

const AddStep = () => {
  const t = useT()
  return (
    <button
      type="button"
      className="rail-add"
      title={t('shell:rail.add')}
      aria-label={t('shell:rail.add')}
      onClick={() => showPanel({ kind: 'step', id: null })}
    >
      <IconPlus size={16} stroke={2} aria-hidden="true" />
      <span>{t('shell:rail.add')}</span>
    </button>
  )
}

interface RailStepsProps {
  /** Those in sight, in order. */
  readonly steps: readonly Step[]
  /** Steps keep their number whichever group is looked at. */
  readonly all: readonly Step[]
}

/** The agenda: the way through the session. Alt with an arrow moves a step. */
export const RailSteps = ({ steps, all }: RailStepsProps) => {
  const t = useT()
  const session = useSession()
  const readOnly = useReadOnly()
  const helper = useHelper()
  const deeds = useStepDeeds(steps)
  return (
    <>
      <ol className="rail-list rail-steps" aria-label={t('shell:rail.agenda')}>
        {steps.map((step, index) => (
          <Row
            key={step.id}
            step={step}
            number={all.indexOf(step) + 1}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            current={step.state === 'running' && session?.state === 'running'}
            deeds={deeds}
          />
        ))}
      </ol>
      {session?.state === 'closed' || readOnly || helper ? null : <AddStep />}
    </>
  )
}
