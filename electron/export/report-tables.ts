import { assertNever } from '@core/lib/assert-never'
import type { Block, Cell, QuoteBlock, ReportModel, TableBlock } from '@core/report/model'
import type { Reader } from '@core/report/reader'

/** Every block of a report in reading order, the summary first. */
export const allBlocks = (model: ReportModel): readonly Block[] => [
  ...model.summary,
  ...model.parts.flatMap((part) => part.blocks),
]

/** Each table once: one of the summary can stand in its part too. */
export const uniqueTables = (model: ReportModel): TableBlock[] => {
  const tables = new Map<string, TableBlock>()
  for (const block of allBlocks(model)) if (block.b === 'table' && !tables.has(block.id)) tables.set(block.id, block)
  return [...tables.values()]
}

/** By the id of each table; where several have one title, as those of several votes, with the heading above them. */
export const tableTitles = (model: ReportModel, reader: Reader): ReadonlyMap<string, string> => {
  const found = new Map<string, { readonly title: string; readonly under: string }>()
  for (const blocks of [model.summary, ...model.parts.map((part) => part.blocks)]) {
    let under = ''
    for (const block of blocks) {
      if (block.b === 'heading' && block.level < 4) under = reader.words(block.title)
      if (block.b === 'table' && !found.has(block.id)) found.set(block.id, { title: reader.words(block.title), under })
    }
  }
  const all = [...found.values()].map(({ title }) => title)
  return new Map(
    [...found].map(([id, { title, under }]) => [
      id,
      under !== '' && all.indexOf(title) !== all.lastIndexOf(title) ? `${under}: ${title}` : title,
    ]),
  )
}

export const allQuotes = (model: ReportModel): QuoteBlock[] =>
  model.parts.flatMap((part) => part.blocks.flatMap((block) => (block.b === 'quote' ? [block] : [])))

/** A cell as a program reads it: a bare number to three decimals, null where a figure is held back, else words. */
export const bareCell = (cell: Cell, reader: Reader): string | number | null => {
  switch (cell.t) {
    case 'figure':
      return cell.value === null ? null : Math.round(cell.value * 1000) / 1000
    case 'voices': {
      const names = cell.voices.map((voice) => reader.words(voice.name))
      const words = reader.words(cell.words)
      return names.includes(words) || names.length === 0 ? words : `${names.join('; ')}: ${words}`
    }
    case 'say':
    case 'plain':
    case 'said':
    case 'name':
    case 'day':
    case 'amount':
    case 'list':
    case 'withheld':
      return reader.words(cell)
    default:
      return assertNever(cell)
  }
}
