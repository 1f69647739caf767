import type { ReactNode } from 'react'
import type { Task } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { useSelection } from '../app/selection'
import { ownerKey, useOwnerView } from './owner'
import { TaskCard } from './task-card'
import { daysLate } from './task-view'
import { daysBetween, useToday } from './today'

interface Group {
  readonly key: string
  readonly name: string
  readonly mark: ReactNode
  readonly tasks: Task[]
}

const GroupList = ({ groups }: { readonly groups: readonly Group[] }) => {
  const { open } = useSelection()
  return (
    <div className="task-groups">
      {groups.map((group) => (
        <section key={group.key} className="task-group">
          <h3 className="task-column-head">
            <span>
              {group.mark} {group.name}
            </span>
            <span className="quiet">{group.tasks.length}</span>
          </h3>
          <ul className="task-group-list">
            {group.tasks.map((task) => (
              <li key={task.id}>
                <TaskCard task={task} chosen={open?.id === task.id} withState />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const byDue = (a: Task, b: Task): number => (a.due ?? '9').localeCompare(b.due ?? '9')

export const TasksByOwner = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  const viewOf = useOwnerView()
  const groups = new Map<string, Group>()
  for (const task of tasks.toSorted(byDue)) {
    const owner = viewOf(task.owner)
    const key = task.owner?.kind === 'organisation' ? `organisation:${task.owner.name}` : ownerKey(task.owner ?? null)
    const group: Group = groups.get(key) ?? {
      key,
      name: owner?.name ?? t('outcomes:owner.nobody'),
      mark: owner?.look == null ? null : <VoiceMark voice={owner.look} size={14} />,
      tasks: [],
    }
    group.tasks.push(task)
    groups.set(key, group)
  }
  return <GroupList groups={[...groups.values()].toSorted((a, b) => b.tasks.length - a.tasks.length)} />
}

/** Days ahead that still belong to "soon". */
const SOON = 14

type When = 'late' | 'soon' | 'later' | 'none' | 'done'
const WHENS: readonly When[] = ['late', 'soon', 'later', 'none', 'done']

const whenOf = (task: Task, today: string): When => {
  if (task.state === 'done') return 'done'
  if (task.due === undefined) return 'none'
  if (daysLate(task, today) > 0) return 'late'
  return daysBetween(today, task.due) <= SOON ? 'soon' : 'later'
}

export const TasksByDate = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  const today = useToday()
  const { day } = useFormat()
  const groups = WHENS.map((when) => ({
    key: when,
    name: t(`outcomes:when.${when}`, { day: day(today, 'short') }),
    mark: null,
    tasks: tasks.filter((task) => whenOf(task, today) === when).toSorted(byDue),
  }))
  return <GroupList groups={groups.filter((group) => group.tasks.length > 0)} />
}
