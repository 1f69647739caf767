import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Axis, AxisEntry, Board } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button, IconButton } from '../../../shared/look/button'
import type { ChangeReply } from '../../../shared/replica/replica'
import { useReplica, useRun } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'

interface AxisProps {
  readonly board: Board
  readonly axis: Axis
  /** Where the axis stands in the zones of the cards. */
  readonly at: number
}

const told = (reply: ChangeReply): void => {
  if (!reply.ok) reportFailure(reply.error)
}

/** Asked before a column or row with cards goes: they are moved, never lost. */
const RemoveForm = (
  props: AxisProps & { readonly entry: AxisEntry; readonly count: number; readonly onDone: () => void },
) => {
  const t = useT()
  const run = useRun()
  const others = props.axis.entries.filter((entry) => entry.id !== props.entry.id)
  const [to, setTo] = useState(others[0]?.id ?? '')
  const remove = async (): Promise<void> => {
    const { board, axis, entry } = props
    told(await run('axis.remove-entry', { boardId: board.id, axisId: axis.id, entryId: entry.id, to }))
    props.onDone()
  }
  return (
    <div className="link-form">
      <div className="field">
        <label htmlFor={`to-${props.entry.id}`}>{t('board:boards.cardsGo', { count: props.count })}</label>
        <select
          id={`to-${props.entry.id}`}
          className="input"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          {others.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {labelText(t, entry.label)}
            </option>
          ))}
        </select>
      </div>
      <div className="actions">
        <Button size="small" kind="danger" onClick={() => void remove()}>
          {t('board:boards.removeEntry')}
        </Button>
        <Button size="small" onClick={props.onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}

const EntryRow = ({ board, axis, at, entry }: AxisProps & { readonly entry: AxisEntry }) => {
  const t = useT()
  const run = useRun()
  const replica = useReplica()
  const [name, setName] = useState<string | null>(null)
  const [asking, setAsking] = useState(0)
  const shown = labelText(t, entry.label)
  const place = axis.entries.indexOf(entry)
  const ids = { boardId: board.id, axisId: axis.id, entryId: entry.id }
  const rename = async (): Promise<void> => {
    const text = (name ?? '').trim()
    setName(null)
    if (text !== '' && text !== shown) told(await run('axis.update-entry', { ...ids, label: { text } }))
  }
  const move = async (before: string | null): Promise<void> => told(await run('axis.move-entry', { ...ids, before }))
  const remove = async (): Promise<void> => {
    const { card, cluster } = replica.view
    const inIt = [...card.values(), ...cluster.values()].filter(
      (record) => record.boardId === board.id && record.zone[at] === entry.id,
    )
    if (inIt.length > 0) return setAsking(inIt.length)
    const done = await run('axis.remove-entry', ids)
    // A group remembers a place in it, for taking it apart.
    if (!done.ok && done.error.code === 'not-empty') return setAsking(1)
    return told(done)
  }
  return (
    <li>
      <div className="axis-row">
        <input
          className="input"
          aria-label={t('board:boards.entryName', { name: shown })}
          maxLength={LIMITS.label}
          value={name ?? shown}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void rename()}
          onKeyDown={(event) => (event.key === 'Enter' ? void rename() : undefined)}
        />
        <IconButton
          size="small"
          name={t('board:boards.earlier', { name: shown })}
          unavailable={place === 0 ? t('board:boards.isFirst') : undefined}
          icon={<IconArrowUp size={16} stroke={1.75} />}
          onClick={() => void move(axis.entries[place - 1]?.id ?? null)}
        />
        <IconButton
          size="small"
          name={t('board:boards.later', { name: shown })}
          unavailable={place === axis.entries.length - 1 ? t('board:boards.isLast') : undefined}
          icon={<IconArrowDown size={16} stroke={1.75} />}
          onClick={() => void move(axis.entries[place + 2]?.id ?? null)}
        />
        <IconButton
          size="small"
          name={t('board:boards.remove', { name: shown })}
          unavailable={axis.entries.length === 1 ? t('board:boards.onlyOne') : undefined}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void remove()}
        />
      </div>
      {asking > 0 ? (
        <RemoveForm board={board} axis={axis} at={at} entry={entry} count={asking} onDone={() => setAsking(0)} />
      ) : null}
    </li>
  )
}

const AddEntry = ({ board, axis }: Pick<AxisProps, 'board' | 'axis'>) => {
  const t = useT()
  const run = useRun()
  const [name, setName] = useState('')
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const text = name.trim()
    if (text === '') return
    const done = await run('axis.add-entry', {
      boardId: board.id,
      axisId: axis.id,
      entry: { id: newId(), label: { text } },
    })
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
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" type="submit" icon={<IconPlus size={15} stroke={1.9} aria-hidden="true" />}>
        {t('common:add')}
      </Button>
    </form>
  )
}

/** Columns and rows of a board: name, order, more and fewer. */
export const AxisEditor = ({ board }: { readonly board: Board }) => {
  const t = useT()
  return (
    <div className="axis-editor">
      {board.axes.map((axis, at) => (
        <section key={axis.id} aria-labelledby={`axis-${board.id}-${axis.id}`}>
          <h3 id={`axis-${board.id}-${axis.id}`}>{labelText(t, axis.label)}</h3>
          <ul className="axis-list">
            {axis.entries.map((entry) => (
              <EntryRow key={entry.id} board={board} axis={axis} at={at} entry={entry} />
            ))}
          </ul>
          <AddEntry board={board} axis={axis} />
        </section>
      ))}
    </div>
  )
}
