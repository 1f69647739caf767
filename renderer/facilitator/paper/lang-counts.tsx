import { useId } from 'react'
import { LIMITS } from '@core/model/limits'
import { LANGUAGES } from '@core/text/languages'
import { useT } from '../../shared/i18n/use-t'
import type { Counts } from './print-plan'

interface LangCountsProps {
  readonly counts: Counts
  readonly onChange: (counts: Counts) => void
}

/** How many slips in each language; one that nobody who speaks it has read yet says so. */
export const LangCounts = ({ counts, onChange }: LangCountsProps) => {
  const t = useT()
  const id = useId()
  const set = (code: string, typed: string): void => {
    const count = Math.min(LIMITS.slips, Math.max(0, Math.trunc(Number(typed)) || 0))
    onChange({ ...counts, [code]: count })
  }
  return (
    <fieldset className="paper-langs">
      <legend className="paper-label">{t('paper:print.count')}</legend>
      {LANGUAGES.map(({ code, name, reviewed }, at) => (
        <div key={code} className="paper-lang">
          <label htmlFor={`${id}-${code}`} lang={code}>
            {name}
            {reviewed ? null : (
              <span lang="en" className="tag">
                {t('paper:print.notReviewed')}
              </span>
            )}
          </label>
          <input
            id={`${id}-${code}`}
            className="input"
            type="number"
            min={0}
            max={LIMITS.slips}
            value={counts[code] ?? 0}
            data-autofocus={at === 0 || undefined}
            onChange={(event) => set(code, event.target.value)}
          />
        </div>
      ))}
    </fieldset>
  )
}
