import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Task } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { Segmented } from '../../shared/look/segmented'
import { useOrdered } from '../../shared/replica/react'
import { openOutcome, startTask } from './drafts'
import { TaskBoard } from './task-board'
import { TasksByDate, TasksByOwner } from './task-groups'
import { daysLate } from './task-view'
import { useToday } from './today'

type View = 'board' | 'owner' | 'date'
const VIEWS: readonly View[] = ['board', 'owner', 'date']

/** Dropped tasks are not hidden, only quiet. */
const Dropped = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  if (tasks.length === 0) return null
  return (
    <div className="dropped">
      <h3 className="quiet">{t('outcomes:droppedTasks', { count: tasks.length })}</h3>
      <ul className="dropped-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <button type="button" className="btn-link quiet" onClick={() => openOutcome({ type: 'task', id: task.id })}>
              {task.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Shown = ({ view, tasks }: { readonly view: View; readonly tasks: readonly Task[] }) => {
  switch (view) {
    case 'board':
      return <TaskBoard tasks={tasks} />
    case 'owner':
      return <TasksByOwner tasks={tasks} />
    case 'date':
      return <TasksByDate tasks={tasks} />
  }
}

export const TasksPane = () => {
  const t = useT()
  const [view, setView] = useState<View>('board')
  const all = useOrdered('task')
  const today = useToday()
  const tasks = all.filter((task) => task.state !== 'dropped')
  const late = tasks.filter((task) => daysLate(task, today) > 0).length
  return (
    <section className="pane tasks-pane" aria-labelledby="tasks-title">
      <div className="pane-head">
        <h2 id="tasks-title">{t('outcomes:tasks')}</h2>
        {late === 0 ? null : <span className="late-words">{t('outcomes:lateTasks', { count: late })}</span>}
        <Segmented<View>
          name={t('outcomes:taskView.name')}
          value={view}
          segments={VIEWS.map((value) => ({ value, label: t(`outcomes:taskView.${value}`) }))}
          onChange={setView}
        />
      </div>
      <div className="pane-body">
        {all.length === 0 ? (
          <div className="pane-empty">
            <EmptyState
              drawing={<PageDrawing />}
              title={t('outcomes:noTask.title')}
              text={t('outcomes:noTask.text')}
              actions={
                <Button icon={<IconPlus size={17} stroke={1.9} />} onClick={() => startTask()}>
                  {t('outcomes:task.write')}
                </Button>
              }
              tip={t('outcomes:noTask.tip')}
              tipIcon={<IconChecklist size={18} stroke={1.75} />}
            />
          </div>
        ) : (
          <>
            <Shown view={view} tasks={tasks} />
            <Dropped tasks={all.filter((task) => task.state === 'dropped')} />
          </>
        )}
      </div>
    </section>
  )
}
