import { useId, useRef } from 'react'
import type { Step } from '@core/model/step'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useNow, useOrdered, useRun, useSession } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'
import { CarryProvider } from '../dnd/carry-provider'
import { ListTarget, useListSurface } from './list-surface'
import { AgendaRow } from './agenda-row'
import type { Change } from './agenda-row'
import { copyOf } from './split-plan'
import { plainTime, rowTimes } from './step-times'

const MINUTE = 60_000

const Heads = () => {
  const t = useT()
  const groups = useOrdered('group')
  const columns = ['name', 'kind', 'minutes', 'time', 'work', 'phones', ...(groups.length > 0 ? ['group'] : [])]
  return (
    <div className="agenda-row agenda-heads" aria-hidden="true">
      <span />
      {columns.map((column) => (
        <span key={column}>{t(`agenda:column.${column}`)}</span>
      ))}
      <span />
    </div>
  )
}

interface ListProps {
  readonly steps: readonly Step[]
  /** Minutes of the day. */
  readonly begin: number
  readonly locked: boolean
  readonly say: (words: string) => void
}

const useStepDeeds = (steps: readonly Step[], say: (words: string) => void) => {
  const t = useT()
  const run = useRun()
  const place = async (id: string, before: string | null): Promise<void> => {
    const done = await run('step.move', { id, before })
    if (!done.ok) reportFailure(done.error)
  }
  return {
    place,
    change: async (id: string, change: Change): Promise<void> => {
      const done = await run('step.update', { id, ...change })
      if (!done.ok) reportFailure(done.error)
    },
    move: async (id: string, by: -1 | 1): Promise<void> => {
      const at = steps.findIndex((step) => step.id === id)
      const to = at + by
      const step = steps[at]
      if (step === undefined || to < 0 || to >= steps.length) return
      await place(id, (by < 0 ? steps[to]?.id : steps[to + 1]?.id) ?? null)
      say(t('agenda:moved', { step: labelText(t, step.label), place: to + 1 }))
    },
    copy: async (step: Step): Promise<void> => {
      const before = steps[steps.indexOf(step) + 1]?.id ?? null
      const { boardId, voteId, groupId } = step
      const rests = Object.entries({ boardId, voteId, groupId }).filter(([, id]) => id !== undefined)
      const done = await run('step.add', { ...copyOf(step), ...Object.fromEntries(rests), id: newId(), before })
      if (!done.ok) reportFailure(done.error)
    },
    skip: async (id: string): Promise<void> => {
      const done = await run('step.skip', { id })
      if (!done.ok) reportFailure(done.error)
    },
    remove: async (id: string): Promise<void> => {
      const done = await run('step.remove', { id })
      if (!done.ok) reportFailure(done.error)
    },
  }
}

/** Steps in order, carried by mouse, touch and keyboard, or moved with Alt and the arrows. */
export const AgendaList = ({ steps, begin, locked, say }: ListProps) => {
  const t = useT()
  const helpId = useId()
  const list = useRef<HTMLOListElement>(null)
  const session = useSession()
  const { time } = useFormat()
  const now = useNow(10_000)
  const deeds = useStepDeeds(steps, say)
  const hasGroups = useOrdered('group').length > 0
  const runs = session?.state === 'running' || session?.state === 'closed'
  const start = runs ? Date.parse(session.startedAt ?? '') : begin * MINUTE
  const times = rowTimes(steps, start, session?.state === 'running' ? now : runs ? start : null)
  const surface = useListSurface({
    list: () => list.current,
    ids: () => steps.map(({ id }) => id),
    onDrop: (id, before) => void deeds.place(id, before),
    say: (index) => say(index === null ? t('agenda:carry.back') : t('agenda:carry.at', { place: index + 1 })),
  })
  return (
    <CarryProvider surface={surface} className="agenda-carry">
      <Heads />
      <ol ref={list} className="agenda-list" data-groups={hasGroups || undefined}>
        {steps.map((step, index) => (
          <AgendaRow
            key={step.id}
            step={step}
            number={index + 1}
            count={steps.length}
            nextId={steps[index + 1]?.id}
            time={times.get(step.id)}
            clock={(at) => (runs ? time(at) : plainTime(at / MINUTE))}
            locked={locked}
            helpId={helpId}
            onChange={(id, change) => void deeds.change(id, change)}
            onMove={(id, by) => void deeds.move(id, by)}
            onCopy={(step) => void deeds.copy(step)}
            onSkip={(id) => void deeds.skip(id)}
            onRemove={(id) => void deeds.remove(id)}
          />
        ))}
      </ol>
      <ListTarget />
      <p id={helpId} className="visually-hidden">
        {t('agenda:carry.help')}
      </p>
    </CarryProvider>
  )
}
