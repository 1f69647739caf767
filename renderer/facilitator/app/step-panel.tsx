import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord, useRun } from '../../shared/replica/react'
import { EMPTY_STEP, changesOf, draftOf } from '../agenda/step-draft'
import { StepFields } from '../agenda/step-form'
import { Drawer } from './drawer'
import { chosenGroup } from './group-choice'
import { nav } from './nav'
import { reportFailure } from './problems'
import { SidePanel } from './side-panel'

interface StepPanelProps {
  /** null = a new step at the end of the agenda. */
  readonly id: string | null
  readonly onClose: () => void
}

/** Adds or changes a step, beside the agenda that it belongs to. */
export const StepPanel = ({ id, onClose }: StepPanelProps) => {
  const t = useT()
  const form = useId()
  const run = useRun()
  const step = useRecord('step', id)
  const [before] = useState(() => draftOf(step, (label) => labelText(t, label)))
  const [draft, setDraft] = useState(() => (id === null ? { ...before, groupId: chosenGroup() ?? '' } : before))
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const name = draft.name.trim()
    if (name === '') return
    const after = { ...draft, name, question: draft.question.trim(), instruction: draft.instruction.trim() }
    const stepId = id ?? newId()
    const fresh = { kind: draft.kind, minutes: draft.minutes, ...changesOf(EMPTY_STEP, after), label: { text: name } }
    const done =
      id === null
        ? await run('step.add', { id: stepId, ...fresh })
        : await run('step.update', { id, ...changesOf(before, after) })
    if (!done.ok) return reportFailure(done.error)
    onClose()
    // In the agenda one goes on adding; elsewhere one wants to see the new step.
    if (id === null && nav.place().kind !== 'agenda') nav.go({ kind: 'step', id: stepId })
    return undefined
  }
  return (
    <SidePanel side={nav.place().kind === 'agenda' ? 'right' : 'left'}>
      <Drawer
        title={id === null ? t('shell:stepPanel.new') : t('shell:stepPanel.edit')}
        onClose={onClose}
        takesFocus
        actions={
          <>
            <Button kind="primary" type="submit" form={form}>
              {id === null ? t('shell:stepPanel.add') : t('common:save')}
            </Button>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
          </>
        }
      >
        <form id={form} className="form" onSubmit={(event) => void save(event)}>
          <StepFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
        </form>
      </Drawer>
    </SidePanel>
  )
}
