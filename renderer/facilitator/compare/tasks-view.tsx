import { lazy } from 'react'
import { STANCE_FILLS } from '@core/charts/vote-stacks'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { ChartSection } from './chart-section'
import { Finding } from './heat-view'

const StackChart = lazy(async () => ({ default: (await import('../../shared/charts/stack-chart')).StackChart }))

/** Labs in the chart; more make it no picture, and the table has all. */
const DRAWN = 15
const PARTS = ['done', 'open', 'late'] as const

type Tasks = CompareView['tasks']

/** Done, still open, late: the three ways a task can stand. */
const TasksChart = ({ tasks, label }: { readonly tasks: Tasks; readonly label: string }) => {
  const t = useT()
  const drawn = tasks.toSorted((a, b) => b.all - a.all).slice(0, DRAWN)
  return (
    <>
      <StackChart
        label={label}
        keys={STANCE_FILLS.map((fill, at) => ({ fill, name: t(`compare:tasks.part.${PARTS[at] ?? 'done'}`) }))}
        rows={drawn.map(({ labName, done, all, late }) => ({
          id: labName,
          text: labName,
          parts: [done, all - done - late, late],
          shown: t('report:compare.ofAsked', { rows: done, asked: all }),
        }))}
      />
      {drawn.length < tasks.length ? (
        <p className="small quiet">{t('compare:tasks.most', { count: drawn.length, all: tasks.length })}</p>
      ) : null}
    </>
  )
}

const TasksTable = ({ view, labelledBy }: { readonly view: CompareView; readonly labelledBy: string }) => {
  const t = useT()
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('report:compare.column.lab')}</th>
            <th scope="col">{t('report:compare.column.done')}</th>
            <th scope="col">{t('report:column.all')}</th>
            <th scope="col">{t('report:compare.column.late')}</th>
          </tr>
        </thead>
        <tbody>
          {view.tasks.map(({ labName, done, all, late }) => (
            <tr key={labName}>
              <th scope="row">{labName}</th>
              <td>{done}</td>
              <td>{all}</td>
              <td data-bad={late > 0 || undefined}>{late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Decisions = ({ decisions }: { readonly decisions: CompareView['decisions'] }) => {
  const t = useT()
  return decisions.length === 0 ? null : (
    <section className="compare-section" aria-labelledby="compare-decisions">
      <h2 id="compare-decisions">{t('report:compare.decisions')}</h2>
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="compare-decisions">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">{t('report:compare.column.lab')}</th>
              <th scope="col">{t('report:compare.column.agreements')}</th>
              <th scope="col">{t('report:compare.column.recommendations')}</th>
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ labName, agreements, recommendations }) => (
              <tr key={labName}>
                <th scope="row">{labName}</th>
                <td>{agreements}</td>
                <td>{recommendations}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What was promised and what was done, lab by lab. */
export const TasksView = ({ view }: { readonly view: CompareView }) => {
  const t = useT()
  const { tasks, decisions } = view
  if (tasks.length + decisions.length === 0) return <p className="note compare-note">{t('compare:noTasks')}</p>
  const sum = (of: (one: Tasks[number]) => number): number => tasks.reduce((total, one) => total + of(one), 0)
  const sentences = [
    t('report:compare.tasksDone', { count: sum(({ all }) => all), done: sum(({ done }) => done) }),
    t('compare:tasks.late', { count: sum(({ late }) => late) }),
  ]
  return (
    <>
      {tasks.length === 0 ? null : (
        <>
          <Finding sentences={sentences} />
          <ChartSection
            title={t('report:compare.tasks')}
            chartId="compare-tasks-chart"
            compareId={view.compareId}
            chart={<TasksChart tasks={tasks} label={sentences.join(' ')} />}
            table={(id) => <TasksTable view={view} labelledBy={id} />}
          >
            <p className="small quiet compare-foot-note">{t('report:compare.taskNote')}</p>
          </ChartSection>
        </>
      )}
      <Decisions decisions={decisions} />
    </>
  )
}
