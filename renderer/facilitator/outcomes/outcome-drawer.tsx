import { useSelection } from '../app/selection'
import { useActions } from '../app/use-actions'
import { DecisionDrawer } from './decision-drawer'
import { DraftDrawer } from './draft-drawer'
import { startDecision, startTask, useDraft } from './drafts'
import { TaskDrawer } from './task-drawer'

const always = (): boolean => true

/** What stands at the right: a draft before the details of a record. */
export const OutcomeDrawer = () => {
  const draft = useDraft()
  const { open } = useSelection()
  return (
    <>
      <DraftDrawer />
      {draft === null && open?.type === 'task' ? <TaskDrawer id={open.id} /> : null}
      {draft === null && open?.type === 'decision' ? <DecisionDrawer id={open.id} /> : null}
    </>
  )
}

export const useOutcomeActions = (): void =>
  useActions({
    'task.new': { enabled: always, run: () => startTask() },
    'decision.new': { enabled: always, run: () => startDecision() },
  })
