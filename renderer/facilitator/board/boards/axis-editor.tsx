import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Board } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button } from '../../../shared/look/button'
import { useRun } from '../../../shared/replica/react'
import { EntryRow, told } from './axis-entry'
import type { AxisProps } from './axis-entry'
import { BoardFields } from './board-fields'
import { useRowDrag } from './use-row-drag'
import './boards.css'

const AddEntry = ({ board, axis }: Pick<AxisProps, 'board' | 'axis'>) => {
  const t = useT()
  const run = useRun()
  const [name, setName] = useState('')
  const full = axis.entries.length >= LIMITS.axisEntries
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const text = name.trim()
    if (text === '' || full) return
    const entry = { id: newId(), label: { text } }
    const done = await run('axis.add-entry', { boardId: board.id, axisId: axis.id, entry })
    told(done)
    if (done.ok) setName('')
  }
  return (
    <form className="axis-row" onSubmit={(event) => void add(event)}>
      <input
        className="input"
        aria-label={t('board:boards.newEntry', { axis: labelText(t, axis.label) })}
        placeholder={t('board:boards.newEntryShort')}
        maxLength={LIMITS.label}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        size="small"
        type="submit"
        unavailable={full ? t('board:boards.full', { limit: LIMITS.axisEntries }) : undefined}
        icon={<IconPlus size={15} stroke={1.9} aria-hidden="true" />}
      >
        {t('common:add')}
      </Button>
    </form>
  )
}

const AxisName = ({ board, axis }: Pick<AxisProps, 'board' | 'axis'>) => {
  const t = useT()
  const run = useRun()
  const shown = labelText(t, axis.label)
  const [name, setName] = useState<string | null>(null)
  const rename = async (): Promise<void> => {
    const text = (name ?? '').trim()
    setName(null)
    if (text === '' || text === shown) return
    told(await run('axis.update', { boardId: board.id, axisId: axis.id, label: { text } }))
  }
  return (
    <input
      className="input axis-name"
      aria-label={t('board:boards.axisName', { name: shown })}
      maxLength={LIMITS.label}
      dir="auto"
      value={name ?? shown}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => void rename()}
      onKeyDown={(event) => (event.key === 'Enter' ? void rename() : undefined)}
    />
  )
}

/** Taking an axis away is asked once: cards keep their place on the other one, and undo brings it back. */
const RemoveAxis = ({ board, axis }: Pick<AxisProps, 'board' | 'axis'>) => {
  const t = useT()
  const run = useRun()
  const [asking, setAsking] = useState(false)
  const other = board.axes.find((one) => one.id !== axis.id)
  if (!other) return null
  if (!asking) {
    return (
      <Button
        size="small"
        kind="quiet"
        icon={<IconTrash size={15} stroke={1.75} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('board:boards.removeAxis')}
      </Button>
    )
  }
  return (
    <div className="link-form">
      <p>{t('board:boards.removeAxisAsk', { axis: labelText(t, axis.label), other: labelText(t, other.label) })}</p>
      <div className="actions">
        <Button
          size="small"
          kind="danger"
          onClick={() => void run('axis.remove', { boardId: board.id, axisId: axis.id }).then(told)}
        >
          {t('board:boards.removeAxis')}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}

const AxisSection = ({ board, axis, at }: AxisProps) => {
  const t = useT()
  const run = useRun()
  const title = useId()
  const drag = useRowDrag(axis.entries.length, (from, before) => {
    const entryId = axis.entries[from]?.id
    if (entryId === undefined) return
    const ids = { boardId: board.id, axisId: axis.id, entryId }
    void run('axis.move-entry', { ...ids, before: axis.entries[before]?.id ?? null }).then(told)
  })
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{t(at === 0 ? 'board:boards.firstAxis' : 'board:boards.secondAxis')}</h3>
      <AxisName board={board} axis={axis} />
      <ul className="axis-list" ref={drag.list}>
        {axis.entries.map((entry) => (
          <EntryRow key={entry.id} board={board} axis={axis} at={at} entry={entry} drag={drag} />
        ))}
      </ul>
      <AddEntry board={board} axis={axis} />
      <RemoveAxis board={board} axis={axis} />
    </section>
  )
}

/** A second axis begins with one entry, where all cards go; the others are added after it. */
const AddAxis = ({ board }: Pick<AxisProps, 'board'>) => {
  const t = useT()
  const run = useRun()
  if (board.axes.length > 1) return null
  const add = async (): Promise<void> => {
    const entries = [{ id: newId(), label: { text: t('board:boards.firstRow') } }]
    const axis = { id: newId(), label: { text: t('board:boards.rowsName') }, entries }
    told(await run('axis.add', { boardId: board.id, axis }))
  }
  return (
    <section>
      <Button size="small" icon={<IconPlus size={15} stroke={1.9} aria-hidden="true" />} onClick={() => void add()}>
        {t('board:boards.addAxis')}
      </Button>
      <p className="quiet small">{t('board:boards.addAxisHint')}</p>
    </section>
  )
}

/** How a board is drawn and what its columns and rows are: nothing here loses a card. */
export const AxisEditor = ({ board }: { readonly board: Board }) => (
  <div className="axis-editor">
    <BoardFields board={board} />
    {board.axes.map((axis, at) => (
      <AxisSection key={axis.id} board={board} axis={axis} at={at} />
    ))}
    <AddAxis board={board} />
  </div>
)
