import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useReadingJob } from './use-comparison'

/** Session files are being read: how far, and how to stop. */
export const ReadingFiles = () => {
  const t = useT()
  const { done, total, cancel } = useReadingJob()
  return (
    <PlaceFrame header={<PlaceHeader title={t('compare:reading.title')} lead={t('compare:reading.lead')} />}>
      <div className="compare-reading">
        <Progress
          done={done}
          total={total}
          name={t('compare:reading.title')}
          words={t('compare:reading.progress', { done, count: total })}
          cancel={
            <Button size="small" onClick={() => void cancel()}>
              {t('common:cancel')}
            </Button>
          }
        />
      </div>
    </PlaceFrame>
  )
}
