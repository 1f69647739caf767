import { useLang, useT } from '../../shared/i18n/use-t'
import { formatPercent } from '../../shared/i18n/format'
import { useFormat } from '../app/use-format'
import type { LabLine, LabPriorities } from './priorities-model'

interface PrioritiesTableProps {
  readonly labs: readonly LabPriorities[]
  readonly order: 'time' | 'voice'
}

type Row = { readonly id: string; readonly cells: readonly string[] }

/** The figures of the votes, or what each voice put first, one row each. */
export const PrioritiesTable = ({ labs, order }: PrioritiesTableProps) => {
  const t = useT()
  const lang = useLang()
  const { day, list, number } = useFormat()
  const ofTime = ({ first }: LabLine): readonly (readonly string[])[] =>
    first.map(({ text, share, voices }, at) => [
      number(at + 1),
      text,
      share === null ? t('report:compare.noShare') : formatPercent(lang, share / 100),
      voices.length === 0 ? t('report:none') : list(voices),
    ])
  const ofVoices = ({ groups }: LabLine): readonly (readonly string[])[] =>
    groups.map(({ name, first }) => [name, first.length === 0 ? t('report:none') : list(first)])
  const heads =
    order === 'time'
      ? [
          t('report:column.rank'),
          t('report:column.topic'),
          t('report:compare.column.share'),
          t('report:compare.column.firstOf'),
        ]
      : [t('report:column.voice'), t('compare:priorities.first')]
  const rows = labs.flatMap(({ labName, lines }) =>
    lines.flatMap((line) =>
      (order === 'time' ? ofTime(line) : ofVoices(line)).map((cells, at): Row => ({
        id: `${line.id} ${at}`,
        cells: [labName, day(line.day, 'medium'), line.question, ...cells],
      })),
    ),
  )
  const columns = [
    t('report:compare.column.lab'),
    t('report:column.day'),
    t('report:compare.column.question'),
    ...heads,
  ]
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('report:compare.priorities')}>
      <table className="figures-table">
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((words, at) => (
                <td key={columns[at]}>{words}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
