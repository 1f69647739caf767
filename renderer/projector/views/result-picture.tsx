import { Suspense, lazy, useRef } from 'react'
import { findingOf } from '@core/charts/vote-findings'
import { valueDigits } from '@core/charts/vote-pictures'
import { quadrantsOf } from '@core/charts/vote-quadrants'
import { STANCE_FILLS, stancesOf } from '@core/charts/vote-stacks'
import type { ResultOption, ResultView } from '@core/rules/result-model'
import { formatNumber } from '../../shared/i18n/format'
import { sentenceText } from '../../shared/i18n/sentence'
import { useLang, useT } from '../../shared/i18n/use-t'
import { ResultBars } from '../../shared/vote/result-bars'
import { useFittingPages } from '../parts/use-fitting-pages'

const StackChart = lazy(async () => ({ default: (await import('../../shared/charts/stack-chart')).StackChart }))
const QuadrantChart = lazy(async () => ({
  default: (await import('../../shared/charts/quadrant-chart')).QuadrantChart,
}))

/** Rows that fit at the least type size; the laptop shows the rest. */
const MOST_ROWS = 7
/** In 1080ths of the height: what rows have below a heading of two lines, a row with its gap, a second line in it. */
const ROOM = { rows: 620, row: 78, line: 34 }
/** Letters of an option in one line. */
const LETTERS = 31
/** Stacked bars need more height; so much larger than on a laptop is everything in them. */
const STACKS = { most: 5, size: 2.1 }
const QUADRANTS = { most: 24, size: 1.75, height: 30 }

const rowsThatFit = (options: readonly ResultOption[]): number => {
  let room = ROOM.rows
  let rows = 0
  for (const { text } of options.slice(0, MOST_ROWS)) {
    room -= ROOM.row + (text.length > LETTERS ? ROOM.line : 0)
    if (room < 0) break
    rows += 1
  }
  return rows
}

const Rest = ({ count }: { readonly count: number }) => {
  const t = useT()
  return count > 0 ? <p className="result-rest">{t('projector:result.rest', { count })}</p> : null
}

/** The ranking of everyone as bars. */
export const Bars = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const lang = useLang()
  const shown = result.options.slice(0, rowsThatFit(result.options))
  const number = (value: number | null): string =>
    value === null ? t('charts:none') : formatNumber(lang, value, valueDigits(result))
  return (
    <>
      <ResultBars
        result={result}
        options={shown}
        shown={(option) => number(option.value)}
        figure={(option) => t(`charts:figure.${result.method.name}`, { value: number(option.value) })}
      />
      <Rest count={result.options.length - shown.length} />
    </>
  )
}

/** Support, stand aside, object; reasons stay on the laptop, they were given in secret. */
export const Stances = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const lang = useLang()
  const rows = stancesOf(result).slice(0, STACKS.most)
  return (
    <>
      <Suspense fallback={null}>
        <StackChart
          size={STACKS.size}
          label={sentenceText(t, lang, findingOf(result, 'stances'))}
          keys={STANCE_FILLS.map((fill) => ({ fill, name: t(`charts:stance.${fill}`) }))}
          rows={rows.map(({ optionId: id, text, all }) => ({
            id,
            text,
            parts: [all.support, all.aside, all.object],
            shown: '',
          }))}
        />
      </Suspense>
      <Rest count={result.options.length - rows.length} />
    </>
  )
}

/** Effort by effect, numbered points. */
export const Quadrants = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const lang = useLang()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const { points } = quadrantsOf(result)
  return (
    <Suspense fallback={null}>
      <QuadrantChart
        size={QUADRANTS.size}
        height={QUADRANTS.height * rem}
        label={sentenceText(t, lang, findingOf(result, 'quadrants'))}
        rows={points.slice(0, QUADRANTS.most).map(({ optionId: id, ...point }) => ({ id, ...point }))}
      />
    </Suspense>
  )
}

/** What the numbers in the points stand for; what does not fit comes on the next page. */
export const QuadrantNames = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  const points = quadrantsOf(result).points.slice(0, QUADRANTS.most)
  const { from, to, page, pages } = useFittingPages(place, points.length, points.map(({ optionId }) => optionId).join())
  return (
    <section className="result-voices">
      <div className="board-title">
        <h2>{t('charts:picture.quadrants')}</h2>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: page + 1, pages })}</p> : null}
      </div>
      <div ref={place}>
        <ol className="quadrant-names">
          {points.slice(from, to).map(({ optionId, number, text }) => (
            <li key={optionId} value={number}>
              <b>{number}</b> <span dir="auto">{text}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
