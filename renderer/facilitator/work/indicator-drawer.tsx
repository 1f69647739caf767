import { IconChartLine, IconTrash } from '@tabler/icons-react'
import type { Indicator } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { selection } from '../app/selection'
import { Lockable } from '../outcomes/closed-note'
import { openOutcome } from '../outcomes/drafts'
import { OriginNote } from '../outcomes/origin-note'
import { ProblemNote } from '../outcomes/problem-note'
import { useLive } from '../outcomes/use-live'
import { useMay } from '../outcomes/use-may'
import { useRemoval } from '../outcomes/use-removal'
import { IndicatorFields, indicatorArgs, indicatorDraft } from './indicator-fields'
import type { IndicatorDraft } from './indicator-fields'
import { MeasurementTable } from './measurements'
import './work.css'

const Projects = ({ indicatorId }: { readonly indicatorId: string }) => {
  const t = useT()
  const projects = useOrdered('project').filter((project) => project.indicatorIds.includes(indicatorId))
  if (projects.length === 0) return null
  return (
    <div className="field">
      <span className="field-label">{t('work:indicator.projects')}</span>
      <ul className="evidence">
        {projects.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className="evidence-link"
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

const IndicatorForm = ({ indicator }: { readonly indicator: Indicator }) => {
  const t = useT()
  const run = useRun()
  const may = useMay()
  const remove = useRemoval()
  const live = useLive<IndicatorDraft>(indicatorDraft(indicator), async (changes, before) =>
    run('indicator.update', { id: indicator.id, ...indicatorArgs(changes, { ...before, ...changes }) }),
  )
  return (
    <Drawer
      title={t('work:indicator.title')}
      mark={<IconChartLine size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        may('indicator.remove') ? (
          <Button
            kind="danger"
            size="small"
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => void remove('indicator', indicator.id, indicator.name)}
          >
            {t('work:indicator.remove')}
          </Button>
        ) : undefined
      }
    >
      <Lockable deed="indicator.update">
        <div className="form outcome-form" onBlur={live.commit}>
          <ProblemNote failure={live.failure} />
          <IndicatorFields draft={live.draft} type={live.type} choose={live.choose} fresh={false} />
        </div>
      </Lockable>
      <div className="field">
        <span className="field-label">{t('work:measure.all')}</span>
        {indicator.measurements.length === 0 ? (
          <p className="field-hint">{t('work:measure.none')}</p>
        ) : (
          <MeasurementTable indicator={indicator} editable={may('indicator.unmeasure')} />
        )}
      </div>
      <Projects indicatorId={indicator.id} />
      <OriginNote origin={indicator.origin} />
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

/** Details of an indicator; every change is saved as one goes. */
export const IndicatorDrawer = ({ id }: { readonly id: string }) => {
  const indicator = useRecord('indicator', id)
  return indicator === undefined ? null : <IndicatorForm key={id} indicator={indicator} />
}
