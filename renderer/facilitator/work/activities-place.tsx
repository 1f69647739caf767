import { IconActivity, IconMapPin, IconPlus, IconUsers } from '@tabler/icons-react'
import type { Activity } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useSession } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useSelection } from '../app/selection'
import { useFormat } from '../app/use-format'
import { openOutcome, startActivity } from '../outcomes/drafts'
import { RemovedBar } from '../outcomes/removed-bar'
import { useMay } from '../outcomes/use-may'
import { Picture } from './picture-field'
import { WorkDrawer } from './work-drawer'
import './work.css'

const ICON = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

const Row = ({ activity, chosen }: { readonly activity: Activity; readonly chosen: boolean }) => {
  const t = useT()
  const { day } = useFormat()
  const { title, kind, on, people, place, text, imageId } = activity
  return (
    <li className="activity-row" data-chosen={chosen || undefined} data-activity={activity.id}>
      <p className="activity-day">{on === undefined ? t('work:activity.noDay') : day(on, 'short')}</p>
      <div className="activity-words">
        <h2>
          <button
            type="button"
            className="decision-open"
            aria-current={chosen || undefined}
            onClick={() => openOutcome({ type: 'activity', id: activity.id })}
          >
            {title}
          </button>
        </h2>
        <ul className="signs">
          {kind === undefined ? null : (
            <li>
              <span className="tag">{t(`work:activityKind.${kind}`)}</span>
            </li>
          )}
          {people === undefined ? null : (
            <li>
              <IconUsers {...ICON} /> {t('work:activity.peopleCount', { count: people })}
            </li>
          )}
          {place === undefined ? null : (
            <li>
              <IconMapPin {...ICON} /> {place}
            </li>
          )}
        </ul>
        {text === undefined ? null : <p className="activity-text">{text}</p>}
      </div>
      {imageId === undefined ? null : <Picture id={imageId} alt={title} />}
    </li>
  )
}

const newestFirst = (a: Activity, b: Activity): number => (b.on ?? '').localeCompare(a.on ?? '')

/** What the lab did between meetings: visits, trainings, open-door days. */
export const ActivitiesPlace = () => {
  const t = useT()
  const may = useMay()
  const activities = useOrdered('activity')
  const closed = useSession()?.state === 'closed'
  const { open } = useSelection()
  const actions = may('activity.add') ? (
    <Button kind="primary" icon={<IconPlus size={17} stroke={1.9} />} onClick={() => startActivity()}>
      {t('work:activity.new')}
    </Button>
  ) : undefined
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('work:activities.title')}
          lead={t(closed ? 'work:activities.between' : 'work:activities.lead')}
          actions={activities.length === 0 ? undefined : actions}
        />
      }
      drawer={<WorkDrawer />}
    >
      {activities.length === 0 ? (
        <div className="work-empty">
          <EmptyState
            drawing={<PageDrawing />}
            title={t('work:activities.emptyTitle')}
            text={t('work:activities.emptyText')}
            actions={actions}
            tip={t('work:activities.tip')}
            tipIcon={<IconActivity size={18} stroke={1.75} />}
          />
        </div>
      ) : (
        <div className="work-body">
          <ul className="activity-list">
            {activities.toSorted(newestFirst).map((activity) => (
              <Row key={activity.id} activity={activity} chosen={open?.id === activity.id} />
            ))}
          </ul>
        </div>
      )}
      <RemovedBar />
    </PlaceFrame>
  )
}
