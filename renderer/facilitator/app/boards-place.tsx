import { IconArrowRight } from '@tabler/icons-react'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { BoardDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useTable } from '../../shared/replica/react'
import { nav } from './nav'
import { PlaceFrame } from './place-body'
import { PlaceHeader } from './place-header'

/** All boards of the session; the steps open them too. */
export const BoardsPlace = () => {
  const t = useT()
  const boards = useOrdered('board')
  const cards = useTable('card')
  const counts = new Map<string, number>()
  for (const card of cards.values()) counts.set(card.boardId, (counts.get(card.boardId) ?? 0) + 1)
  return (
    <PlaceFrame header={<PlaceHeader title={t('shell:boards.title')} lead={t('shell:boards.lead')} />}>
      {boards.length === 0 ? (
        <div className="place-centred">
          <EmptyState
            drawing={<BoardDrawing />}
            title={t('shell:boards.empty')}
            text={t('shell:boards.emptyText')}
            actions={
              <Button kind="primary" onClick={() => nav.go({ kind: 'people' })}>
                {t('shell:boards.toPeople')}
              </Button>
            }
          />
        </div>
      ) : (
        <ul className="board-list">
          {boards.map((board) => (
            <li key={board.id}>
              <button type="button" className="board-list-row" onClick={() => nav.go({ kind: 'board', id: board.id })}>
                <span className="board-list-name">{labelText(t, board.label)}</span>
                <span className="quiet small">
                  {t('shell:boards.axes', {
                    entries: board.axes.map((axis) => axis.entries.length).join(' × '),
                    layout: t(`shell:layout.${board.layout}`),
                  })}
                </span>
                <span className="board-list-count">
                  {t('shell:boards.cards', { count: counts.get(board.id) ?? 0 })}
                </span>
                <IconArrowRight size={18} stroke={1.75} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </PlaceFrame>
  )
}
