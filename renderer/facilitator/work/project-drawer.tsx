import { IconChecklist, IconGavel, IconHelpHexagon, IconSeeding, IconTrash } from '@tabler/icons-react'
import type { Project, ProjectState } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { reportFailure } from '../app/problems'
import { selection } from '../app/selection'
import { Lockable } from '../outcomes/closed-note'
import { startDecision, startQuestion, startTask } from '../outcomes/drafts'
import { ChoiceField } from '../outcomes/fields'
import { OriginNote } from '../outcomes/origin-note'
import { ProblemNote } from '../outcomes/problem-note'
import { useLive } from '../outcomes/use-live'
import { useMay } from '../outcomes/use-may'
import { useRemoval } from '../outcomes/use-removal'
import { ProjectFields, projectArgs, projectDraft } from './project-fields'
import type { ProjectDraft } from './project-fields'
import { PROJECT_STATES } from './project-view'
import './work.css'

const Deeds = ({ project }: { readonly project: Project }) => {
  const t = useT()
  const may = useMay()
  const remove = useRemoval()
  const from = { type: 'project', id: project.id } as const
  return (
    <>
      {may('task.add') ? (
        <Button size="small" icon={<IconChecklist size={16} stroke={1.75} />} onClick={() => startTask(from, '')}>
          {t('work:deed.task')}
        </Button>
      ) : null}
      {may('decision.add') ? (
        <Button size="small" icon={<IconGavel size={16} stroke={1.75} />} onClick={() => startDecision(from, '')}>
          {t('work:deed.decision')}
        </Button>
      ) : null}
      {may('question.add') ? (
        <Button size="small" icon={<IconHelpHexagon size={16} stroke={1.75} />} onClick={() => startQuestion(from, '')}>
          {t('work:deed.question')}
        </Button>
      ) : null}
      {may('project.remove') ? (
        <Button
          kind="danger"
          size="small"
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void remove('project', project.id, project.title)}
        >
          {t('work:project.remove')}
        </Button>
      ) : null}
    </>
  )
}

const ProjectForm = ({ project }: { readonly project: Project }) => {
  const t = useT()
  const run = useRun()
  const live = useLive<ProjectDraft>(projectDraft(project), async (changes, before) =>
    run('project.update', {
      id: project.id,
      ...projectArgs(changes),
      ...(changes.title === undefined ? {} : { was: before.title }),
    }),
  )
  const move = async (state: ProjectState): Promise<void> => {
    const done = await run('project.move', { id: project.id, state })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Drawer
      title={t('work:project.title')}
      mark={<IconSeeding size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={<Deeds project={project} />}
    >
      <Lockable deed="project.update">
        <div className="form outcome-form" onBlur={live.commit}>
          <ChoiceField<ProjectState>
            label={t('work:project.state')}
            value={project.state}
            choices={PROJECT_STATES.map((state) => [state, t(`work:projectState.${state}`)] as const)}
            onChoose={(state) => void move(state)}
          />
          <ProblemNote
            failure={live.failure}
            conflict={{
              theirs: project.title,
              mine: live.draft.title,
              onKeepMine: live.keepMine,
              onTakeTheirs: live.takeTheirs,
            }}
          />
          <ProjectFields draft={live.draft} type={live.type} choose={live.choose} fresh={false} />
        </div>
      </Lockable>
      <OriginNote origin={project.origin} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

/** Details of an innovation project; every change is saved as one goes. Needs the words `work` and `outcomes`. */
export const ProjectDrawer = ({ id }: { readonly id: string }) => {
  const project = useRecord('project', id)
  return project === undefined ? null : <ProjectForm key={id} project={project} />
}
