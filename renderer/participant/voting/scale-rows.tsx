/** @jsxImportSource preact */
import { usePage } from '../context'
import { numberAt, pairAt, withValue } from './rules'
import { Five } from './five'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'

export const RatingRows = ({ vote, values, onChange }: RowsProps) => {
  const { t } = usePage()
  return (
    <ul class="options">
      {vote.options.map((option, index) => (
        <li key={option.id} class="option option-tall" data-row>
          <OptionText option={option} />
          <Five
            name={option.id}
            label={option.text}
            low={t('ballot:scale.rating.low')}
            high={t('ballot:scale.rating.high')}
            value={numberAt(values, index)}
            onGive={(value) => onChange(withValue(values, index, value === 0 ? null : value))}
          />
        </li>
      ))}
    </ul>
  )
}

/** Two figures a line; half a pair is asked for before the ballot goes. */
export const EffortEffectRows = ({ vote, values, onChange }: RowsProps) => {
  const { t } = usePage()
  const give = (index: number, part: 0 | 1, figure: number): void => {
    const before = pairAt(values, index)
    const pair = part === 0 ? [figure, before[1]] : [before[0], figure]
    onChange(withValue(values, index, pair.every((one) => one === 0) ? null : pair))
  }
  return (
    <ul class="options">
      {vote.options.map((option, index) => {
        const [effort, effect] = pairAt(values, index)
        return (
          <li key={option.id} class="option option-tall" data-row>
            <OptionText option={option} />
            <div class="pair">
              <p class="strong small">{t('ballot:scale.effort.name')}</p>
              <Five
                name={`${option.id} effort`}
                label={`${t('ballot:scale.effort.name')}: ${option.text}`}
                low={t('ballot:scale.effort.low')}
                high={t('ballot:scale.effort.high')}
                value={effort}
                onGive={(figure) => give(index, 0, figure)}
              />
              <p class="strong small">{t('ballot:scale.effect.name')}</p>
              <Five
                name={`${option.id} effect`}
                label={`${t('ballot:scale.effect.name')}: ${option.text}`}
                low={t('ballot:scale.effect.low')}
                high={t('ballot:scale.effect.high')}
                value={effect}
                onGive={(figure) => give(index, 1, figure)}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
