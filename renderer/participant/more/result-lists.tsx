/** @jsxImportSource preact */
import { quadrantsOf, spreadApart } from '@core/charts/vote-quadrants'
import { stancesOf } from '@core/charts/vote-stacks'
import type { Stances } from '@core/charts/vote-stacks'
import type { ResultGroup, ResultOption, ResultView } from '@core/rules/result-model'
import { formatNumber, formatPercent } from '../../shared/i18n/format'
import { usePage } from '../context'
import type { BarFigure } from './bars'
import { Bars } from './bars'

type ListProps = {
  readonly result: ResultView
  /** Shown besides everyone. */
  readonly groups: readonly ResultGroup[]
  readonly nameOf: (group: ResultGroup) => string
}

/** The topics by rank, as fits the method. */
export const ResultList = (props: ListProps) => {
  const { name } = props.result.method
  if (name === 'consent') return <StanceList {...props} />
  if (name === 'effort-effect') return <QuadrantList {...props} />
  return <BarList {...props} />
}

const BarList = ({ result, groups }: ListProps) => {
  const { lang } = usePage()
  const mean = result.method.name === 'rating'
  const shares = result.options.flatMap((one) => [one.share ?? 0, ...one.cells.map((cell) => cell.share ?? 0)])
  const most = mean ? 100 : Math.max(1, ...shares)
  const figure = (option: ResultOption, groupId: string | null): BarFigure => {
    const of = groupId === null ? option : option.cells.find((cell) => cell.groupId === groupId)
    if (of?.share == null || of.value === null) return null
    const text = mean ? formatNumber(lang, of.value, 1) : formatPercent(lang, of.share / 100)
    return { length: of.share / most, text }
  }
  return (
    <ol class="results">
      {result.options.map((option) => (
        <li key={option.id} class="result-row" value={option.position}>
          <p class="result-text" dir="auto">
            {option.position}. {option.text}
          </p>
          <Bars option={option} groups={groups} figure={figure} />
        </li>
      ))}
    </ol>
  )
}

const STANCES = ['support', 'aside', 'object'] as const

/** Three lines a proposal, each with its number: everyone, then each shown voice. */
const StanceList = ({ result, groups, nameOf }: ListProps) => {
  const { t } = usePage()
  const words = (of: Stances): string => STANCES.map((one) => `${t(`phoneMore:result.${one}`)} ${of[one]}`).join(' · ')
  return (
    <ol class="results">
      {stancesOf(result).map((row) => (
        <li key={row.optionId} class="result-row" value={row.position}>
          <p class="result-text" dir="auto">
            {row.text}
          </p>
          <div class="bars">
            {STANCES.map((one) => (
              <div key={one} class="bar-line">
                <span
                  hidden={row.all[one] === 0}
                  class={`bar ${one === 'support' ? 'bar-all' : 'bar-open'}`}
                  style={{ width: `${(row.all[one] / Math.max(1, row.total)) * 50}%` }}
                />
                <span class="bar-figure">
                  {row.all[one]} {t(`phoneMore:result.${one}`)}
                </span>
              </div>
            ))}
          </div>
          {groups.map((group) => {
            const own = row.groups[result.groups.indexOf(group)]
            return own ? (
              <p key={group.id} class="small quiet">
                {nameOf(group)}: {words(own)}
              </p>
            ) : null
          })}
        </li>
      ))}
    </ol>
  )
}

/** px of the drawing; it grows with the phone. */
const SIDE = 320
const POINT = 30

/** Effort by effect as numbered points, then the topics with their figures. */
const QuadrantList = ({ result, groups, nameOf }: ListProps) => {
  const { t, lang } = usePage()
  const { points } = quadrantsOf(result)
  const number = (value: number): string => formatNumber(lang, value, 1)
  const at = (value: number): number => POINT + ((value - 1) / 4) * (SIDE - 2 * POINT)
  const places = spreadApart(
    points.map(({ effort, effect }) => ({ x: at(effort), y: SIDE - at(effect) })),
    POINT,
  )
  return (
    <>
      <p class="small quiet quadrant-end">{t('phoneMore:result.muchEffect')}</p>
      <svg class="quadrant" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={t('phoneMore:result.picture')}>
        <rect x="1" y="1" width={SIDE - 2} height={SIDE - 2} class="quadrant-frame" />
        <path d={`M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}`} class="quadrant-cross" />
        {points.map((point, index) => (
          <g key={point.optionId}>
            <circle cx={places[index]?.x} cy={places[index]?.y} r={POINT / 2 - 1} class="quadrant-point" />
            <text x={places[index]?.x} y={places[index]?.y} dy="0.36em" text-anchor="middle" class="quadrant-number">
              {point.number}
            </text>
          </g>
        ))}
      </svg>
      <p class="small quiet quadrant-ends">
        <span>{t('phoneMore:result.littleEffort')}</span>
        <span>{t('phoneMore:result.littleEffect')}</span>
        <span>{t('phoneMore:result.muchEffort')}</span>
      </p>
      <ol class="results">
        {points.map((point) => (
          <li key={point.optionId} class="result-row" value={point.number}>
            <p class="result-text" dir="auto">
              {point.number}. {point.text}
            </p>
            <p class="small">
              {t('phoneMore:result.means', { effect: number(point.effect), effort: number(point.effort) })}
            </p>
            {groups.map((group) => {
              const own = point.voices.find(({ groupId }) => groupId === group.id)
              const words =
                own === undefined
                  ? null
                  : t('phoneMore:result.ofYou', {
                      voice: nameOf(group),
                      effect: number(own.effect),
                      effort: number(own.effort),
                    })
              return words === null ? null : (
                <p key={group.id} class="small quiet">
                  {words}
                </p>
              )
            })}
          </li>
        ))}
      </ol>
    </>
  )
}
