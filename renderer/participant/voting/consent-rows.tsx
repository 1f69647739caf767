/** @jsxImportSource preact */
import { LIMITS } from '@core/model/limits'
import { STANCES } from '@core/text/ballot-words'
import { usePage } from '../context'
import { withValue } from './rules'
import { Icon } from '../parts/icon'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'

type ConsentProps = RowsProps & { readonly reason: string; readonly onReason: (reason: string) => void }

/** Three answers a line. Whoever stands aside or objects is asked why, and need not say. */
export const ConsentRows = ({ vote, values, onChange, reason, onReason }: ConsentProps) => {
  const { t } = usePage()
  const asks = values.some((value) => value === 1 || value === 2)
  return (
    <>
      <ul class="options">
        {vote.options.map((option, index) => (
          <li key={option.id} class="option option-tall" data-row>
            <OptionText option={option} />
            <div class="choices stances" role="radiogroup" aria-label={option.text}>
              {STANCES.map((stance, value) => (
                <label key={stance} class={`choice choice-plain stance-${stance}`}>
                  <input
                    type="radio"
                    name={option.id}
                    checked={values[index] === value}
                    onChange={() => onChange(withValue(values, index, value))}
                  />
                  <span class="stance-sign" aria-hidden="true">
                    <Icon name={stance} size={28} />
                  </span>
                  <span class="choice-name">
                    {t(`ballot:stance.${stance}.name`)}
                    <span class="choice-hint">{t(`ballot:stance.${stance}.gloss`)}</span>
                  </span>
                  <span class="choice-tick">
                    <Icon name="check" />
                  </span>
                </label>
              ))}
            </div>
            {values[index] === null ? null : (
              <button
                type="button"
                class="link five-none"
                aria-label={t('ballot:screen.noFigure', { option: option.text })}
                onClick={(event) => {
                  const row = event.currentTarget.closest('li')
                  onChange(withValue(values, index, null))
                  // The button is gone with the answer.
                  row?.querySelector('input')?.focus()
                }}
              >
                {t('ballot:screen.leaveOut')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {asks ? (
        <div class="write reason">
          <label class="strong" for="reason">
            {t('ballot:reason')}
          </label>
          <textarea
            id="reason"
            class="words"
            dir="auto"
            rows={3}
            autocomplete="off"
            aria-describedby="reason-kept"
            maxLength={LIMITS.statement}
            value={reason}
            onInput={(event) => onReason(event.currentTarget.value)}
          />
          <p id="reason-kept" class="small quiet">
            {t('ballot:reasonKept')}
          </p>
        </div>
      ) : null}
    </>
  )
}
