import { IconPlus, IconSeeding } from '@tabler/icons-react'
import type { Project } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useRun } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { useSelection } from '../app/selection'
import { ColumnBoard } from '../outcomes/column-board'
import type { ColumnDrop } from '../outcomes/column-surface'
import { openOutcome, startProject } from '../outcomes/drafts'
import { RemovedBar } from '../outcomes/removed-bar'
import { useMay } from '../outcomes/use-may'
import { ProjectCard } from './project-card'
import { GROWING_STATES } from './project-view'
import type { GrowingState } from './project-view'
import { WorkDrawer } from './work-drawer'
import './work.css'

/** Stopped projects are not hidden, only quiet: what did not work is a finding too. */
const Stopped = ({ projects }: { readonly projects: readonly Project[] }) => {
  const t = useT()
  if (projects.length === 0) return null
  return (
    <div className="dropped">
      <h2 className="quiet">{t('work:project.stopped', { count: projects.length })}</h2>
      <ul className="dropped-list">
        {projects.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className="btn-link quiet"
              onClick={() => openOutcome({ type: 'project', id: project.id })}
            >
              {project.title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Board = ({ projects }: { readonly projects: readonly Project[] }) => {
  const t = useT()
  const run = useRun()
  const { open } = useSelection()
  const move = async ({ id, state, before }: ColumnDrop<GrowingState>): Promise<void> => {
    const done = await run('project.move', { id, state, before })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <div className="work-body projects pane-body">
      <ColumnBoard<GrowingState, Project>
        states={GROWING_STATES}
        prefix="projects"
        items={projects}
        stateOf={({ state }) => (state === 'stopped' ? null : state)}
        name={(state) => t(`work:projectState.${state}`)}
        empty={(state) => t(`work:noProject.${state}`)}
        card={(project, helpId) => <ProjectCard project={project} chosen={project.id === open?.id} helpId={helpId} />}
        help={t('work:project.carry')}
        heading="h2"
        onMove={(drop) => void move(drop)}
      />
      <Stopped projects={projects.filter(({ state }) => state === 'stopped')} />
    </div>
  )
}

/** Small, time-limited innovation projects, from the idea to daily practice. */
export const ProjectsPlace = () => {
  const t = useT()
  const may = useMay()
  const projects = useOrdered('project')
  const add = (
    <Button kind="primary" icon={<IconPlus size={17} stroke={1.9} />} onClick={() => startProject()}>
      {t('work:project.new')}
    </Button>
  )
  const actions = may('project.add') ? add : undefined
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('work:projects.title')}
          lead={t('work:projects.lead')}
          actions={projects.length === 0 ? undefined : actions}
        />
      }
      drawer={<WorkDrawer />}
    >
      {projects.length === 0 ? (
        <div className="work-empty">
          <EmptyState
            drawing={<PageDrawing />}
            title={t('work:projects.emptyTitle')}
            text={t('work:projects.emptyText')}
            actions={actions}
            tip={t('work:projects.tip')}
            tipIcon={<IconSeeding size={18} stroke={1.75} />}
          />
        </div>
      ) : (
        <Board projects={projects} />
      )}
      <RemovedBar />
    </PlaceFrame>
  )
}
