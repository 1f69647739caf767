import type { CSSProperties } from 'react'
import { formatClock } from '../../shared/i18n/format'
import { useT } from '../../shared/i18n/use-t'
import { stepSeconds, stepSecondsLeft, timeTone } from '../../shared/lib/step-time'
import { useNow, useRecord, useSession } from '../../shared/replica/react'

const useStepTime = () => {
  const step = useRecord('step', useSession()?.currentStepId)
  const now = useNow(500)
  const left = stepSecondsLeft(step, now)
  if (!step || left === null) return null
  const whole = stepSeconds(step)
  return { left, whole, tone: timeTone(left, whole), paused: step.pausedAt !== undefined }
}

/** Time left of the running step; over time counts up. From a fifth left on, the minutes also stand in words. */
export const StepClock = () => {
  const t = useT()
  const time = useStepTime()
  if (!time) return null
  const { left, tone, paused } = time
  const minutes = Math.ceil(left / 60)
  return (
    <div className="clock" role="timer" data-tone={tone}>
      {paused ? <span className="clock-words">{t('projector:paused')}</span> : null}
      {!paused && tone !== 'calm' && left > 0 ? (
        <span className="clock-words">{t('projector:minutesLeft', { count: minutes })}</span>
      ) : null}
      <span className="clock-figure">
        {left < 0 ? '+' : ''}
        {formatClock(left < 0 ? left : Math.ceil(left))}
      </span>
    </div>
  )
}

/** Gets shorter as the step goes on. The clock says the same in figures. */
export const TimeStrip = () => {
  const time = useStepTime()
  if (!time) return <div className="time-strip" aria-hidden="true" />
  const share = Math.min(1, Math.max(0, time.left / time.whole))
  const style: CSSProperties & Record<'--share', string> = { '--share': `${share * 100}%` }
  return <div className="time-strip time-strip-on" data-tone={time.tone} style={style} aria-hidden="true" />
}
