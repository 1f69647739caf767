import type { CSSProperties } from 'react'
import type { Step } from '@core/model/step'
import { stepClock } from '@core/rules/step-clock'
import type { StepClock as Clock } from '@core/rules/step-clock'
import { formatClock } from '../../shared/i18n/format'
import { useT } from '../../shared/i18n/use-t'
import { useNow } from '../../shared/replica/react'
import { useCurrentStep } from './use-stage'

export const useClock = (step: Step | undefined): Clock | null => stepClock(step, useNow(500))

/** Whole seconds are counted down to 0:00; over time counts up with a plus. */
export const ClockFigure = ({ clock, className }: { readonly clock: Clock; readonly className: string }) => (
  <span className={className}>
    {clock.left < 0 ? '+' : ''}
    {formatClock(clock.left < 0 ? clock.left : Math.ceil(clock.left))}
  </span>
)

/** What the colour of the figures says, in words; nothing while there is time. */
export const useClockWords = (clock: Clock | null): string | null => {
  const t = useT()
  if (!clock) return null
  if (clock.paused) return t('projector:paused')
  if (clock.left <= 0) return t('projector:timeUp')
  return clock.tone === 'calm' ? null : t('projector:minutesLeft', { count: Math.ceil(clock.left / 60) })
}

/** Time left of the running step; over time counts up. From a fifth left on, the minutes also stand in words. */
export const StepClock = () => {
  const clock = useClock(useCurrentStep())
  const words = useClockWords(clock)
  if (!clock) return null
  return (
    <div className="clock" role="timer" data-tone={clock.tone}>
      {words === null ? null : <span className="clock-words">{words}</span>}
      <ClockFigure clock={clock} className="clock-figure" />
    </div>
  )
}

type StripProps = { readonly clock: Clock | null; readonly className: string }

/** Gets shorter as the step goes on. The figures say the same. */
export const Strip = ({ clock, className }: StripProps) => {
  if (!clock) return <div className={className} aria-hidden="true" />
  const style: CSSProperties & Record<'--share', string> = { '--share': `${clock.share * 100}%` }
  return <div className={`${className} time-strip-on`} data-tone={clock.tone} style={style} aria-hidden="true" />
}

export const TimeStrip = () => <Strip clock={useClock(useCurrentStep())} className="time-strip" />
