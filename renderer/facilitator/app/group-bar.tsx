import { ownRunningStep } from '@core/commands/running-step'
import type { Group } from '@core/model/session'
import type { Step } from '@core/model/step'
import { stepClock } from '@core/rules/step-clock'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Strip } from '../../shared/look/progress'
import { useNow, useOrdered, useReadOnly, useReplica, useSession, useTable } from '../../shared/replica/react'
import { runAction } from './actions'
import { clockFigures, stripTone } from './agenda'
import { chooseGroup, useChosenGroup } from './group-choice'
import { nav } from './nav'
import './group-bar.css'

interface TabProps {
  readonly group: Group | undefined
  readonly step: Step | undefined
  readonly now: number
}

/** One group with what it does and how long it has: a click goes there. */
const Tab = ({ group, step, now }: TabProps) => {
  const t = useT()
  const chosen = useChosenGroup()
  const clock = stepClock(step, now)
  const tone = stripTone(clock?.tone ?? 'calm')
  const go = (): void => {
    chooseGroup(group?.id ?? null)
    if (step !== undefined) nav.go({ kind: 'step', id: step.id })
  }
  return (
    <button type="button" className="group-tab" aria-pressed={chosen?.id === group?.id} data-tone={tone} onClick={go}>
      <b>{group === undefined ? t('shell:groups.everybody') : labelText(t, group.label)}</b>
      <span className="group-step">{step === undefined ? t('shell:groups.idle') : labelText(t, step.label)}</span>
      {clock === null ? null : (
        <>
          <span className="group-figures">{clockFigures(clock.left)}</span>
          <span className="group-strip">
            <Strip share={clock.share} tone={tone} />
          </span>
        </>
      )}
    </button>
  )
}

/** Parallel groups: each with its step and its time, both in sight at once. Nothing without groups. */
export const GroupBar = () => {
  const t = useT()
  const { view } = useReplica()
  const groups = useOrdered('group')
  const steps = useTable('step')
  const session = useSession()
  const readOnly = useReadOnly()
  const now = useNow(500)
  if (groups.length === 0 || session?.state === 'closed') return null
  const atWork = groups.some(({ id }) => ownRunningStep(view, id) !== undefined)
  const everybody = steps.size === 0 ? undefined : ownRunningStep(view)
  return (
    <div className="group-bar" role="group" aria-label={t('shell:groups.name')}>
      <Tab group={undefined} step={everybody} now={now} />
      {groups.map((group) => (
        <Tab key={group.id} group={group} step={ownRunningStep(view, group.id)} now={now} />
      ))}
      {atWork && !readOnly ? (
        <Button size="small" className="group-together" onClick={() => void runAction('session.together')}>
          {t('actions:session.together')}
        </Button>
      ) : null}
    </div>
  )
}
