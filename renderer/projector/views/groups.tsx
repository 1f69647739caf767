import type { Group } from '@core/model/session'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useRecord, useRoom, useSession } from '../../shared/replica/react'
import { ClockFigure, Strip, useClock, useClockWords } from '../parts/clock'
import { Frame } from '../parts/frame'
import { HeardSoFar } from '../parts/heard'

/** Side by side what each parallel group does, and how long it has; the code to join it. */
export const GroupsView = ({ groups }: { readonly groups: readonly Group[] }) => {
  const t = useT()
  const session = useSession()
  return (
    <Frame head={session?.title ?? ''} timed={false} className="groups" foot={<HeardSoFar />}>
      <h1 className="visually-hidden">{t('projector:groups.title')}</h1>
      {groups.map((group) => (
        <GroupColumn key={group.id} group={group} />
      ))}
    </Frame>
  )
}

const GroupColumn = ({ group }: { readonly group: Group }) => {
  const t = useT()
  const room = useRoom()
  const step = useRecord('step', group.currentStepId)
  const clock = useClock(step)
  const words = useClockWords(clock)
  const code = room?.groups.find(({ groupId }) => groupId === group.id)?.code
  return (
    <section className="group-column">
      <h2 dir="auto">{labelText(t, group.label)}</h2>
      <p className="group-task" dir="auto">
        {step ? labelText(t, step.question ?? step.label) : t('projector:groups.waits')}
      </p>
      {clock ? (
        <div className="group-clock" role="timer" data-tone={clock.tone}>
          <ClockFigure clock={clock} className="group-figure" />
          <Strip clock={clock} className="timer-strip" />
          <p className="clock-words">{words}</p>
        </div>
      ) : null}
      {code === undefined || room?.locked ? null : (
        <p className="group-code">
          {t('projector:joinWith')} <b>{code}</b>
        </p>
      )}
    </section>
  )
}
