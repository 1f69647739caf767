import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { BoardDrawing } from '../../shared/look/drawings'
import { useCurrentStep } from './group-choice'
import { nav } from './nav'

/** Somebody removed what the address names; the session itself is fine. */
export const MissingPlace = () => {
  const t = useT()
  const current = useCurrentStep()?.id
  return (
    <div className="place place-centred">
      <EmptyState
        drawing={<BoardDrawing />}
        title={t('shell:missing.title')}
        text={t('shell:missing.text')}
        actions={
          <Button
            kind="primary"
            onClick={() => nav.go(current === undefined ? { kind: 'boards' } : { kind: 'step', id: current })}
          >
            {current === undefined ? t('shell:missing.boards') : t('shell:missing.step')}
          </Button>
        }
      />
    </div>
  )
}
