import { IconActivity, IconChecklist, IconTrash } from '@tabler/icons-react'
import type { Activity } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { reportFailure } from '../app/problems'
import { selection } from '../app/selection'
import { Lockable } from '../outcomes/closed-note'
import { startTask } from '../outcomes/drafts'
import { OriginNote } from '../outcomes/origin-note'
import { ProblemNote } from '../outcomes/problem-note'
import { useLive } from '../outcomes/use-live'
import { useMay } from '../outcomes/use-may'
import { useRemoval } from '../outcomes/use-removal'
import { ActivityFields, activityArgs, activityDraft } from './activity-fields'
import type { ActivityDraft } from './activity-fields'
import { PictureField } from './picture-field'
import './work.css'

const ActivityForm = ({ activity }: { readonly activity: Activity }) => {
  const t = useT()
  const run = useRun()
  const may = useMay()
  const remove = useRemoval()
  const live = useLive<ActivityDraft>(activityDraft(activity), async (changes) =>
    run('activity.update', { id: activity.id, ...activityArgs(changes) }),
  )
  const setImage = async (imageId: string | null): Promise<void> => {
    const done = await run('activity.update', { id: activity.id, imageId })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Drawer
      title={t('work:activity.title')}
      mark={<IconActivity size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        may('activity.remove') ? (
          <>
            <Button
              size="small"
              icon={<IconChecklist size={16} stroke={1.75} />}
              onClick={() => startTask({ type: 'activity', id: activity.id }, '')}
            >
              {t('work:deed.task')}
            </Button>
            <Button
              kind="danger"
              size="small"
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => void remove('activity', activity.id, activity.title)}
            >
              {t('work:activity.remove')}
            </Button>
          </>
        ) : undefined
      }
    >
      <Lockable deed="activity.update">
        <div className="form outcome-form" onBlur={live.commit}>
          <ProblemNote failure={live.failure} />
          <ActivityFields draft={live.draft} type={live.type} choose={live.choose} fresh={false} />
          <PictureField
            imageId={activity.imageId}
            alt={activity.title}
            onChoose={(imageId) => void setImage(imageId)}
          />
        </div>
      </Lockable>
      <OriginNote origin={activity.origin} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

/** Details of what the lab did between meetings; every change is saved as one goes. */
export const ActivityDrawer = ({ id }: { readonly id: string }) => {
  const activity = useRecord('activity', id)
  return activity === undefined ? null : <ActivityForm key={id} activity={activity} />
}
