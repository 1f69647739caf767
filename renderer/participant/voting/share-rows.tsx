/** @jsxImportSource preact */
import type { Lookup } from '@core/text/lookup'
import { usePage } from '../context'
import { numberAt, POINTS, sumOf, withPoints } from './rules'
import type { Values } from '../model/ballot'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'
import { StepButton } from './step-button'

const STEPS = [-10, -5, 5, 10] as const

export const pointsLeftWords = (t: Lookup, values: Values): string => {
  const left = POINTS - sumOf(values)
  return left === 0 ? t('ballot:screen.pointsNone') : t('ballot:screen.pointsLeft', { count: left })
}

/** Points in steps, so that nobody has to type or to reckon. */
export const ShareRows = ({ vote, values, onChange, onRefuse }: RowsProps) => {
  const { t } = usePage()
  const change = (index: number, by: number): void => {
    const next = withPoints(values, index, by)
    if (next[index] !== values[index]) return onChange(next, pointsLeftWords(t, next))
    return onRefuse(t(by > 0 ? 'ballot:screen.why.points' : 'ballot:screen.why.noPoints'))
  }
  const full = sumOf(values) >= POINTS
  return (
    <ul class="options">
      {vote.options.map((option, index) => {
        const value = numberAt(values, index)
        return (
          <li key={option.id} class="option option-tall" data-row>
            <OptionText option={option} />
            <div class="stepper stepper-points" role="group" aria-label={option.text}>
              {STEPS.map((by) => (
                <StepButton
                  key={by}
                  wide
                  label={t(by > 0 ? 'ballot:screen.morePoints' : 'ballot:screen.lessPoints', {
                    by: Math.abs(by),
                    option: option.text,
                  })}
                  off={by > 0 ? full : value === 0}
                  onPress={() => change(index, by)}
                >
                  {by > 0 ? `+${by}` : `\u2212${-by}`}
                </StepButton>
              ))}
              <span class="points">
                <span class="points-figure" aria-hidden="true">
                  {value}
                </span>
                <span class="visually-hidden">{t('ballot:screen.pointsFor', { count: value })}</span>
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
