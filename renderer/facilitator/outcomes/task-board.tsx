import { useEffect, useId, useRef, useState } from 'react'
import type { Task } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { useRun } from '../../shared/replica/react'
import { CarryProvider, useCarryTarget } from '../dnd/carry-provider'
import type { CarrySurface } from '../dnd/carry-surface'
import { reportFailure } from '../app/problems'
import { useSelection } from '../app/selection'
import { TaskCard } from './task-card'
import { taskSurface } from './task-surface'
import type { Drop, SurfaceParts, TaskPlace } from './task-surface'
import { BOARD_STATES } from './task-view'
import type { BoardState } from './task-view'

interface ColumnProps {
  readonly state: BoardState
  readonly tasks: readonly Task[]
  readonly openId: string | undefined
  readonly helpId: string
}

const Column = ({ state, tasks, openId, helpId }: ColumnProps) => {
  const t = useT()
  const headId = useId()
  useCarryTarget(`tasks-${state}`)
  return (
    <section className="task-column" aria-labelledby={headId}>
      <h3 id={headId} className="task-column-head">
        <span>{t(`outcomes:state.${state}`)}</span> <span className="quiet">{tasks.length}</span>
      </h3>
      <ul className="task-column-list" data-column={state}>
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskCard task={task} chosen={task.id === openId} helpId={helpId} />
          </li>
        ))}
        {tasks.length === 0 ? <li className="missing task-none">{t(`outcomes:noTasks.${state}`)}</li> : null}
      </ul>
    </section>
  )
}

/** One surface for as long as the board shows, since it remembers what is in the air; its parts are always the newest. */
const useSurface = (parts: SurfaceParts): CarrySurface<TaskPlace> => {
  const newest = useRef(parts)
  useEffect(() => {
    newest.current = parts
  })
  const [surface] = useState(() =>
    taskSurface({
      board: () => newest.current.board(),
      ids: (state) => newest.current.ids(state),
      onDrop: (drop) => newest.current.onDrop(drop),
      say: (place) => newest.current.say(place),
    }),
  )
  return surface
}

/** To do, doing, done: carried by mouse, touch and keyboard. The drawer offers the same without carrying. */
export const TaskBoard = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  const run = useRun()
  const helpId = useId()
  const board = useRef<HTMLDivElement>(null)
  const { open } = useSelection()
  const [said, setSaid] = useState('')
  const inState = (state: BoardState): readonly Task[] => tasks.filter((task) => task.state === state)
  const move = async ({ id, state, before, by }: Drop): Promise<void> => {
    const moving = run('task.move', { id, state, before })
    // In another column the card is a new element: the keyboard stays with it.
    if (by === 'keyboard') {
      requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[data-task="${id}"]`)?.focus())
    }
    const done = await moving
    if (!done.ok) reportFailure(done.error)
  }
  const say = (place: TaskPlace | null): void =>
    setSaid(
      place === null
        ? t('outcomes:carry.back')
        : t('outcomes:carry.at', { column: t(`outcomes:state.${place.state}`), place: place.index + 1 }),
    )
  const parts: SurfaceParts = {
    board: () => board.current,
    ids: (state) => inState(state).map(({ id }) => id),
    onDrop: (drop) => void move(drop),
    say,
  }
  return (
    <CarryProvider surface={useSurface(parts)} className="task-carry">
      <div ref={board} className="task-board">
        {BOARD_STATES.map((state) => (
          <Column
            key={state}
            state={state}
            tasks={inState(state)}
            openId={open?.type === 'task' ? open.id : undefined}
            helpId={helpId}
          />
        ))}
        <div className="drop-line" hidden aria-hidden="true" />
      </div>
      <p id={helpId} className="visually-hidden">
        {t('outcomes:carry.help')}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </CarryProvider>
  )
}
