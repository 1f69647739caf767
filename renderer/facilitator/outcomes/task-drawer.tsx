import { IconChecklist, IconTrash } from '@tabler/icons-react'
import type { Task, TaskState } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useRecord, useRun, useSession } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { reportFailure } from '../app/problems'
import { selection } from '../app/selection'
import { useFormat } from '../app/use-format'
import { ProblemNote } from './problem-note'
import { dayIn } from './today'
import { TaskFields, taskArgs, taskDraft } from './task-fields'
import type { TaskDraft } from './task-fields'
import { useLive } from './use-live'
import { useRemoval } from './use-removal'

const STATES: readonly TaskState[] = ['todo', 'doing', 'done', 'dropped']

const History = ({ task }: { readonly task: Task }) => {
  const t = useT()
  const { day } = useFormat()
  const timeZone = useSession()?.timeZone
  return (
    <div className="field">
      <span className="field-label">{t('outcomes:task.history')}</span>
      <ul className="history">
        {task.history.toReversed().map((entry) => (
          <li key={`${entry.at}-${entry.state}`}>
            <span>{day(dayIn(Date.parse(entry.at), timeZone))}</span> <b>{t(`outcomes:state.${entry.state}`)}</b>
            {entry.note === undefined ? null : <span> {entry.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const TaskForm = ({ task }: { readonly task: Task }) => {
  const t = useT()
  const run = useRun()
  const remove = useRemoval()
  const live = useLive<TaskDraft>(taskDraft(task), async (changes, before) =>
    run('task.update', {
      id: task.id,
      ...taskArgs(changes),
      ...(changes.text === undefined ? {} : { was: before.text }),
    }),
  )
  const move = async (state: TaskState): Promise<void> => {
    const done = await run('task.move', { id: task.id, state })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Drawer
      key={task.id}
      title={t('outcomes:task.title')}
      mark={<IconChecklist size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        <Button
          kind="danger"
          size="small"
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void remove('task', task.id, task.text)}
        >
          {t('outcomes:task.remove')}
        </Button>
      }
    >
      <Segmented<TaskState>
        name={t('outcomes:task.state')}
        value={task.state}
        segments={STATES.map((value) => ({ value, label: t(`outcomes:state.${value}`) }))}
        onChange={(state) => void move(state)}
      />
      <div className="form outcome-form" onBlur={live.commit}>
        <ProblemNote
          failure={live.failure}
          conflict={{
            theirs: task.text,
            mine: live.draft.text,
            onKeepMine: live.keepMine,
            onTakeTheirs: live.takeTheirs,
          }}
        />
        <TaskFields draft={live.draft} type={live.type} choose={live.choose} fresh={false} />
      </div>
      <History task={task} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

/** Details of a task; every change is saved as one goes. */
export const TaskDrawer = ({ id }: { readonly id: string }) => {
  const task = useRecord('task', id)
  return task === undefined ? null : <TaskForm key={id} task={task} />
}
