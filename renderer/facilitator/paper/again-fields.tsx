import { useId } from 'react'
import { LANGUAGES } from '@core/text/languages'
import type { SlipSeries } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { lastOf } from './series-list'

/** Some numbers of a series once more, in one language: a slip is spoilt, or somebody needs another language. */
export type Again = { readonly of: SlipSeries; readonly first: number; readonly last: number; readonly lang: string }

interface AgainFieldsProps {
  readonly again: Again
  readonly onChange: (again: Again) => void
}

export const AgainFields = ({ again, onChange }: AgainFieldsProps) => {
  const t = useT()
  const id = useId()
  const inSeries = (typed: string): number =>
    Math.min(lastOf(again.of), Math.max(again.of.first, Math.trunc(Number(typed)) || 0))
  return (
    <div className="paper-again">
      <p>{t('paper:again.about')}</p>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-first`}>{t('paper:again.first')}</label>
          <input
            id={`${id}-first`}
            className="input"
            type="number"
            defaultValue={again.first}
            onBlur={(event) => {
              const first = inSeries(event.target.value)
              event.target.value = String(first)
              onChange({ ...again, first, last: Math.max(first, again.last) })
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-last`}>{t('paper:again.last')}</label>
          <input
            key={again.last}
            id={`${id}-last`}
            className="input"
            type="number"
            defaultValue={again.last}
            onBlur={(event) => {
              const last = Math.max(again.first, inSeries(event.target.value))
              event.target.value = String(last)
              onChange({ ...again, last })
            }}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-lang`}>{t('paper:print.language')}</label>
        <select
          id={`${id}-lang`}
          className="input"
          value={again.lang}
          onChange={(event) => onChange({ ...again, lang: event.target.value })}
        >
          {LANGUAGES.map(({ code, name, reviewed }) => (
            <option key={code} value={code}>
              {reviewed ? name : `${name} (${t('paper:print.notReviewed')})`}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
