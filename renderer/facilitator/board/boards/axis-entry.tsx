import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { TOPIC_GROUPS, TOPICS, topicKey } from '@core/model/topics'
import type { Axis, AxisEntry, Board, Topic } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import type { ChangeReply } from '../../../shared/replica/replica'
import { useReplica, useRun } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'
import type { RowDrag } from './use-row-drag'

export interface AxisProps {
  readonly board: Board
  readonly axis: Axis
  /** Where the axis stands in the zones of the cards. */
  readonly at: number
}

export const told = (reply: ChangeReply): void => {
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

const NO_TOPIC = ''
const isTopic = (value: string): value is Topic => (TOPICS as readonly string[]).includes(value)

/** What the entry is about, from the closed list: it stays true when the entry gets another name. */
const TopicSelect = ({ board, axis, entry }: AxisProps & { readonly entry: AxisEntry }) => {
  const t = useT()
  const run = useRun()
  const choose = async (value: string): Promise<void> =>
    told(
      await run('axis.update-entry', {
        boardId: board.id,
        axisId: axis.id,
        entryId: entry.id,
        topic: isTopic(value) ? value : null,
      }),
    )
  return (
    <select
      className="input axis-topic"
      aria-label={t('board:boards.topic', { name: labelText(t, entry.label) })}
      title={t('board:boards.topicHint')}
      value={entry.topic ?? NO_TOPIC}
      onChange={(event) => void choose(event.target.value)}
    >
      <option value={NO_TOPIC}>{t('board:boards.noTopic')}</option>
      {(['theme', 'level', 'heading'] as const).map((group) => (
        <optgroup key={group} label={t(`boards:axis.${group}`)}>
          {TOPIC_GROUPS[group].map((topic) => (
            <option key={topic} value={topic}>
              {t(topicKey(topic))}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

interface EntryProps extends AxisProps {
  readonly entry: AxisEntry
  readonly drag: RowDrag
}

const useEntryName = ({ board, axis, entry }: EntryProps) => {
  const t = useT()
  const run = useRun()
  const [name, setName] = useState<string | null>(null)
  const shown = labelText(t, entry.label)
  const rename = async (): Promise<void> => {
    const text = (name ?? '').trim()
    setName(null)
    if (text === '' || text === shown) return
    told(await run('axis.update-entry', { boardId: board.id, axisId: axis.id, entryId: entry.id, label: { text } }))
  }
  return { shown, name: name ?? shown, setName, rename }
}

/** How many cards and groups lie in an entry; asked at the moment of removing it. */
const useRemoving = ({ board, axis, at, entry }: EntryProps) => {
  const run = useRun()
  const replica = useReplica()
  const [asking, setAsking] = useState(0)
  const remove = async (): Promise<void> => {
    const { card, cluster } = replica.view
    const inIt = [...card.values(), ...cluster.values()].filter(
      (record) => record.boardId === board.id && record.zone[at] === entry.id,
    )
    if (inIt.length > 0) return setAsking(inIt.length)
    const done = await run('axis.remove-entry', { boardId: board.id, axisId: axis.id, entryId: entry.id })
    // A group remembers a place in it, for taking it apart.
    if (!done.ok && done.error.code === 'not-empty') return setAsking(1)
    return told(done)
  }
  return { asking, setAsking, remove }
}

/** One column or row: its name, topic and order, and a way out for it that leaves no card behind. */
export const EntryRow = (props: EntryProps) => {
  const { board, axis, at, entry, drag } = props
  const t = useT()
  const run = useRun()
  const { shown, name, setName, rename } = useEntryName(props)
  const { asking, setAsking, remove } = useRemoving(props)
  const place = axis.entries.indexOf(entry)
  const last = axis.entries.length - 1
  const move = async (before: string | null): Promise<void> =>
    told(await run('axis.move-entry', { boardId: board.id, axisId: axis.id, entryId: entry.id, before }))
  return (
    <li
      data-dragged={drag.dragged === place || undefined}
      data-drop={drag.target === place ? 'before' : drag.target === place + 1 && place === last ? 'after' : undefined}
    >
      <div className="axis-row">
        <button
          type="button"
          className="axis-grip"
          aria-label={t('board:boards.grip', { name: shown })}
          title={t('board:boards.gripHint')}
          {...drag.handle(place)}
        >
          <IconGripVertical size={17} stroke={1.75} aria-hidden="true" />
        </button>
        <input
          className="input"
          aria-label={t('board:boards.entryName', { name: shown })}
          maxLength={LIMITS.label}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void rename()}
          onKeyDown={(event) => (event.key === 'Enter' ? void rename() : undefined)}
        />
        <TopicSelect board={board} axis={axis} at={at} entry={entry} />
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
          unavailable={place === last ? t('board:boards.isLast') : undefined}
          icon={<IconArrowDown size={16} stroke={1.75} />}
          onClick={() => void move(axis.entries[place + 2]?.id ?? null)}
        />
        <IconButton
          size="small"
          name={t('board:boards.remove', { name: shown })}
          unavailable={last === 0 ? t('board:boards.onlyOne') : undefined}
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
