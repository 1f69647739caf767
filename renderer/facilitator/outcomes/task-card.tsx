import type { Task } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useSession } from '../../shared/replica/react'
import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import { useFormat } from '../app/use-format'
import { openOutcome } from './drafts'
import { useOwnerView } from './owner'
import { useRefWords } from './refs'
import { daysLate, stateSince } from './task-view'
import { dayIn, useToday } from './today'

/** Late in days, done on a day, or the day it is due. */
const DueSign = ({ task }: { readonly task: Task }) => {
  const t = useT()
  const { day } = useFormat()
  const today = useToday()
  const timeZone = useSession()?.timeZone
  const late = daysLate(task, today)
  if (task.state === 'done') {
    const since = stateSince(task)
    const words =
      since === undefined
        ? t('outcomes:state.done')
        : t('outcomes:doneOn', { day: day(dayIn(Date.parse(since), timeZone), 'short') })
    return <span className="badge-ok">{words}</span>
  }
  if (late > 0) return <span className="badge-bad">{t('outcomes:late', { count: late })}</span>
  return task.due === undefined ? null : <span className="tag">{day(task.due, 'short')}</span>
}

interface TaskCardProps {
  readonly task: Task
  readonly chosen: boolean
  /** Id of the words that say how to carry it; a card in a plain list has none. */
  readonly helpId?: string
  readonly withState?: boolean
}

/** A task on the board or in a list. Enter and a click open it; Space picks it up where it can be carried. */
export const TaskCard = ({ task, chosen, helpId, withState = false }: TaskCardProps) => {
  const t = useT()
  const owner = useOwnerView()(task.owner)
  const { origin } = useRefWords()
  const look = owner?.look ?? null
  const carry = helpId === undefined ? {} : { [CARRY_ATTRIBUTE]: task.id, 'aria-describedby': helpId }
  const open = (): void => openOutcome({ type: 'task', id: task.id })
  return (
    <div
      {...carry}
      className={`task-card ${look === null ? '' : `edge ${voiceClass(look)}`}`}
      data-chosen={chosen || undefined}
      data-task={task.id}
      role="button"
      tabIndex={0}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        open()
      }}
    >
      <span className="task-text">{task.text}</span>
      {owner === null ? (
        <span className="task-owner quiet">{t('outcomes:owner.nobody')}</span>
      ) : (
        <span className="task-owner">
          {look === null ? null : <VoiceMark voice={look} size={13} />}
          {owner.name}
        </span>
      )}
      <span className="task-foot">
        <span className="task-origin quiet">
          {withState
            ? t(`outcomes:state.${task.state}`)
            : (task.progress ?? (task.origin === undefined ? '' : origin(task.origin)))}
        </span>
        <DueSign task={task} />
      </span>
    </div>
  )
}
