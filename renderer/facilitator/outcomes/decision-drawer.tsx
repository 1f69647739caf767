import { IconChecklist, IconGavel, IconTrash } from '@tabler/icons-react'
import type { Decision } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { selection } from '../app/selection'
import { DecisionFields, decisionArgs, decisionDraft } from './decision-fields'
import type { DecisionDraft } from './decision-fields'
import { ClosedNote, Lockable } from './closed-note'
import { openOutcome, startTask } from './drafts'
import { ProblemNote } from './problem-note'
import { useMay } from './use-may'
import { useLive } from './use-live'
import { useRemoval } from './use-removal'

const Tasks = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const tasks = useOrdered('task').filter((task) => task.origin?.id === decision.id)
  return (
    <div className="field">
      <span className="field-label">{t('outcomes:decision.tasks')}</span>
      <ul className="evidence">
        {tasks.map((task) => (
          <li key={task.id}>
            <button type="button" className="evidence-link" onClick={() => openOutcome({ type: 'task', id: task.id })}>
              <span className="evidence-kind">{t(`outcomes:state.${task.state}`)}</span>
              <span>{task.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          icon={<IconChecklist size={16} stroke={1.75} />}
          onClick={() => startTask({ type: 'decision', id: decision.id })}
        >
          {t('outcomes:decision.addTask')}
        </Button>
      </div>
    </div>
  )
}

const DecisionForm = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const run = useRun()
  const remove = useRemoval()
  const may = useMay()
  const live = useLive<DecisionDraft>(decisionDraft(decision), async (changes, before) =>
    run('decision.update', {
      id: decision.id,
      ...decisionArgs(changes, { ...before, ...changes }),
      ...(changes.wording === undefined ? {} : { was: before.wording }),
    }),
  )
  return (
    <Drawer
      title={t('outcomes:decision.title', { number: decision.number })}
      mark={<IconGavel size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        may('decision.remove') ? (
          <Button
            kind="danger"
            size="small"
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => void remove('decision', decision.id, decision.wording)}
          >
            {t('outcomes:decision.remove')}
          </Button>
        ) : undefined
      }
    >
      <ClosedNote deed="decision.update" words={t('outcomes:closed.decision')} />
      <Lockable deed="decision.update">
        <div className="form outcome-form" onBlur={live.commit}>
          <ProblemNote
            failure={live.failure}
            conflict={{
              theirs: decision.wording,
              mine: live.draft.wording,
              onKeepMine: live.keepMine,
              onTakeTheirs: live.takeTheirs,
            }}
          />
          <DecisionFields draft={live.draft} type={live.type} choose={live.choose} fresh={false} />
        </div>
      </Lockable>
      <Tasks decision={decision} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

/** Details of a decision; every change is saved as one goes. */
export const DecisionDrawer = ({ id }: { readonly id: string }) => {
  const decision = useRecord('decision', id)
  return decision === undefined ? null : <DecisionForm key={id} decision={decision} />
}
