import { IconArrowDown, IconArrowRight, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Board } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { BoardDrawing } from '../../../shared/look/drawings'
import { EmptyState } from '../../../shared/look/empty-state'
import { useOrdered, useRecord, useReplica, useRun, useSession, useTable } from '../../../shared/replica/react'
import { nav } from '../../app/nav'
import { PlaceFrame } from '../../app/place-body'
import { PlaceHeader } from '../../app/place-header'
import { reportFailure } from '../../app/problems'
import { AxisEditor } from './axis-editor'
import { NewBoard } from './new-board'
import '../board.css'
import '../tools.css'

const NameField = ({ board, onDone }: { readonly board: Board; readonly onDone: () => void }) => {
  const t = useT()
  const run = useRun()
  const shown = labelText(t, board.label)
  const [name, setName] = useState(shown)
  const keep = async (): Promise<void> => {
    onDone()
    const text = name.trim()
    if (text === '' || text === shown) return
    const done = await run('board.update', { id: board.id, label: { text } })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <form
      className="axis-row"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <input
        className="input"
        aria-label={t('board:boards.name')}
        maxLength={LIMITS.label}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="small" kind="primary" type="submit">
        {t('common:save')}
      </Button>
      <Button size="small" onClick={onDone}>
        {t('common:cancel')}
      </Button>
    </form>
  )
}

interface RowProps {
  readonly board: Board
  readonly boards: readonly Board[]
  readonly cards: number
  readonly locked: boolean
}

const OrderButtons = ({ board, boards }: Pick<RowProps, 'board' | 'boards'>) => {
  const t = useT()
  const run = useRun()
  const at = boards.indexOf(board)
  const name = labelText(t, board.label)
  const move = async (before: string | null): Promise<void> => {
    const done = await run('board.move', { id: board.id, before })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <>
      <IconButton
        size="small"
        name={t('board:boards.earlier', { name })}
        unavailable={at === 0 ? t('board:boards.isFirst') : undefined}
        icon={<IconArrowUp size={16} stroke={1.75} />}
        onClick={() => void move(boards[at - 1]?.id ?? null)}
      />
      <IconButton
        size="small"
        name={t('board:boards.later', { name })}
        unavailable={at === boards.length - 1 ? t('board:boards.isLast') : undefined}
        icon={<IconArrowDown size={16} stroke={1.75} />}
        onClick={() => void move(boards[at + 2]?.id ?? null)}
      />
    </>
  )
}

const BoardRow = ({ board, boards, cards, locked }: RowProps) => {
  const t = useT()
  const run = useRun()
  const [editing, setEditing] = useState<'name' | 'axes' | null>(null)
  const group = useRecord('group', board.groupId)
  const name = labelText(t, board.label)
  const remove = async (): Promise<void> => {
    const done = await run('board.remove', { id: board.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="panel boards-row">
      <div className="boards-head">
        <div className="boards-words">
          <h2>{name}</h2>
          <p className="quiet small">
            {t('shell:boards.axes', {
              entries: board.axes.map((axis) => axis.entries.length).join(' × '),
              layout: t(`shell:layout.${board.layout}`),
            })}
            {' · '}
            {t('shell:boards.cards', { count: cards })}
            {group ? ` · ${t('board:boards.onlyFor', { group: labelText(t, group.label) })}` : null}
          </p>
        </div>
        <Button
          iconAfter={<IconArrowRight size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => nav.go({ kind: 'board', id: board.id })}
        >
          {t('board:boards.open', { name })}
        </Button>
      </div>
      {locked ? null : (
        <div className="actions">
          <Button size="small" kind="quiet" onClick={() => setEditing('name')}>
            {t('board:boards.rename')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            expanded={editing === 'axes'}
            onClick={() => setEditing(editing === 'axes' ? null : 'axes')}
          >
            {t('board:boards.axes')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon={<IconTrash size={15} stroke={1.75} aria-hidden="true" />}
            unavailable={cards > 0 ? t('board:boards.notEmpty') : undefined}
            onClick={() => void remove()}
          >
            {t('board:boards.removeBoard')}
          </Button>
          {boards.length > 1 ? <OrderButtons board={board} boards={boards} /> : null}
        </div>
      )}
      {editing === 'name' ? <NameField board={board} onDone={() => setEditing(null)} /> : null}
      {editing === 'axes' ? <AxisEditor board={board} /> : null}
    </li>
  )
}

/** All boards of the session: open, add, name, and change their columns and rows. */
export const BoardsPlace = () => {
  const t = useT()
  const boards = useOrdered('board')
  const cards = useTable('card')
  const session = useSession()
  const replica = useReplica()
  const [adding, setAdding] = useState(false)
  const locked = session?.state === 'closed' || (replica.snapshot()?.readOnly ?? false)
  const counts = new Map<string, number>()
  for (const card of cards.values()) counts.set(card.boardId, (counts.get(card.boardId) ?? 0) + 1)
  const add = (
    <Button
      kind="primary"
      icon={<IconPlus size={17} stroke={1.9} aria-hidden="true" />}
      onClick={() => setAdding(true)}
    >
      {t('board:boards.add')}
    </Button>
  )
  const empty = boards.length === 0
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('shell:boards.title')}
          lead={t('shell:boards.lead')}
          actions={locked || empty ? undefined : add}
        />
      }
    >
      {empty ? (
        <div className="empty-board">
          <EmptyState
            drawing={<BoardDrawing />}
            title={t('shell:boards.empty')}
            text={t('board:boards.emptyText')}
            actions={locked ? undefined : add}
          />
        </div>
      ) : (
        <ul className="boards-list">
          {boards.map((board) => (
            <BoardRow key={board.id} board={board} boards={boards} cards={counts.get(board.id) ?? 0} locked={locked} />
          ))}
        </ul>
      )}
      {adding ? <NewBoard onClose={() => setAdding(false)} /> : null}
    </PlaceFrame>
  )
}
