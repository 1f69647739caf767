import { IconFilter } from '@tabler/icons-react'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useStore } from '../app/store'
import { isFiltered, readAs, reading, withFilter } from './comparison'

/** No name of a group and no year. */
const SOME = '…'

interface PickProps {
  readonly name: string
  readonly all: string
  readonly some: string
  readonly options: readonly string[]
  /** Empty: all. Null: several, or none. */
  readonly value: string | null
  readonly onPick: (value: string) => void
}

const Pick = ({ name, all, some, options, value, onPick }: PickProps) => (
  <select
    className="input compare-pick"
    aria-label={name}
    value={value ?? SOME}
    onChange={(event) => onPick(event.target.value)}
  >
    <option value="">{all}</option>
    {value === null ? <option value={SOME}>{some}</option> : null}
    {options.map((option) => (
      <option key={option} value={option}>
        {option}
      </option>
    ))}
  </select>
)

/** Several are ticked in the drawer: then the pick names none of them. */
const oneOf = (chosen: readonly (string | number)[] | undefined): string | null =>
  chosen === undefined ? '' : chosen.length === 1 ? String(chosen[0]) : null

type FiltersProps = Omit<CompareToolsProps, 'base'> & { readonly base: CompareView }

/** Parts that the drawer has and no pick shows. */
const INSIDE = ['places', 'voices', 'topics'] as const

const Filters = ({ base, narrowing, onNarrow }: FiltersProps) => {
  const t = useT()
  const { filter } = useStore(reading)
  const { targetGroups, years } = base.all
  const inside = INSIDE.filter((part) => filter[part] !== undefined).length
  return (
    <>
      <Button
        size="small"
        className="compare-narrow"
        icon={<IconFilter size={16} stroke={1.75} />}
        expanded={narrowing}
        onClick={onNarrow}
      >
        {inside === 0 ? t('compare:narrow.open') : t('compare:narrow.set', { count: inside })}
      </Button>
      {targetGroups.length > 1 ? (
        <Pick
          name={t('compare:filter.group')}
          all={t('compare:filter.allGroups')}
          some={t('compare:filter.someGroups', { count: filter.targetGroups?.length ?? 0 })}
          options={targetGroups}
          value={oneOf(filter.targetGroups)}
          onPick={(value) => readAs({ filter: withFilter(filter, 'targetGroups', value === '' ? null : [value]) })}
        />
      ) : null}
      {years.length > 1 ? (
        <Pick
          name={t('compare:filter.year')}
          all={t('compare:filter.allYears')}
          some={t('compare:filter.someYears', { count: filter.years?.length ?? 0 })}
          options={years.map(String)}
          value={oneOf(filter.years)}
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

interface CompareToolsProps {
  readonly base: CompareView | null
  readonly narrowing: boolean
  readonly onNarrow: () => void
}

/** What the rows are, what is narrowed down, and how to read the colours. */
export const CompareTools = ({ base, narrowing, onNarrow }: CompareToolsProps) => {
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
      {base === null ? null : <Filters base={base} narrowing={narrowing} onNarrow={onNarrow} />}
    </>
  )
}
