import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import './outcomes.css'

interface ProblemNoteProps {
  readonly failure: Failure | null
  /** For a text that somebody else changed meanwhile: both are shown, nothing is thrown away. */
  readonly conflict?: {
    readonly theirs: string
    readonly mine: string
    readonly onKeepMine: () => void
    readonly onTakeTheirs: () => void
  }
}

/** Why something was refused, beside the words it is about. */
export const ProblemNote = ({ failure, conflict }: ProblemNoteProps) => {
  const t = useT()
  if (failure === null) return null
  if (failure.code !== 'changed-meanwhile' || conflict === undefined) {
    return (
      <div className="notice notice-bad" role="alert">
        <p>
          <b>{t(`errors:${failure.code}.what`, failure.params)}</b> {t(`errors:${failure.code}.do`, failure.params)}
        </p>
      </div>
    )
  }
  return (
    <div className="notice notice-warn conflict" role="alert">
      <b>{t('outcomes:conflict.title')}</b>
      <dl>
        <dt>{t('outcomes:conflict.theirs')}</dt>
        <dd>{conflict.theirs}</dd>
        <dt>{t('outcomes:conflict.mine')}</dt>
        <dd>{conflict.mine}</dd>
      </dl>
      <div className="actions">
        <Button size="small" onClick={conflict.onKeepMine}>
          {t('outcomes:conflict.keepMine')}
        </Button>
        <Button size="small" onClick={conflict.onTakeTheirs}>
          {t('outcomes:conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
