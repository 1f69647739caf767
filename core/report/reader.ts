import { assertNever } from '../lib/assert-never'
import type { Lookup, TextParams } from '../text/lookup'
import type { Cell, Figure, Words } from './model'

/** Turns words and figures of a report into text of one language. */
export type Reader = {
  readonly lang: string
  readonly words: (words: Words) => string
  readonly figure: (figure: Figure) => string
  readonly cell: (cell: Cell) => string
  readonly day: (day: string) => string
  /** For charts: short, with the year, since a line may go over several. */
  readonly shortDay: (day: string) => string
  readonly t: Lookup
}

/** Stands where a figure is held back; the page says why. */
const HIDDEN = '\u2013'

/** Without signs that make a text file a binary one, or end it: a forged phone can send them. */
const readable = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')

export const createReader = (t: Lookup, lang: string): Reader => {
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 })
  const measured = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 })
  // British order for English: labs are in Europe.
  const days = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const shortDays = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  const lists = new Intl.ListFormat(lang, { type: 'conjunction' })
  const day = (value: string): string => days.format(new Date(`${value}T12:00:00Z`))
  const words = (value: Words): string => {
    switch (value.t) {
      case 'say':
        return t(value.key, value.params ? readParams(value.params) : {})
      case 'plain':
      case 'said':
      case 'name':
        return readable(value.text)
      case 'day':
        return day(value.day)
      case 'amount':
        return measured.format(value.value)
      case 'list':
        return lists.format(value.items.map(words))
      case 'withheld':
        return HIDDEN
      default:
        return assertNever(value)
    }
  }
  const readParams = (params: { readonly [name: string]: Words | string | number }): TextParams =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? words(value) : value]),
    )
  const figure = (value: Figure): string => {
    if (value.value === null) return HIDDEN
    const number = (value.unit === 'value' ? measured : numbers).format(value.value)
    return value.unit === 'percent' ? t('report:percent', { number }) : number
  }
  const cell = (value: Cell): string =>
    value.t === 'figure' ? figure(value) : value.t === 'voices' ? words(value.words) : words(value)
  const shortDay = (value: string): string => shortDays.format(new Date(`${value}T12:00:00Z`))
  return { lang, words, figure, cell, day, shortDay, t }
}
