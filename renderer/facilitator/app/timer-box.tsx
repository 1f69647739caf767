import { Menu } from '@mantine/core'
import { IconDots, IconPlayerPauseFilled, IconPlayerPlay, IconPlayerPlayFilled } from '@tabler/icons-react'
import { groupMinutesAhead, minutesAhead, plannedMinutes } from '@core/rules/agenda-time'
import type { Step } from '@core/model/step'
import { stepClock } from '@core/rules/step-clock'
import type { StepClock } from '@core/rules/step-clock'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { Strip } from '../../shared/look/progress'
import { useNow, useOrdered, useReadOnly, useRequest, useSession, useSettings } from '../../shared/replica/react'
import { runAction } from './actions'
import { clockFigures, stripTone } from './agenda'
import { useCurrentStep } from './group-choice'
import { reportFailure } from './problems'
import { useDuration } from './use-duration'

/** What the colour of the clock says, in words too. */
const useClockWords = ({ left, over }: StepClock): string => {
  const t = useT()
  if (over) return t('shell:timer.over', { count: Math.ceil(-left / 60) })
  if (left < 60) return t('shell:timer.lastMinute')
  return t('shell:timer.left', { count: Math.ceil(left / 60) })
}

const Running = ({ step, clock }: { readonly step: Step; readonly clock: StepClock }) => {
  const t = useT()
  const words = useClockWords(clock)
  const readOnly = useReadOnly()
  const tone = stripTone(clock.tone)
  return (
    <div className="timer-box" data-tone={tone} role="group" aria-label={t('shell:timer.name')}>
      <span className="timer-figures" aria-hidden="true">
        {clockFigures(clock.left)}
      </span>
      <span className="visually-hidden">{clock.paused ? t('shell:timer.paused') : words}</span>
      <div className="timer-strip">
        <Strip share={clock.share} tone={tone} />
      </div>
      {tone === 'ink' && !clock.paused ? null : (
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
      <TimerMenu />
    </>
  )
}

/** The rarer deeds of the timer. */
const TimerMenu = () => {
  const t = useT()
  const request = useRequest()
  const sound = useSettings()?.sound ?? true
  const toggle = async (): Promise<void> => {
    const done = await request('settings.set', { sound: !sound })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="btn btn-icon btn-quiet btn-small"
          aria-label={t('shell:timer.menu')}
          title={t('shell:timer.menu')}
        >
          <IconDots size={16} stroke={2} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void runAction('projector.timer')}>{t('actions:projector.timer')}</Menu.Item>
        <Menu.Item onClick={() => void runAction('session.skipStep')}>{t('actions:session.skipStep')}</Menu.Item>
        <Menu.Item onClick={() => void runAction('session.endStep')}>{t('actions:session.endStep')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void toggle()}>
          {sound ? t('shell:timer.soundOff') : t('shell:timer.soundOn')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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

const Planned = ({ steps }: { readonly steps: readonly Step[] }) => {
  const t = useT()
  const duration = useDuration()
  return (
    <div className="timer-box">
      <span className="timer-plan">{t('shell:timer.planned', { duration: duration(plannedMinutes(steps)) })}</span>
      <Button
        size="small"
        kind="quiet"
        icon={<IconPlayerPlay size={16} stroke={1.9} />}
        onClick={() => void runAction('session.start')}
      >
        {t('shell:timer.start')}
      </Button>
    </div>
  )
}

/** The time of the running step; before the start how long the plan is, after the end nothing. */
export const TimerBox = () => {
  const t = useT()
  const session = useSession()
  const steps = useOrdered('step')
  const now = useNow(500)
  const current = useCurrentStep()
  const clock = stepClock(current, now)
  if (session?.state === 'prepared') {
    return (
      <div className="top-timer">
        <Planned steps={steps} />
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
  const ahead =
    current?.groupId === undefined
      ? minutesAhead(steps, session?.startedAt, now)
      : groupMinutesAhead(steps, current.groupId, now)
  return (
    <div className="top-timer">
      {current === undefined || clock === null ? null : <Running step={current} clock={clock} />}
      {ahead === null ? null : <Ahead minutes={ahead} />}
    </div>
  )
}
