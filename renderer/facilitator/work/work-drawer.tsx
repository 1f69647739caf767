import { useSelection } from '../app/selection'
import { DraftDrawer } from '../outcomes/draft-drawer'
import { useDraft } from '../outcomes/drafts'
import { ActivityDrawer } from './activity-drawer'
import { IndicatorDrawer } from './indicator-drawer'
import { ProjectDrawer } from './project-drawer'

/** What stands at the right: a draft before the details of a record. */
export const WorkDrawer = () => {
  const draft = useDraft()
  const { open } = useSelection()
  return (
    <>
      <DraftDrawer />
      {draft === null && open?.type === 'project' ? <ProjectDrawer id={open.id} /> : null}
      {draft === null && open?.type === 'indicator' ? <IndicatorDrawer id={open.id} /> : null}
      {draft === null && open?.type === 'activity' ? <ActivityDrawer id={open.id} /> : null}
    </>
  )
}
