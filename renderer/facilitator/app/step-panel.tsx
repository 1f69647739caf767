import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord, useReplica, useRun } from '../../shared/replica/react'
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
  readonly before?: string | undefined
  readonly onClose: () => void
}

/** Adds or changes a step, beside the agenda that it belongs to. */
export const StepPanel = ({ id, before: next, onClose }: StepPanelProps) => {
  const t = useT()
  const form = useId()
  const run = useRun()
  const step = useRecord('step', id)
  const [before] = useState(() => draftOf(step, (label) => labelText(t, label)))
  const fresh = () => ({ ...before, groupId: chosenGroup() ?? '' })
  const [draft, setDraft] = useState(() => (id === null ? fresh() : before))
  const { view } = useReplica()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const name = draft.name.trim()
    if (name === '') return
    const after = { ...draft, name, question: draft.question.trim(), instruction: draft.instruction.trim() }
    if (id !== null) {
      const done = await run('step.update', { id, ...changesOf(before, after) })
      return done.ok ? onClose() : reportFailure(done.error)
    }
    const stepId = newId()
    const { kind, minutes } = draft
    // Somebody may have removed what it was to stand before.
    const place = next !== undefined && view.step.has(next) ? { before: next } : {}
    const what = { kind, minutes, ...changesOf(EMPTY_STEP, after), label: { text: name }, ...place }
    const done = await run('step.add', { id: stepId, ...what })
    if (!done.ok) return reportFailure(done.error)
    if (nav.place().kind !== 'agenda') {
      onClose()
      return nav.go({ kind: 'step', id: stepId })
    }
    // In the agenda one goes on with the next.
    setDraft(fresh())
    document.getElementById(form)?.querySelector('input')?.focus()
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
