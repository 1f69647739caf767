import { useMemo } from 'react'
import type { AxisEntry, Board } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { boardPages, CLUSTER_CARDS, itemsByZone, shownEntry } from '../../shared/lib/board-pages'
import type { BoardColumn, BoardItem } from '../../shared/lib/board-pages'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useOrdered, useRecord, useTable } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'
import { Frame } from '../parts/frame'
import { HeardSoFar } from '../parts/heard'
import { JoinCode } from '../parts/join-code'
import { Note } from '../parts/note'
import { useStepName } from '../parts/use-head'

interface BoardViewProps {
  readonly boardId: string
  readonly entryId: string | undefined
  readonly page: number
}

/** One theme a picture, its zones beside each other; what does not fit is on the next page, nothing gets smaller. */
export const BoardView = ({ boardId, entryId, page }: BoardViewProps) => {
  const t = useT()
  const head = useStepName()
  const board = useRecord('board', boardId)
  const cards = useOrdered('card')
  const clusters = useOrdered('cluster')
  const { entry, pages } = useMemo(() => {
    const items = itemsByZone(boardId, cards, clusters)
    const shown = board ? shownEntry(board, entryId, items) : null
    return { entry: shown, pages: board ? boardPages(board, shown, items) : [] }
  }, [board, boardId, cards, clusters, entryId])
  if (!board) return <Note text={t('projector:board.gone')} />
  const index = Math.min(page, pages.length - 1)
  const current = pages[index]
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
      {entry ? <Tabs board={board} entry={entry} /> : null}
      <div className="board-title">
        <h1 dir="auto">{labelText(t, entry ? entry.label : board.label)}</h1>
        {pages.length > 1 ? (
          <p className="board-page">{t('projector:board.page', { page: index + 1, pages: pages.length })}</p>
        ) : null}
      </div>
      <div className="board-columns" data-columns={current?.columns.length ?? 1}>
        {current?.columns.map((column) => (
          <Column key={column.entry.id} column={column} />
        ))}
      </div>
    </Frame>
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

const Column = ({ column }: { readonly column: BoardColumn }) => {
  const t = useT()
  return (
    <section className="board-column">
      <h2 dir="auto">{labelText(t, column.entry.label)}</h2>
      <ul>
        {column.items.map((item) => (
          <li key={item.kind === 'card' ? item.card.id : item.cluster.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Item = ({ item }: { readonly item: BoardItem }) =>
  item.kind === 'card' ? <BigCard card={item.card} /> : <BigCluster cluster={item.cluster} cards={item.cards} />

const useLook = (): ((card: Card) => ReturnType<typeof voiceLook> | null) => {
  const voices = useTable('voice')
  return (card) => (card.voiceId === undefined ? null : voiceLook(voices.get(card.voiceId)?.slot))
}

const BigCard = ({ card }: { readonly card: Card }) => {
  const look = useLook()(card)
  return (
    <article className={look ? `big-card edge ${voiceClass(look)}` : 'big-card big-card-plain'}>
      {look ? <VoiceMark voice={look} size={30} /> : null}
      <p dir="auto">{card.text}</p>
    </article>
  )
}

const BigCluster = ({ cluster, cards }: { readonly cluster: Cluster; readonly cards: readonly Card[] }) => {
  const t = useT()
  const look = useLook()
  const rest = cards.slice(CLUSTER_CARDS)
  const looks = [...new Set(rest.map(look))].filter((one) => one !== null)
  return (
    <div className="big-cluster">
      <h3 dir="auto">{labelText(t, cluster.label)}</h3>
      {cards.slice(0, CLUSTER_CARDS).map((card) => (
        <BigCard key={card.id} card={card} />
      ))}
      {rest.length === 0 ? null : (
        <p className="big-cluster-more">
          {looks.map((one) => (
            <VoiceMark key={one} voice={one} size={28} />
          ))}
          {t('projector:board.more', { count: rest.length })}
        </p>
      )}
    </div>
  )
}
