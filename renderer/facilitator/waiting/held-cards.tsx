import type { Board } from '@core/model/board'
import type { Card } from '@core/model/card'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useChange } from '../people/use-change'
import { FromVoice } from './from-voice'

type RowProps = { readonly card: Card; readonly board: Board | undefined; readonly closed: boolean }

const useZoneWords = (): ((board: Board, zone: readonly string[]) => string) => {
  const t = useT()
  return (board, zone) =>
    board.axes
      .flatMap((axis, at) => {
        const entry = axis.entries.find((one) => one.id === zone[at])
        return entry ? [labelText(t, entry.label)] : []
      })
      .join(', ')
}

/** One choice per side of the board: what came without a place gets it here. */
const Places = ({ card, board }: { readonly card: Card; readonly board: Board }) => {
  const t = useT()
  const change = useChange()
  return (
    <div className="waiting-places">
      {board.axes.map((axis, at) => (
        <select
          key={axis.id}
          className="input"
          aria-label={`${labelText(t, axis.label)}, ${t('waiting:placeOf', { text: card.text.slice(0, 60) })}`}
          value={card.zone[at] ?? ''}
          onChange={(event) =>
            change('card.move', {
              ids: [card.id],
              zone: card.zone.map((id, index) => (index === at ? event.target.value : id)),
            })
          }
        >
          {axis.entries.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {labelText(t, entry.label)}
            </option>
          ))}
        </select>
      ))}
    </div>
  )
}

const Row = ({ card, board, closed }: RowProps) => {
  const t = useT()
  const change = useChange()
  const zoneWords = useZoneWords()
  const text = card.text.slice(0, 80)
  return (
    <li className="waiting-row">
      <div className="waiting-words">
        <p className="small quiet">
          <FromVoice voiceId={card.voiceId} />
          {board
            ? ` \u00b7 ${t('waiting:on', { board: labelText(t, board.label), zone: zoneWords(board, card.zone) })}`
            : null}
        </p>
        <p className="waiting-said" dir="auto">
          {card.text}
        </p>
      </div>
      {closed ? null : (
        <div className="actions">
          {board && card.clusterId === undefined ? <Places card={card} board={board} /> : null}
          <Button
            size="small"
            label={t('waiting:of', { deed: t('waiting:show'), text })}
            onClick={() => change('card.hold', { ids: [card.id], held: false })}
          >
            {t('waiting:show')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            label={t('waiting:of', { deed: t('waiting:remove'), text })}
            onClick={() => change('card.remove', { ids: [card.id] })}
          >
            {t('waiting:remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

type HeldCardsProps = { readonly cards: readonly Card[]; readonly boards: readonly Board[]; readonly closed: boolean }

/** Read, placed and then shown, or taken away: nobody else has seen them yet. */
export const HeldCards = ({ cards, boards, closed }: HeldCardsProps) => {
  const t = useT()
  const change = useChange()
  return (
    <section aria-labelledby="held-title">
      <div className="waiting-head">
        <h2 id="held-title">{t('waiting:cards')}</h2>
        {closed || cards.length < 2 ? null : (
          <Button size="small" onClick={() => change('card.hold', { ids: cards.map((card) => card.id), held: false })}>
            {t('waiting:showAll', { count: cards.length })}
          </Button>
        )}
      </div>
      <ul className="waiting-list">
        {cards.map((card) => (
          <Row key={card.id} card={card} board={boards.find((board) => board.id === card.boardId)} closed={closed} />
        ))}
      </ul>
    </section>
  )
}
