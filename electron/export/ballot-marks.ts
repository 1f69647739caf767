import { assertNever } from '@core/lib/assert-never'
import type { VoteMethod } from '@core/model/vote'
import { escapeMarkup } from '@core/charts/svg'
import { STANCES } from '@core/text/ballot-words'
import type { Lookup } from '@core/text/lookup'
import type { SlipFormat } from './ballot-format'
import { innerWidth } from './ballot-format'
import { textWidth } from './ballot-measure'

/** What is filled in beside an option, and the room it takes; `below`: under the words, since beside them is too narrow. */
export type Marks = {
  readonly html: string
  readonly width: number
  readonly height: number
  readonly below: boolean
}

const FIGURES = [1, 2, 3, 4, 5] as const
/** A figure of 13 px stands in its circle. */
const figureCircle = (format: SlipFormat): number => format.circle + 4
const figureGap = (format: SlipFormat): number => format.markGap - 3

const row = (count: number, size: number, gap: number): number => Math.max(0, count * (size + gap) - gap)

const circles = (count: number, kind: 'for' | 'against'): string => `<i class="c ${kind}"></i>`.repeat(count)
const figures = FIGURES.map((figure) => `<i class="c f">${figure}</i>`).join('')

type Drawn = Omit<Marks, 'below'>

/** One circle for each dot that may stand on a line; a box for the number where so many circles have no room. */
const dots = (method: Extract<VoteMethod, { name: 'dots' }>, format: SlipFormat): Drawn => {
  const { circle, markGap, line } = format
  const given = Math.min(method.cap, method.budget)
  const against = Math.min(method.cap, method.negative ?? 0)
  const break_ = against > 0 ? markGap : 0
  const width = row(given, circle, markGap) + (against > 0 ? row(against, circle, markGap) + markGap + break_ : 0)
  if (width <= innerWidth(format)) {
    const html = `${circles(given, 'for')}${against > 0 ? `<i class="between"></i>${circles(against, 'against')}` : ''}`
    return { html, width, height: circle }
  }
  const box = line * 2
  const html = `<i class="b w"></i>${against > 0 ? '<i class="sign">\u2212</i><i class="b w"></i>' : ''}`
  return { html, width: against > 0 ? 2 * box + 2 * markGap + line : box, height: line + 2 }
}

const effortEffect = (format: SlipFormat, t: Lookup): Drawn => {
  const names = [t('ballot:scale.effort.name'), t('ballot:scale.effect.name')]
  const label = Math.max(...names.map((name) => textWidth(name, format.size))) + format.markGap
  const height = 2 * figureCircle(format) + 4
  const html = names
    .map((name) => `<span class="pair"><span class="name">${escapeMarkup(name)}</span>${figures}</span>`)
    .join('')
  return {
    html: `<span class="pairs">${html}</span>`,
    width: label + row(5, figureCircle(format), figureGap(format)),
    height,
  }
}

/** Three boxes with their words; under each other where they have no room side by side. */
const stances = (format: SlipFormat, t: Lookup): Drawn => {
  const names = STANCES.map((stance) => t(`ballot:stance.${stance}.name`))
  const own = (name: string): number => format.circle + 6 + textWidth(name, format.size)
  const side = names.reduce((sum, name) => sum + own(name), 0) + 2 * (format.markGap + 6)
  const fits = side <= innerWidth(format) - format.line
  const html = names
    .map((name) => `<span class="stance"><i class="b"></i><span>${escapeMarkup(name)}</span></span>`)
    .join('')
  return fits
    ? { html: `<span class="stances">${html}</span>`, width: side, height: Math.max(format.line, format.circle) }
    : {
        html: `<span class="stances stacked">${html}</span>`,
        width: Math.max(...names.map(own)),
        height: 3 * (Math.max(format.line, format.circle) + 4),
      }
}

const drawn = (method: VoteMethod, format: SlipFormat, t: Lookup): Drawn => {
  const { circle, line } = format
  switch (method.name) {
    case 'dots':
      return dots(method, format)
    case 'approval':
      return { html: '<i class="b"></i>', width: circle, height: circle }
    case 'rating':
      return { html: figures, width: row(5, figureCircle(format), figureGap(format)), height: figureCircle(format) }
    case 'ranking':
      return { html: '<i class="b p"></i>', width: line * 1.6, height: line + 2 }
    case 'share-100':
      return { html: '<i class="b w"></i>', width: line * 2, height: line + 2 }
    case 'effort-effect':
      return effortEffect(format, t)
    case 'consent':
      return stances(format, t)
    default:
      return assertNever(method)
  }
}

/** Marks beside the words take no more than this share of the line. */
const MOST_BESIDE = 0.56

/** The right marks for a method: as many circles as dots may stand on a line, figures, a box for a place or points. */
export const marksOf = (method: VoteMethod, format: SlipFormat, t: Lookup): Marks => {
  const marks = drawn(method, format, t)
  return { ...marks, below: marks.width > innerWidth(format) * MOST_BESIDE }
}

/** What figures and answers mean, or what is written into the boxes; once for the whole slip. */
export const legendOf = (method: VoteMethod, t: Lookup): readonly string[] => {
  switch (method.name) {
    case 'rating':
      return [`${t('ballot:scale.rating.low')} \u00B7 ${t('ballot:scale.rating.high')}`]
    case 'effort-effect':
      return (['effort', 'effect'] as const).map(
        (scale) =>
          `${t(`ballot:scale.${scale}.name`)}: ${t(`ballot:scale.${scale}.low`)} \u00B7 ${t(`ballot:scale.${scale}.high`)}`,
      )
    case 'consent':
      return STANCES.map((stance) => `${t(`ballot:stance.${stance}.name`)}: ${t(`ballot:stance.${stance}.gloss`)}`)
    case 'ranking':
      return [t('ballot:place')]
    case 'share-100':
      return [t('ballot:points')]
    case 'dots':
    case 'approval':
      return []
    default:
      return assertNever(method)
  }
}
