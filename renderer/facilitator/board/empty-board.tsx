import { IconBulb, IconClipboardText, IconPlus } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { BoardDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useRecord } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { useBoardWork } from './state/board-context'

/** A board without a card: what it is for and the two ways to begin. */
export const EmptyBoard = () => {
  const t = useT()
  const { ui, locked, stepId } = useBoardWork()
  const step = useRecord('step', stepId ?? '')
  return (
    <div className="empty-board">
      <EmptyState
        title={t('board:empty.title')}
        text={t(
          step?.contribute === 'open' || step?.contribute === 'alone' ? 'board:empty.text' : 'board:empty.textAlone',
        )}
        drawing={<BoardDrawing />}
        tip={t('board:empty.tip')}
        tipIcon={<IconBulb size={18} stroke={1.75} aria-hidden="true" />}
        actions={
          locked ? undefined : (
            <>
              <Button
                kind="primary"
                icon={<IconPlus size={17} stroke={1.9} aria-hidden="true" />}
                onClick={() => void runAction('board.newCard')}
              >
                {t('board:empty.first')}
              </Button>
              <Button
                icon={<IconClipboardText size={17} stroke={1.75} aria-hidden="true" />}
                onClick={() => ui.patch({ pasting: '' })}
              >
                {t('board:empty.paste')}
              </Button>
            </>
          )
        }
      />
    </div>
  )
}
