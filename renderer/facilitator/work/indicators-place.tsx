import { IconChartLine, IconPlus } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useSelection } from '../app/selection'
import { startIndicator } from '../outcomes/drafts'
import { RemovedBar } from '../outcomes/removed-bar'
import { useMay } from '../outcomes/use-may'
import { IndicatorPanel } from './indicator-panel'
import { WorkDrawer } from './work-drawer'
import './work.css'

/** Figures with baseline, target and measurements over time. */
export const IndicatorsPlace = () => {
  const t = useT()
  const may = useMay()
  const indicators = useOrdered('indicator')
  const { open } = useSelection()
  const actions = may('indicator.add') ? (
    <Button kind="primary" icon={<IconPlus size={17} stroke={1.9} />} onClick={() => startIndicator()}>
      {t('work:indicator.new')}
    </Button>
  ) : undefined
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('work:indicators.title')}
          lead={t('work:indicators.lead')}
          actions={indicators.length === 0 ? undefined : actions}
        />
      }
      drawer={<WorkDrawer />}
    >
      {indicators.length === 0 ? (
        <div className="work-empty">
          <EmptyState
            drawing={<PageDrawing />}
            title={t('work:indicators.emptyTitle')}
            text={t('work:indicators.emptyText')}
            actions={actions}
            tip={t('work:indicators.tip')}
            tipIcon={<IconChartLine size={18} stroke={1.75} />}
          />
        </div>
      ) : (
        <ul className="work-body indicator-list">
          {indicators.map((indicator) => (
            <IndicatorPanel key={indicator.id} indicator={indicator} chosen={open?.id === indicator.id} />
          ))}
        </ul>
      )}
      <RemovedBar />
    </PlaceFrame>
  )
}
