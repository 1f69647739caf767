import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { BoardDrawing } from '../../shared/look/drawings'
import { useCurrentStep } from './group-choice'
import { nav } from './nav'

interface InsteadProps {
  readonly title: string
  readonly text: string
}

/** Why the place of the address is not shown, and the way to the work. */
const Instead = ({ title, text }: InsteadProps) => {
  const t = useT()
  const current = useCurrentStep()?.id
  return (
    <div className="place place-centred">
      <EmptyState
        drawing={<BoardDrawing />}
        title={title}
        text={text}
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

/** Somebody removed what the address names; the session itself is fine. */
export const MissingPlace = () => {
  const t = useT()
  return <Instead title={t('shell:missing.title')} text={t('shell:missing.text')} />
}

/** The address of a place whose deeds are the facilitator's alone, on a helper's computer. */
export const ElsewherePlace = () => {
  const t = useT()
  return <Instead title={t('shell:helper.elsewhere')} text={t('shell:helper.elsewhereText')} />
}
