import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'

/** Somebody else was quicker: both are shown, and nothing is lost until one of them is chosen. */
export const Conflict = (props: {
  readonly theirs: string
  readonly onMine: () => void
  readonly onTheirs: () => void
}) => {
  const t = useT()
  return (
    <div className="conflict" role="alert">
      <p className="conflict-what">{t('board:conflict.what')}</p>
      <p className="conflict-term">{t('board:conflict.theirs')}</p>
      <p className="conflict-text" dir="auto">
        {props.theirs}
      </p>
      <p className="quiet small">{t('board:conflict.mine')}</p>
      <div className="actions">
        <Button size="small" kind="primary" onClick={props.onMine}>
          {t('board:conflict.keepMine')}
        </Button>
        <Button size="small" onClick={props.onTheirs}>
          {t('board:conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
