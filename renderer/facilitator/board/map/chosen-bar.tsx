import { IconChartBar, IconStack2, IconTrash, IconX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { runAction } from '../../app/actions'
import { selection } from '../../app/selection'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { chosenIds } from '../state/chosen'

/** From two on: one card alone has its drawer. */
const FEWEST = 2

/** What can be done with several cards at once, in reach of the mouse; the keys do the same. */
export const ChosenBar = () => {
  const t = useT()
  const { ui, deeds, locked } = useBoardWork()
  const chosen = useSyncExternalStore(selection.subscribe, chosenIds)
  const busy = useUi(ui, (state) => state.ask !== null || state.carryWords !== null || state.draft !== null)
  if (locked || busy || chosen.size < FEWEST) return null
  return (
    <div className="chosen-bar" role="group" aria-label={t('board:chosen.name')}>
      <b role="status">{t('board:chosen.count', { count: deeds.cardsOf([...chosen]).length })}</b>
      <Button
        size="small"
        icon={<IconStack2 size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => void runAction('board.cluster')}
      >
        {t('board:cluster.make')}
      </Button>
      <Button
        size="small"
        icon={<IconChartBar size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => void runAction('vote.fromSelection')}
      >
        {t('board:chosen.vote')}
      </Button>
      <Button
        size="small"
        kind="danger"
        icon={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => void runAction('board.delete')}
      >
        {t('board:deed.delete')}
      </Button>
      <IconButton
        size="small"
        name={t('board:chosen.none')}
        icon={<IconX size={16} stroke={1.75} />}
        onClick={() => selection.clear()}
      />
    </div>
  )
}
