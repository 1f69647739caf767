import type { CSSProperties } from 'react'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Finding } from './heat-view'

const Share = ({ done, all }: { readonly done: number; readonly all: number }) => {
  const style: CSSProperties & Record<'--share', string> = { '--share': `${all === 0 ? 0 : (done / all) * 100}%` }
  return <span className="priority-bar" style={style} aria-hidden="true" />
}

/** What was promised and what was done, lab by lab. */
export const TasksView = ({ view }: { readonly view: CompareView }) => {
  const t = useT()
  const { tasks, decisions } = view
  const labs = [...new Set([...tasks, ...decisions].map(({ labName }) => labName))]
  if (labs.length === 0) return <p className="note compare-note">{t('compare:noTasks')}</p>
  const done = tasks.reduce((sum, one) => sum + one.done, 0)
  const all = tasks.reduce((sum, one) => sum + one.all, 0)
  const late = tasks.reduce((sum, one) => sum + one.late, 0)
  return (
    <>
      <Finding
        sentences={[t('report:compare.tasksDone', { count: all, done }), t('compare:tasks.late', { count: late })]}
      />
      <section className="compare-section" aria-labelledby="compare-tasks">
        <h2 id="compare-tasks">{t('compare:tasks.title')}</h2>
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="compare-tasks">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">{t('report:compare.column.lab')}</th>
                <th scope="col">{t('compare:tasks.done')}</th>
                <th scope="col">{t('report:compare.column.late')}</th>
                <th scope="col">{t('report:compare.column.agreements')}</th>
                <th scope="col">{t('report:compare.column.recommendations')}</th>
              </tr>
            </thead>
            <tbody>
              {labs.map((labName) => {
                const task = tasks.find((one) => one.labName === labName)
                const decision = decisions.find((one) => one.labName === labName)
                return (
                  <tr key={labName}>
                    <th scope="row">{labName}</th>
                    <td className="figures-wide">
                      {task ? (
                        <>
                          <Share done={task.done} all={task.all} />
                          <b>{t('report:compare.ofAsked', { rows: task.done, asked: task.all })}</b>
                        </>
                      ) : (
                        t('compare:tasks.none')
                      )}
                    </td>
                    <td data-bad={(task?.late ?? 0) > 0 || undefined}>{task?.late ?? 0}</td>
                    <td>{decision?.agreements ?? 0}</td>
                    <td>{decision?.recommendations ?? 0}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
        <p className="small quiet compare-foot-note">{t('report:compare.taskNote')}</p>
      </section>
    </>
  )
}
