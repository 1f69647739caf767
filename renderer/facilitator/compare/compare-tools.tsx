import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useStore } from '../app/store'
import { isFiltered, readAs, reading, withFilter } from './comparison'
import { HeatLegend } from './heat-legend'

interface PickProps {
  readonly name: string
  readonly all: string
  readonly options: readonly string[]
  /** Empty: all. */
  readonly value: string
  readonly onPick: (value: string) => void
}

const Pick = ({ name, all, options, value, onPick }: PickProps) => (
  <select
    className="input compare-pick"
    aria-label={name}
    value={value}
    onChange={(event) => onPick(event.target.value)}
  >
    <option value="">{all}</option>
    {options.map((option) => (
      <option key={option} value={option}>
        {option}
      </option>
    ))}
  </select>
)

const Filters = ({ base }: { readonly base: CompareView }) => {
  const t = useT()
  const { filter } = useStore(reading)
  const { targetGroups, years } = base.all
  return (
    <>
      {targetGroups.length > 1 ? (
        <Pick
          name={t('compare:filter.group')}
          all={t('compare:filter.allGroups')}
          options={targetGroups}
          value={filter.targetGroups?.[0] ?? ''}
          onPick={(value) => readAs({ filter: withFilter(filter, 'targetGroups', value === '' ? null : [value]) })}
        />
      ) : null}
      {years.length > 1 ? (
        <Pick
          name={t('compare:filter.year')}
          all={t('compare:filter.allYears')}
          options={years.map(String)}
          value={filter.years?.[0] === undefined ? '' : String(filter.years[0])}
          onPick={(value) => readAs({ filter: withFilter(filter, 'years', value === '' ? null : [Number(value)]) })}
        />
      ) : null}
      {isFiltered(filter) ? (
        <Button size="small" kind="quiet" onClick={() => readAs({ filter: {} })}>
          {t('compare:filter.clear')}
        </Button>
      ) : null}
    </>
  )
}

/** What the rows are, what is narrowed down, and how to read the colours. */
export const CompareTools = ({ view, base }: { readonly view: CompareView; readonly base: CompareView | null }) => {
  const t = useT()
  const { view: shown, by, order } = useStore(reading)
  return (
    <>
      {shown === 'map' || shown === 'shared' ? (
        <Segmented
          name={t('compare:by.label')}
          value={by}
          segments={[
            { value: 'place', label: t('compare:by.place') },
            { value: 'lab', label: t('compare:by.lab') },
          ]}
          onChange={(next) => readAs({ by: next })}
        />
      ) : null}
      {shown === 'priorities' ? (
        <Segmented
          name={t('compare:order.label')}
          value={order}
          segments={[
            { value: 'time', label: t('compare:order.time') },
            { value: 'voice', label: t('compare:order.voice') },
          ]}
          onChange={(next) => readAs({ order: next })}
        />
      ) : null}
      {base === null ? null : <Filters base={base} />}
      {shown === 'map' ? (
        <div className="tool-far">
          <HeatLegend table={view.topics} />
        </div>
      ) : null}
    </>
  )
}
