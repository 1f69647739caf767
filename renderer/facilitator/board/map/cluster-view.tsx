import { IconChevronUp } from '@tabler/icons-react'
import { memo } from 'react'
import type { Cluster } from '@core/model/card'
import { labelText } from '../../../shared/i18n/label'
import { useRecord } from '../../../shared/replica/react'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { useIsChosen } from '../state/chosen'
import { CardView } from './card-view'
import { MergedView } from './merged-view'
import { useTakesFocus } from './takes-focus'
import { VoiceMarks } from './voice-marks'

interface ClusterViewProps {
  readonly id: string
  readonly cardIds: readonly string[]
}

const FirstWords = ({ cardId }: { readonly cardId: string | undefined }) => {
  const { t } = useBoardWork()
  const card = useRecord('card', cardId)
  if (!card) return null
  return (
    <span className="cluster-first" dir="auto">
      {card.revealed ? card.text : t('board:card.hidden')}
    </span>
  )
}

/** Cards that belong together: closed one sheet with its heading, opened a well with its cards. */
const GroupView = ({ cluster, cardIds }: { readonly cluster: Cluster; readonly cardIds: readonly string[] }) => {
  const { ui, t } = useBoardWork()
  const { id } = cluster
  const chosen = useIsChosen(id)
  const active = useUi(ui, (state) => state.active === id)
  const opened = useUi(ui, (state) => state.opened.has(id))
  const ref = useTakesFocus(ui, id)
  return (
    <div className={opened ? 'cluster cluster-open' : 'cluster'} data-chosen={chosen || undefined}>
      <div
        ref={ref}
        {...{ [CARRY_ATTRIBUTE]: id }}
        className="cluster-head"
        role="button"
        tabIndex={active ? 0 : -1}
        aria-pressed={chosen}
        aria-expanded={opened}
        aria-roledescription={t('board:cluster.role')}
        aria-describedby="board-card-keys"
      >
        <span className="cluster-name" dir="auto">
          {labelText(t, cluster.label)}
        </span>
        {opened ? (
          <IconChevronUp className="cluster-fold" size={16} stroke={1.75} aria-hidden="true" />
        ) : (
          <>
            <FirstWords cardId={cardIds[0]} />
            <span className="cluster-foot">
              <VoiceMarks cardIds={cardIds} />
              <span className="cluster-count">{t('board:cluster.cards', { count: cardIds.length })}</span>
            </span>
          </>
        )}
      </div>
      {opened ? (
        <ul className="cluster-cards">
          {cardIds.map((cardId) => (
            <li key={cardId}>
              <CardView id={cardId} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Cards under a heading, or cards that say the same. */
export const ClusterView = memo(({ id, cardIds }: ClusterViewProps) => {
  const cluster = useRecord('cluster', id)
  if (!cluster) return null
  return cluster.kind === 'merged' ? (
    <MergedView cluster={cluster} cardIds={cardIds} />
  ) : (
    <GroupView cluster={cluster} cardIds={cardIds} />
  )
})
ClusterView.displayName = 'ClusterView'
