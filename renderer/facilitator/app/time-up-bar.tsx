import { IconClockPause } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Step } from '@core/model/step'
import { isLocked } from '@core/rules/step-clock'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useNow, useOrdered, useReadOnly, useRun, useSettings, useTable } from '../../shared/replica/react'
import { playChime } from './chime'
import { MessageBar } from './message-bar'
import { reportFailure } from './problems'
import { justEnded, timesLeft } from './time-up'
import type { TimesLeft } from './time-up'

const MORE_MINUTES = 5

/** Sounds once at the end of a timer, on this computer only; can be off. */
const useEndSound = (now: number): void => {
  const steps = useTable('step')
  const sound = useSettings()?.sound ?? true
  const before = useRef<TimesLeft>(new Map())
  useEffect(() => {
    const left = timesLeft(steps.values(), now)
    if (sound && justEnded(before.current, left)) void playChime()
    before.current = left
  }, [steps, now, sound])
}

const Closed = ({ step }: { readonly step: Step }) => {
  const t = useT()
  const run = useRun()
  const readOnly = useReadOnly()
  const group = useTable('group').get(step.groupId ?? '')
  const more = async (): Promise<void> => {
    const done = await run('step.extend', { id: step.id, minutes: MORE_MINUTES })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <MessageBar
      tone="warn"
      icon={<IconClockPause size={19} stroke={1.75} />}
      title={
        group === undefined
          ? t('shell:timeUp.title')
          : t('shell:timeUp.titleGroup', { group: labelText(t, group.label) })
      }
      words={t('shell:timeUp.text')}
      action={
        readOnly ? undefined : (
          <Button size="small" onClick={() => void more()}>
            {t('shell:timeUp.more', { count: MORE_MINUTES })}
          </Button>
        )
      }
    />
  )
}

/** What the end of a timer has closed, and the way to open it again. */
export const TimeUpBar = () => {
  const now = useNow(500)
  const locked = useOrdered('step').filter((step) => isLocked(step, now))
  useEndSound(now)
  return (
    <div className="message-bars" role="status">
      {locked.map((step) => (
        <Closed key={step.id} step={step} />
      ))}
    </div>
  )
}
