import { IconArrowsMove, IconPlus, IconTrash } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { useRecord } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import { runAction } from '../../app/actions'
import { PlaceFields } from '../drawer/place-fields'
import { CardWords, useVoiceClass } from '../map/card-view'
import { DraftCard } from '../map/draft-card'
import { toggleChosen } from '../map/map-keys'
import { keyAt, zoneAt, zoneKey } from '../model/grid'
import type { BoardIndex, ZoneItem } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { useIsChosen } from '../state/chosen'

/** Rows drawn at first in each zone of a large board; a button shows the rest. */
const FIRST = 25

interface RowProps {
  readonly id: string
  readonly index: BoardIndex
}

const RowDeeds = ({
  id,
  zone,
  index,
  name,
}: RowProps & { readonly zone: readonly string[]; readonly name: string }) => {
  const t = useT()
  const { ui, locked } = useBoardWork()
  const chosen = useIsChosen(id)
  const [moving, setMoving] = useState(false)
  if (locked) return null
  return (
    <>
      <div className="outline-deeds">
        <label className="tick small">
          <input type="checkbox" checked={chosen} onChange={() => toggleChosen(index, id)} />
          <span className="visually-hidden">{t('board:outline.choose', { name })}</span>
        </label>
        <IconButton
          size="small"
          expanded={moving}
          name={t('board:outline.move', { name })}
          icon={<IconArrowsMove size={16} stroke={1.75} />}
          onClick={() => setMoving(!moving)}
        />
        <IconButton
          size="small"
          name={t('board:outline.remove', { name })}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => {
            selection.clear()
            ui.patch({ active: id })
            void runAction('board.delete')
          }}
        />
      </div>
      {moving ? <PlaceFields itemId={id} zone={zone} /> : null}
    </>
  )
}

const SPOKEN = 60

const CardRow = memo(({ id, index }: RowProps) => {
  const t = useT()
  const { ui } = useBoardWork()
  const card = useRecord('card', id)
  const edge = useVoiceClass(card)
  if (!card) return null
  return (
    <li className={`outline-row ${edge}`} data-held={card.held || undefined}>
      <button
        type="button"
        className="outline-open"
        onClick={() => {
          ui.patch({ active: id })
          selection.openDrawer({ type: 'card', id })
        }}
      >
        <CardWords card={card} />
        {card.held ? <span className="tag">{t('board:card.held')}</span> : null}
      </button>
      <RowDeeds id={id} zone={card.zone} index={index} name={card.text.slice(0, SPOKEN)} />
    </li>
  )
})
CardRow.displayName = 'CardRow'

const ClusterRow = memo(({ item, index }: { readonly item: ZoneItem; readonly index: BoardIndex }) => {
  const t = useT()
  const { ui } = useBoardWork()
  const cluster = useRecord('cluster', item.id)
  if (!cluster) return null
  const name = labelText(t, cluster.label)
  return (
    <li className="outline-cluster">
      <div className="outline-row">
        <h4 className="outline-cluster-name">
          <button
            type="button"
            className="outline-open"
            onClick={() => {
              ui.patch({ active: item.id })
              selection.openDrawer({ type: 'cluster', id: item.id })
            }}
          >
            {name}
            <span className="quiet">
              {' '}
              {t(item.merged ? 'board:merge.same' : 'board:cluster.cards', { count: item.cardIds.length })}
            </span>
          </button>
        </h4>
        <RowDeeds id={item.id} zone={cluster.zone} index={index} name={name.slice(0, SPOKEN)} />
      </div>
      <ul className="outline-list">
        {item.cardIds.map((id) => (
          <CardRow key={id} id={id} index={index} />
        ))}
      </ul>
    </li>
  )
})
ClusterRow.displayName = 'ClusterRow'

const ZoneList = ({ zone, index }: { readonly zone: readonly string[]; readonly index: BoardIndex }) => {
  const t = useT()
  const { ui, locked, zoneName } = useBoardWork()
  const [all, setAll] = useState(false)
  const draft = useUi(ui, (state) => (state.draft && zoneKey(state.draft.zone) === zoneKey(zone) ? state.draft : null))
  const items = index.zones.get(zoneKey(zone))?.items ?? []
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <>
      {items.length === 0 && !draft ? <p className="quiet small">{t('board:outline.empty')}</p> : null}
      <ul className="outline-list">
        {shown.map((item) =>
          item.kind === 'cluster' ? (
            <ClusterRow key={item.id} item={item} index={index} />
          ) : (
            <CardRow key={item.id} id={item.id} index={index} />
          ),
        )}
        {draft ? (
          <li>
            <DraftCard draft={draft} />
          </li>
        ) : null}
      </ul>
      <div className="actions">
        {shown.length < items.length ? (
          <Button size="small" onClick={() => setAll(true)}>
            {t('board:outline.rest', { count: items.length - shown.length })}
          </Button>
        ) : null}
        {locked || draft ? null : (
          <Button
            size="small"
            kind="quiet"
            icon={<IconPlus size={15} stroke={1.9} aria-hidden="true" />}
            onClick={() => ui.patch({ draft: { zone, before: null } })}
          >
            {t('board:outline.add', { zone: zoneName(zone) })}
          </Button>
        )}
      </div>
    </>
  )
}

const ChosenBar = () => {
  const t = useT()
  const { locked } = useBoardWork()
  if (locked) return null
  return (
    <div className="outline-tools actions">
      <Button size="small" onClick={() => void runAction('board.cluster')}>
        {t('board:outline.cluster')}
      </Button>
      <Button size="small" onClick={() => void runAction('board.split')}>
        {t('board:deed.split')}
      </Button>
      <Button size="small" onClick={() => void runAction('board.setVoice')}>
        {t('board:outline.voice')}
      </Button>
    </div>
  )
}

/** The board as headings and lists: the same cards and deeds, for small screens, high zoom and screen readers. */
export const Outline = ({ index }: { readonly index: BoardIndex }) => {
  const t = useT()
  const { grid } = useBoardWork()
  return (
    <div className="outline" data-area="board">
      <ChosenBar />
      {grid.columns.map((entry, column) => (
        <section key={entry.id} className="outline-column" aria-labelledby={`outline-${entry.id}`}>
          <h2 id={`outline-${entry.id}`}>{labelText(t, entry.label)}</h2>
          {grid.rows.map((level, row) => {
            const zone = zoneAt(grid, { column, row })
            const key = keyAt(grid, { column, row })
            return (
              <div key={key} className="outline-zone">
                {level ? (
                  <h3>
                    {labelText(t, level.label)}{' '}
                    <span className="quiet small">
                      {t('board:zone.cards', { count: index.zones.get(key)?.shown ?? 0 })}
                    </span>
                  </h3>
                ) : null}
                <ZoneList zone={zone} index={index} />
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}
