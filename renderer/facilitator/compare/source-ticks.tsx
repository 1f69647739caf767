import { useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useFormat } from '../app/use-format'

export type SourceItem = {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly day?: string
}

/** More than these are looked for by words. */
const MANY = 8
/** More rows than these make nobody wiser: words narrow them down. */
const SHOWN = 100

interface SourceTicksProps {
  readonly label: string
  readonly items: readonly SourceItem[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  /** What the search looks for; names and labs unless given. */
  readonly search?: string
}

/** Labs or single sessions by ticks; with many, looked for by words. */
export const SourceTicks = ({ label, items, chosen, onChoose, search }: SourceTicksProps) => {
  const t = useT()
  const { day } = useFormat()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const found = items.filter(({ name, hint }) => `${name} ${hint}`.toLowerCase().includes(wanted))
  const ticked = new Set(chosen)
  const put = (ids: readonly string[], on: boolean): void => {
    const changed = new Set(ids)
    onChoose(on ? [...chosen, ...ids.filter((id) => !ticked.has(id))] : chosen.filter((id) => !changed.has(id)))
  }
  const ids = found.map(({ id }) => id)
  return (
    <fieldset className="choice-group compare-ticks">
      <legend>{label}</legend>
      <div className="compare-ticks-head">
        {items.length > MANY ? (
          <input
            className="input"
            type="search"
            aria-label={search ?? t('compare:pick.search')}
            placeholder={search ?? t('compare:pick.search')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        ) : null}
        <Button size="small" onClick={() => put(ids, true)}>
          {t('compare:pick.tickAll')}
        </Button>
        <Button size="small" onClick={() => put(ids, false)}>
          {t('compare:pick.tickNone')}
        </Button>
        <span className="small quiet" role="status">
          {t('compare:pick.ticked', { count: items.length, chosen: chosen.length })}
        </span>
      </div>
      <ul className="compare-tick-list">
        {found.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <label className="tick">
              <input
                type="checkbox"
                checked={ticked.has(item.id)}
                onChange={(event) => put([item.id], event.target.checked)}
              />
              <span>
                {item.name}{' '}
                <span className="quiet small">
                  {[item.hint, item.day === undefined ? '' : day(item.day, 'medium')].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p className="small quiet">{t('compare:pick.more', { count: found.length - SHOWN })}</p>
      ) : null}
    </fieldset>
  )
}
