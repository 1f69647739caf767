import { IconPlayerPauseFilled, IconPlayerPlay, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Step } from '@core/model/step'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { Strip } from '../../shared/look/progress'
import { useNow, useOrdered, useReadOnly, useSession } from '../../shared/replica/react'
import { runAction } from './actions'
import { clockFigures, minutesAhead, stepClock, stepMinutes } from './agenda'
import type { StepClock } from './agenda'
import { useDuration } from './use-duration'

const MINUTE = 60_000

/** What the colour of the clock says, in words too. */
const useClockWords = (clock: StepClock): string => {
  const t = useT()
  if (clock.leftMs < 0) return t('shell:timer.over', { count: Math.ceil(-clock.leftMs / MINUTE) })
  if (clock.leftMs < MINUTE) return t('shell:timer.lastMinute')
  return t('shell:timer.left', { count: Math.ceil(clock.leftMs / MINUTE) })
}

const Running = ({ step, clock }: { readonly step: Step; readonly clock: StepClock }) => {
  const t = useT()
  const words = useClockWords(clock)
  const readOnly = useReadOnly()
  return (
    <div className="timer-box" data-tone={clock.tone} role="group" aria-label={t('shell:timer.name')}>
      <span className="timer-figures" aria-hidden="true">
        {clockFigures(clock.leftMs)}
      </span>
      <span className="visually-hidden">{clock.paused ? t('shell:timer.paused') : words}</span>
      <div className="timer-strip">
        <Strip share={clock.share} tone={clock.tone} />
      </div>
      {clock.tone === 'ink' && !clock.paused ? null : (
        <span className="timer-words" aria-hidden="true">
          {clock.paused ? t('shell:timer.paused') : words}
        </span>
      )}
      {readOnly ? null : <TimerDeeds step={step} />}
    </div>
  )
}

const TimerDeeds = ({ step }: { readonly step: Step }) => {
  const t = useT()
  return (
    <>
      <IconButton
        size="small"
        name={step.pausedAt === undefined ? t('shell:timer.pause') : t('shell:timer.goOn')}
        icon={step.pausedAt === undefined ? <IconPlayerPauseFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
        onClick={() => void runAction('session.pause')}
      />
      <Button kind="quiet" size="small" onClick={() => void runAction('session.extend')}>
        {t('shell:timer.more')}
      </Button>
    </>
  )
}

const Ahead = ({ minutes }: { readonly minutes: number }) => {
  const t = useT()
  const duration = useDuration()
  if (minutes === 0) return <span className="badge-ok timer-ahead">{t('shell:timer.onTime')}</span>
  return minutes > 0 ? (
    <span className="badge-ok timer-ahead">{t('shell:timer.ahead', { duration: duration(minutes) })}</span>
  ) : (
    <span className="badge-warn timer-ahead">{t('shell:timer.behind', { duration: duration(-minutes) })}</span>
  )
}

/** The time of the running step; before the start how long the plan is, after the end nothing. */
export const TimerBox = () => {
  const t = useT()
  const session = useSession()
  const steps = useOrdered('step')
  const now = useNow(500)
  const duration = useDuration()
  const planned = useMemo(() => steps.reduce((sum, step) => sum + stepMinutes(step), 0), [steps])
  const current = steps.find(({ id }) => id === session?.currentStepId)
  const clock = stepClock(current, now)
  if (session?.state === 'prepared') {
    return (
      <div className="top-timer">
        <div className="timer-box">
          <span className="timer-plan">{t('shell:timer.planned', { duration: duration(planned) })}</span>
          <Button
            size="small"
            kind="quiet"
            icon={<IconPlayerPlay size={16} stroke={1.9} />}
            onClick={() => void runAction('session.start')}
          >
            {t('shell:timer.start')}
          </Button>
        </div>
      </div>
    )
  }
  if (session?.state === 'closed') {
    return (
      <div className="top-timer">
        <span className="tag">{t('shell:timer.finished')}</span>
      </div>
    )
  }
  const ahead = minutesAhead(steps, session?.startedAt, now)
  return (
    <div className="top-timer">
      {current === undefined || clock === null ? null : <Running step={current} clock={clock} />}
      {ahead === null ? null : <Ahead minutes={ahead} />}
    </div>
  )
}
