import { IconCopyCheck } from '@tabler/icons-react'
import type { Cluster } from '@core/model/card'
import { labelText } from '../../../shared/i18n/label'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { useIsChosen } from '../state/chosen'
import { VoiceMarks } from './voice-marks'
import { useTakesFocus } from './takes-focus'

interface MergedViewProps {
  readonly cluster: Cluster
  readonly cardIds: readonly string[]
}

/** Cards that say the same, as the one card they are for the room: its words, whose they are, and how many say it. */
export const MergedView = ({ cluster, cardIds }: MergedViewProps) => {
  const { ui, t } = useBoardWork()
  const { id } = cluster
  const chosen = useIsChosen(id)
  const active = useUi(ui, (state) => state.active === id)
  const ref = useTakesFocus(ui, id)
  return (
    <div
      ref={ref}
      {...{ [CARRY_ATTRIBUTE]: id }}
      className="board-card card-plain card-merged"
      role="button"
      tabIndex={active ? 0 : -1}
      aria-pressed={chosen}
      aria-roledescription={t('board:merge.role')}
      aria-describedby="board-card-keys"
    >
      <span className="card-text" dir="auto">
        {labelText(t, cluster.label)}
      </span>
      <span className="card-signs">
        <VoiceMarks cardIds={cardIds} />
        <span className="card-same">
          <IconCopyCheck size={15} stroke={1.75} aria-hidden="true" />
          {t('board:merge.same', { count: cluster.cards.length })}
        </span>
      </span>
    </div>
  )
}
