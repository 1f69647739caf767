import { IconArrowsSplit, IconCopyCheck, IconLink, IconStack2, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Cluster } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { useRecord } from '../../../shared/replica/react'
import { runAction } from '../../app/actions'
import { Drawer } from '../../app/drawer'
import { selection } from '../../app/selection'
import { CardWords } from '../map/card-view'
import type { BoardIndex } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { LinksField } from './links-field'
import { WordingField } from './wording-field'
import { CARD_DEEDS, MoreMenu } from './more-menu'
import { PlaceFields } from './place-fields'

interface ClusterDrawerProps {
  readonly cluster: Cluster
  readonly index: BoardIndex
}

const Member = ({ cardId, clusterId }: { readonly cardId: string; readonly clusterId: string }) => {
  const t = useT()
  const { deeds, locked } = useBoardWork()
  const card = useRecord('card', cardId)
  if (!card) return null
  return (
    <li className="member-row">
      <button type="button" className="link-open" onClick={() => selection.openDrawer({ type: 'card', id: cardId })}>
        <CardWords card={card} />
      </button>
      {locked ? null : (
        <Button size="small" kind="quiet" onClick={() => void deeds.takeOut(clusterId, [cardId])}>
          {t('board:cluster.takeOut')}
        </Button>
      )}
    </li>
  )
}

const HeadingField = ({ cluster }: { readonly cluster: Cluster }) => {
  const t = useT()
  const { deeds, locked } = useBoardWork()
  const shown = labelText(t, cluster.label)
  const [heading, setHeading] = useState<string | null>(null)
  const keep = (): void => {
    const next = (heading ?? '').trim()
    setHeading(null)
    if (next !== '' && next !== shown) void deeds.rename(cluster.id, next)
  }
  return (
    <div className="field">
      <label htmlFor="cluster-heading">{t('board:cluster.heading')}</label>
      <input
        id="cluster-heading"
        className="input"
        maxLength={LIMITS.label}
        dir="auto"
        readOnly={locked}
        value={heading ?? shown}
        onChange={(event) => setHeading(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => (event.key === 'Enter' ? keep() : undefined)}
      />
    </div>
  )
}

/** All about one cluster. */
export const ClusterDrawer = ({ cluster, index }: ClusterDrawerProps) => {
  const t = useT()
  const { ui, deeds, locked } = useBoardWork()
  const all = deeds.cardsOf([cluster.id])
  const item = [...index.zones.values()].flatMap((zone) => zone.items).find((one) => one.id === cluster.id)
  const cards = item?.cardIds ?? all
  const merged = cluster.kind === 'merged'
  const Icon = merged ? IconCopyCheck : IconStack2
  const [linking, setLinking] = useState(false)
  const close = (): void => {
    selection.closeDrawer()
    ui.patch({ active: cluster.id, wantsFocus: true })
  }
  return (
    <Drawer
      title={t(merged ? 'board:merge.drawer' : 'board:drawer.clusterOf', { count: all.length })}
      mark={<Icon size={18} stroke={1.75} aria-hidden="true" />}
      onClose={close}
      more={locked ? undefined : <MoreMenu deeds={CARD_DEEDS} />}
      actions={
        locked ? undefined : (
          <>
            <Button
              size="small"
              icon={<IconLink size={15} stroke={1.75} aria-hidden="true" />}
              onClick={() => setLinking(true)}
            >
              {t('board:deed.link')}
            </Button>
            <Button
              size="small"
              icon={<IconArrowsSplit size={15} stroke={1.75} aria-hidden="true" />}
              onClick={() => void runAction('board.split')}
            >
              {t('board:deed.split')}
            </Button>
            <Button
              size="small"
              kind="danger"
              icon={<IconTrash size={15} stroke={1.75} aria-hidden="true" />}
              onClick={() => void runAction('board.delete')}
            >
              {t('board:deed.deleteAll', { count: all.length })}
            </Button>
          </>
        )
      }
    >
      {merged ? (
        <WordingField cluster={cluster} />
      ) : (
        <HeadingField key={labelText(t, cluster.label)} cluster={cluster} />
      )}
      <div className="field">
        <span className="field-label">{t('board:drawer.place')}</span>
        <PlaceFields itemId={cluster.id} zone={cluster.zone} />
      </div>
      <div className="field">
        <span className="field-label">{t(merged ? 'board:merge.originals' : 'board:drawer.cards')}</span>
        <ul className="member-list">
          {cards.map((id) => (
            <Member key={id} cardId={id} clusterId={cluster.id} />
          ))}
        </ul>
        {merged ? <p className="field-hint">{t('board:merge.originalsHint')}</p> : null}
      </div>
      <LinksField cardId={cluster.id} adding={linking} onAdded={() => setLinking(false)} locked={locked} />
    </Drawer>
  )
}
