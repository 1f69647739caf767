import type { TopicCell } from '@core/compare/place-topics'
import { useT } from '../../shared/i18n/use-t'
import { toneOf } from './heat-model'

interface HeatCellProps {
  /** Row and column, for the arrow keys. */
  readonly place: string
  readonly cell: TopicCell | undefined
  readonly most: number
  readonly words: { readonly row: string; readonly topic: string }
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A number, a dash for asked and not named, "together", or hatched for not asked. */
export const HeatCell = ({ place, cell, most, words, chosen, onChoose }: HeatCellProps) => {
  const t = useT()
  if (cell === undefined || cell.kind === 'not-asked') {
    return (
      <td data-place={place} data-tone="not-asked">
        <span className="heat-unasked">{t('report:compare.notAsked')}</span>
      </td>
    )
  }
  const count = cell.statements.length
  const shown = cell.kind === 'together' ? t('compare:map.together') : count === 0 ? '–' : String(count)
  const said = t(`compare:map.cell.${cell.kind === 'together' ? 'together' : 'count'}`, { count, ...words })
  return (
    <td data-place={place} data-tone={cell.kind === 'together' ? 'together' : toneOf(count, most)}>
      <button type="button" data-at={place} aria-label={said} aria-pressed={chosen} onClick={onChoose}>
        {shown}
      </button>
    </td>
  )
}
