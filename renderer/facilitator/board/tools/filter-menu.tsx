import { Popover } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import type { CardFilter } from '../model/filter'
import { NO_FILTER, NO_VOICE, conditions, isFiltering, toggled } from '../model/filter'
import type { BoardIndex } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'

const useFilter = (): readonly [CardFilter, (part: Partial<CardFilter>) => void] => {
  const { ui } = useBoardWork()
  const filter = useUi(ui, (state) => state.filter)
  return [filter, (part) => ui.patch({ filter: { ...filter, ...part } })]
}

const Tick = (props: {
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
  readonly children: ReactNode
}) => (
  <label className="tick">
    <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
    {props.children}
  </label>
)

const Values = (props: {
  readonly legend: string
  readonly none?: string
  readonly values: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (next: ReadonlySet<string>) => void
}) => {
  if (props.values.length === 0 && props.none === undefined) return null
  return (
    <fieldset className="tag-filter">
      <legend>{props.legend}</legend>
      {props.values.map((value) => (
        <Tick
          key={value}
          checked={props.chosen.has(value)}
          onChange={(on) => props.onChange(toggled(props.chosen, value, on))}
        >
          {value}
        </Tick>
      ))}
      {props.values.length === 0 ? <p className="quiet small">{props.none}</p> : null}
    </fieldset>
  )
}

const Conditions = ({ index }: { readonly index: BoardIndex }) => {
  const t = useT()
  const [filter, change] = useFilter()
  return (
    <fieldset className="tag-filter">
      <legend>{t('board:filter.show')}</legend>
      <Tick checked={filter.heldOnly} onChange={(heldOnly) => change({ heldOnly })}>
        {t('board:filter.held', { count: index.held })}
      </Tick>
      <Tick checked={filter.withPicture} onChange={(withPicture) => change({ withPicture })}>
        {t('board:filter.withPicture')}
      </Tick>
      <Tick checked={filter.notInGroup} onChange={(notInGroup) => change({ notInGroup })}>
        {t('board:filter.notInGroup')}
      </Tick>
      <Tick
        checked={filter.voices.has(NO_VOICE)}
        onChange={(on) => change({ voices: toggled(filter.voices, NO_VOICE, on) })}
      >
        {t('board:filter.noVoice')}
      </Tick>
      {filter.words.length > 0 ? (
        <Tick checked onChange={() => change({ words: [] })}>
          {t('board:filter.words', { words: filter.words.join(' ') })}
        </Tick>
      ) : null}
    </fieldset>
  )
}

/** What else than voices the cards shown have in common. */
export const FilterMenu = ({ index }: { readonly index: BoardIndex }) => {
  const t = useT()
  const [filter, change] = useFilter()
  const [open, setOpen] = useState(false)
  const count = conditions(filter)
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
      withinPortal={false}
    >
      <Popover.Target>
        <button
          type="button"
          className="chip"
          aria-expanded={open}
          data-on={count > 0 || undefined}
          onClick={() => setOpen(!open)}
        >
          <IconFilter size={15} stroke={1.75} aria-hidden="true" />
          <span>{count > 0 ? t('board:filter.tagOn', { count }) : t('board:filter.tag')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="filter-menu">
          <Conditions index={index} />
          <Values
            legend={t('board:drawer.tags')}
            none={t('board:filter.noTags')}
            values={index.tags}
            chosen={filter.tags}
            onChange={(tags) => change({ tags })}
          />
          <Values
            legend={t('board:filter.places')}
            values={index.places}
            chosen={filter.places}
            onChange={(places) => change({ places })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** That cards are hidden by a filter is never out of sight, nor the way back. */
export const FilterCount = ({ index }: { readonly index: BoardIndex }) => {
  const t = useT()
  const { ui } = useBoardWork()
  const on = isFiltering(useFilter()[0])
  return (
    <span className="filter-count" data-on={on || undefined}>
      <span role="status">{on ? t('board:filter.count', { shown: index.shown, count: index.cards }) : null}</span>
      {on ? (
        <button type="button" className="btn btn-link small" onClick={() => ui.patch({ filter: NO_FILTER })}>
          {t('board:filter.all')}
        </button>
      ) : null}
    </span>
  )
}
