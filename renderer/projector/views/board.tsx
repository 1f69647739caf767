import { useMemo } from 'react'
import type { AxisEntry, Board } from '@core/model/board'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { itemsByZone } from '../../shared/lib/board-items'
import type { ItemsOf } from '../../shared/lib/board-items'
import { boardPictures, pictureAt } from '../../shared/lib/board-pages'
import type { BoardColumn, BoardPicture } from '../../shared/lib/board-pages'
import { useRecord, useTable } from '../../shared/replica/react'
import { Frame } from '../parts/frame'
import { HeardSoFar } from '../parts/heard'
import { JoinCode } from '../parts/join-code'
import { Note } from '../parts/note'
import { useStepName } from '../parts/use-head'
import { BoardItemView } from './board-item'
import { BoardOverview, EntryList } from './board-overview'
import { BoardPlan } from './board-plan'
import './board.css'

interface BoardViewProps {
  readonly boardId: string
  readonly entryId: string | undefined
  readonly page: number
}

/** An overview, then one theme a picture with its zones beside each other; what does not fit goes on to the next. */
export const BoardView = ({ boardId, entryId, page }: BoardViewProps) => {
  const t = useT()
  const head = useStepName()
  const board = useRecord('board', boardId)
  const cards = useTable('card')
  const clusters = useTable('cluster')
  const shown = useMemo(() => {
    if (!board) return null
    const items = itemsByZone(board, cards.values(), clusters.values())
    const pictures = boardPictures(board, items, entryId)
    return { items, picture: pictures[pictureAt(pictures, entryId, page)] }
  }, [board, cards, clusters, entryId, page])
  if (!board || !shown?.picture) return <Note text={t('projector:board.gone')} />
  return (
    <Frame
      head={head}
      className="board"
      foot={
        <>
          <HeardSoFar />
          <JoinCode />
        </>
      }
    >
      <Picture board={board} items={shown.items} picture={shown.picture} />
    </Frame>
  )
}

interface PictureProps {
  readonly board: Board
  readonly items: ItemsOf
  readonly picture: BoardPicture
}

const Picture = ({ board, items, picture }: PictureProps) => {
  const t = useT()
  const title = labelText(t, picture.kind === 'cards' && picture.entry ? picture.entry.label : board.label)
  return (
    <>
      {picture.kind === 'cards' && picture.entry ? <Tabs board={board} entry={picture.entry} /> : null}
      <div className="board-title">
        <h1 dir="auto">{title}</h1>
        {picture.kind === 'cards' && picture.pages > 1 ? (
          <p className="board-page">{t('projector:board.page', { page: picture.page + 1, pages: picture.pages })}</p>
        ) : null}
        {picture.kind === 'cards' && picture.entry ? <BoardPlan board={board} entryId={picture.entry.id} /> : null}
      </div>
      {picture.kind === 'overview' ? <BoardOverview board={board} items={items} /> : null}
      {picture.kind === 'list' ? <EntryList board={board} entries={picture.entries} items={items} /> : null}
      {picture.kind === 'cards' ? (
        <div
          className="board-columns"
          data-columns={picture.columns.length}
          data-rounds={(picture.entry === null && board.layout === 'rounds') || undefined}
        >
          {picture.columns.map((column, at) => (
            <Column key={column.entry?.id ?? at} column={column} number={at + 1} />
          ))}
        </div>
      ) : null}
    </>
  )
}

/** More tabs than these would leave no room for their names: then those around the shown one. */
const MOST_TABS = 8

const tabsAround = (entries: readonly AxisEntry[], entry: AxisEntry): readonly AxisEntry[] => {
  const at = entries.findIndex((one) => one.id === entry.id)
  const from = Math.max(0, Math.min(at - Math.floor(MOST_TABS / 2), entries.length - MOST_TABS))
  return entries.slice(from, from + MOST_TABS)
}

const Tabs = ({ board, entry }: { readonly board: Board; readonly entry: AxisEntry }) => {
  const t = useT()
  return (
    <ol className="board-tabs">
      {tabsAround(board.axes[0]?.entries ?? [], entry).map((one) => (
        <li key={one.id} aria-current={one.id === entry.id ? 'true' : undefined} dir="auto">
          <span>{labelText(t, one.label)}</span>
        </li>
      ))}
    </ol>
  )
}

const Column = ({ column, number }: { readonly column: BoardColumn; readonly number: number }) => {
  const t = useT()
  return (
    <section className="board-column">
      {column.entry ? (
        <h2 dir="auto">
          <span className="board-round" aria-hidden="true">
            {number}
          </span>
          <span className="board-column-name">{labelText(t, column.entry.label)}</span>
        </h2>
      ) : null}
      <ul>
        {column.items.map((item) => (
          <li key={item.kind === 'card' ? item.card.id : item.cluster.id}>
            <BoardItemView item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}
