import type { Step } from '@core/model/step'
import type { StepClock } from '@core/rules/step-clock'
import { formatTime } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useNow, useSession } from '../../shared/replica/react'
import { ClockFigure, Strip, useClock, useClockWords } from '../parts/clock'
import { Frame } from '../parts/frame'
import { JoinCode } from '../parts/join-code'
import { useStepName } from '../parts/use-head'
import { useCurrentStep, useGroupsAtWork } from '../parts/use-stage'
import { GroupsView } from './groups'

/** The time the whole room goes by. */
export const TimerView = () => {
  const t = useT()
  const head = useStepName()
  const step = useCurrentStep()
  const clock = useClock(step)
  const groups = useGroupsAtWork()
  if (groups.length > 0) return <GroupsView groups={groups} />
  return (
    <Frame head={head} timed="strip" className="timer" foot={<Foot step={step} />}>
      {step?.question ? (
        <h1 className="timer-question" dir="auto">
          {labelText(t, step.question)}
        </h1>
      ) : (
        <h1 className="visually-hidden">{head}</h1>
      )}
      {clock ? (
        <Figures clock={clock} />
      ) : (
        <p className="timer-none">{t(step ? 'projector:timer.noLimit' : 'projector:timer.none')}</p>
      )}
    </Frame>
  )
}

const Figures = ({ clock }: { readonly clock: StepClock }) => {
  const words = useClockWords(clock)
  const until = useUntil(clock)
  return (
    <div className="timer-clock" role="timer" data-tone={clock.tone}>
      <ClockFigure clock={clock} className="timer-figure" />
      <Strip clock={clock} className="timer-strip" />
      <p className="timer-words">{words ?? until}</p>
    </div>
  )
}

/** A clock on the wall says it too: when the time is up. */
const useUntil = (clock: StepClock): string => {
  const t = useT()
  const lang = useLang()
  const zone = useSession()?.timeZone
  const now = useNow(500)
  return t('projector:timer.until', { time: formatTime(lang, now + clock.left * 1000, zone) })
}

const Foot = ({ step }: { readonly step: Step | undefined }) => {
  const t = useT()
  return (
    <>
      <p>{step?.lockAtEnd ? t('projector:timer.locks') : null}</p>
      <JoinCode />
    </>
  )
}
