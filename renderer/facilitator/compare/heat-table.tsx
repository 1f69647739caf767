import type { CSSProperties, KeyboardEvent } from 'react'
import { topicKey } from '@core/model/topics'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import type { By } from './comparison'
import { sessionsOf } from './compare-words'
import { HeatBand } from './heat-band'
import { HeatCell } from './heat-cell'
import { arrowStep, countOf } from './heat-model'
import type { Chosen, HeatColumn, HeatGroup } from './heat-model'

/** More rows than these stand closer, and their dots are no picture any more. */
const ROOMY = 10
const DOTS = 12

interface HeatTableProps {
  readonly view: CompareView
  readonly by: By
  readonly group: HeatGroup
  readonly most: number
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen) => void
}

/** Arrow keys go from cell to cell; Tab goes through them as through all buttons. */
const onArrow = (event: KeyboardEvent<HTMLTableElement>): void => {
  const step = arrowStep(event.key)
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null
  if (step === null || cell === null) return
  let [row = 0, column = 0] = (cell.dataset['at'] ?? '').split(' ').map(Number)
  event.preventDefault()
  for (;;) {
    row += step[0]
    column += step[1]
    const place = event.currentTarget.querySelector<HTMLElement>(`td[data-place="${row} ${column}"]`)
    if (place === null) return
    const next = place.querySelector<HTMLElement>('[data-at]')
    if (next !== null) return next.focus()
  }
}

interface RowHeadProps {
  readonly view: CompareView
  readonly by: By
  readonly name: string
}

const groupsOf = ({ view, by, name }: RowHeadProps): readonly string[] => [
  ...new Set(sessionsOf(view, by, name).flatMap(({ targetGroup }) => targetGroup || [])),
]

/** What is the same in every row tells no row apart, and is left out. */
const tellsApart = (view: CompareView, by: By): boolean =>
  new Set(view.topics.rows.map(({ name }) => JSON.stringify(groupsOf({ view, by, name })))).size > 1

const RowHead = ({ view, by, name, about: told }: RowHeadProps & { readonly about: boolean }) => {
  const t = useT()
  const sessions = sessionsOf(view, by, name)
  const groups = told ? groupsOf({ view, by, name }) : []
  const about = groups.length > 1 ? t('compare:map.groups', { count: groups.length }) : groups[0]
  const count = sessions.length > 1 ? t('report:compare.sessions', { count: sessions.length }) : null
  return (
    <th scope="row">
      <span className="heat-name" title={name}>
        {name}
      </span>
      <span className="heat-about" title={groups.length === 1 ? groups[0] : undefined}>
        {[about, count].filter(Boolean).join(' · ')}
      </span>
    </th>
  )
}

/** Who of those who were asked names it, as dots in the order of the rows and as a figure. */
const NamedBy = ({ view, at }: { readonly view: CompareView; readonly at: HeatColumn }) => {
  const t = useT()
  const { rows, named } = view.topics
  const asked = rows.filter(({ cells }) => cells[at.column]?.kind === 'count')
  return (
    <td>
      {asked.length > 1 && asked.length <= DOTS ? (
        <span className="heat-dots" aria-hidden="true">
          {asked.map(({ name, cells }) => (
            <span key={name} data-on={countOf(cells[at.column]) > 0 || undefined} />
          ))}
        </span>
      ) : null}
      <b>{t('report:compare.ofAsked', { rows: named[at.column]?.rows ?? 0, asked: named[at.column]?.asked ?? 0 })}</b>
    </td>
  )
}

/** A real table of buttons: each opens the statements behind it. */
export const HeatTable = ({ view, by, group, most, chosen, onChoose }: HeatTableProps) => {
  const t = useT()
  const { rows } = view.topics
  const { columns, band, together } = group
  const about = tellsApart(view, by)
  const style: CSSProperties & Record<'--columns', number> = { '--columns': columns.length + (band.length > 0 ? 2 : 0) }
  return (
    <div className="table-scroll heat-scroll">
      <table className="heat-table" data-dense={rows.length > ROOMY || undefined} style={style} onKeyDown={onArrow}>
        <caption className="visually-hidden">{t(`report:compare.table.${group.id}s.${by}`)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t(`report:compare.column.${by}`)}</span>
            </th>
            {columns.map(({ topic }) => (
              <th key={topic} scope="col">
                {t(topicKey(topic))}
              </th>
            ))}
            {band.length === 0 ? null : (
              <th scope="col" className="heat-band-head">
                {band.map(({ topic }) => (
                  <span key={topic}>{t(topicKey(topic))}</span>
                ))}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, row) => (
            <tr key={name}>
              <RowHead view={view} by={by} name={name} about={about} />
              {columns.map(({ topic, column }, at) => (
                <HeatCell
                  key={topic}
                  place={`${row} ${at}`}
                  cell={cells[column]}
                  most={most}
                  words={{ row: name, topic: t(topicKey(topic)) }}
                  chosen={chosen?.row === name && chosen.topic === topic}
                  onChoose={() => onChoose({ row: name, topic })}
                />
              ))}
              {row === 0 && band.length > 0 ? (
                <HeatBand compareId={view.compareId} refs={together} rows={rows.length} by={by} />
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(`report:compare.named.${by}`)}</th>
            {columns.map((at) => (
              <NamedBy key={at.topic} view={view} at={at} />
            ))}
            {band.length === 0 ? null : <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
