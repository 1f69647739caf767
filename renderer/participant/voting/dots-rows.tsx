/** @jsxImportSource preact */
import type { Lookup } from '@core/text/lookup'
import type { VoteOption } from '@core/model/vote'
import { usePage } from '../context'
import { dotsAgainst, dotsUsed, numberAt, whyNotLess, whyNotMore, withValue } from './rules'
import type { DotsRule } from './rules'
import { Dots } from '../parts/dots'
import { Icon } from '../parts/icon'
import { OptionText } from './option-text'
import type { RowsProps } from './rows'
import { StepButton } from './step-button'

export const leftWords = (t: Lookup, { budget }: DotsRule, used: number): string =>
  used >= budget
    ? t('ballot:screen.dotsNone', { budget })
    : t('ballot:screen.dotsLeft', { count: budget - used, budget })

/** Dots for it, and below none also against it where the vote has such. */
export const DotsRows = ({ vote, values, onChange, onRefuse, rule }: RowsProps & { readonly rule: DotsRule }) => {
  const { t } = usePage()
  const whyWords = (why: string): string =>
    why === 'against'
      ? t('ballot:screen.why.against')
      : t(`ballot:screen.why.${why === 'capAgainst' ? 'cap' : why}`, { count: rule.cap })
  const change = (index: number, by: 1 | -1): void => {
    const why = by > 0 ? whyNotMore(rule, values, index) : whyNotLess(rule, values, index)
    if (why !== null) return onRefuse(whyWords(why))
    const next = withValue(values, index, numberAt(values, index) + by)
    return onChange(next, leftWords(t, rule, dotsUsed(next)))
  }
  return (
    <ul class="options">
      {vote.options.map((option, index) => (
        <DotsRow
          key={option.id}
          option={option}
          value={numberAt(values, index)}
          rule={rule}
          canAdd={whyNotMore(rule, values, index) === null}
          canTake={whyNotLess(rule, values, index) === null}
          onChange={(by) => change(index, by)}
        />
      ))}
    </ul>
  )
}

type DotsRowProps = {
  readonly option: VoteOption
  readonly value: number
  readonly rule: DotsRule
  readonly canAdd: boolean
  readonly canTake: boolean
  readonly onChange: (by: 1 | -1) => void
}

const DotsRow = ({ option, value, rule, canAdd, canTake, onChange }: DotsRowProps) => {
  const { t } = usePage()
  const hasAgainst = (rule.negative ?? 0) > 0
  const less = hasAgainst && value <= 0 ? t('ballot:screen.oneAgainst', { option: option.text }) : undefined
  const more = value < 0 ? t('ballot:screen.oneLessAgainst', { option: option.text }) : undefined
  const said =
    value < 0
      ? t('ballot:screen.againstDots', { count: -value })
      : t('ballot:screen.dotsValue', { count: value, cap: rule.cap })
  return (
    <li class="option" data-row>
      <OptionText option={option} />
      <div class="stepper" role="group" aria-label={option.text}>
        <StepButton
          label={less ?? t('ballot:screen.dotLess', { option: option.text })}
          off={!canTake}
          onPress={() => onChange(-1)}
        >
          <Icon name="minus" size={24} />
        </StepButton>
        <span class={value < 0 ? 'stepper-value stepper-against' : 'stepper-value'} role="img" aria-label={said}>
          <Dots full={Math.abs(value)} of={rule.cap} />
        </span>
        <StepButton
          label={more ?? t('ballot:screen.dotMore', { option: option.text })}
          off={!canAdd}
          onPress={() => onChange(1)}
        >
          <Icon name="plus" size={24} />
        </StepButton>
      </div>
      {hasAgainst && value !== 0 ? (
        <p class="option-said small">
          {t(value < 0 ? 'ballot:screen.againstDots' : 'ballot:screen.forDots', { count: Math.abs(value) })}
        </p>
      ) : null}
    </li>
  )
}

/** What is left to give against, where the vote has such. */
export const AgainstLeft = ({ rule, values }: Pick<RowsProps, 'values'> & { readonly rule: DotsRule }) => {
  const { t } = usePage()
  const { negative = 0 } = rule
  return negative === 0 ? null : (
    <span class="small">{t('ballot:screen.againstLeft', { count: negative - dotsAgainst(values) })}</span>
  )
}
