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
