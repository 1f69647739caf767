import { assertNever } from '@core/lib/assert-never'
import type { Block, Cell, QuoteBlock, ReportModel, TableBlock } from '@core/report/model'
import { footWords, kindWords } from '@core/report/kind-words'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { Exporter } from './export-file'
import { utf8 } from './export-file'

/** CommonMark with tables; people's words are escaped, so that they stay words. */
export const exportMarkdown: Exporter = (model, { reader, madeAt }) => [
  { suffix: '.md', bytes: utf8(`${document(model, reader, madeAt)}\n`) },
]

const document = (model: ReportModel, reader: Reader, madeAt: string): string =>
  [
    `# ${escapeText(reader.words(model.title))}`,
    escapeText(`${reader.words(model.lab)} · ${reader.day(model.day)} · ${reader.words(kindWords(model))}`),
    ...(model.meta.authors.length > 0
      ? [escapeText(reader.words(say('cover.authors', { names: model.meta.authors.join(', ') })))]
      : []),
    ...model.summary.flatMap((block) => blockText(block, reader)),
    ...model.parts.flatMap((part) => [
      `## ${escapeText(reader.words(part.title))}`,
      ...part.blocks.flatMap((block) => blockText(block, reader)),
    ]),
    ...(model.meta.funderNotice ? [escapeText(model.meta.funderNotice)] : []),
    `*${escapeText(`${reader.words(footWords(model))} ${reader.words(say('cover.madeAt', { when: { t: 'day', day: madeAt.slice(0, 10) } }))}`)}*`,
  ].join('\n\n')

const blockText = (block: Block, reader: Reader): string[] => {
  switch (block.b) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escapeText(reader.words(block.title))}`]
    case 'lead':
      return [`> **${block.words.map((words) => escapeText(reader.words(words))).join(' ')}**`]
    case 'paragraph':
      return [escapeText(reader.words(block.words))]
    case 'notice':
      return [`> ${escapeText(reader.words(block.words))}`]
    case 'list':
      return [block.items.map((item) => `- ${escapeText(reader.words(item))}`).join('\n')]
    case 'checks':
      return [
        block.items.map((item) => `- [${item.ticked ? 'x' : ' '}] ${escapeText(reader.words(item.words))}`).join('\n'),
      ]
    case 'facts':
      return [
        block.rows
          .map((row) => `- **${escapeText(reader.words(row.title))}:** ${escapeText(reader.words(row.words))}`)
          .join('\n'),
      ]
    case 'lines':
      return [
        `*${escapeText(reader.words(block.title))}*`,
        ...Array.from({ length: block.count }, () => '\\_'.repeat(40)),
      ]
    case 'table':
      return [tableText(block, reader)]
    case 'chart':
      return [`*${escapeText(reader.words(block.sentence))}*`]
    case 'quote':
      return [quoteText(block, reader)]
    case 'decision': {
      const { decision } = block
      const facts = [
        ...decision.facts,
        { title: say('column.behind'), words: say('same', { words: cellText(decision.behind, reader) }) },
      ]
      return [
        `### D${decision.number} ${escapeText(reader.words(decision.wording))}`,
        facts
          .map((row) => `- **${escapeText(reader.words(row.title))}:** ${escapeText(reader.words(row.words))}`)
          .join('\n'),
        ...(decision.objections.length > 0 ? [`**${escapeText(reader.words(say('column.objections')))}**`] : []),
        ...decision.objections.map((objection) => quoteText(objection, reader)),
      ]
    }
    case 'by-audience':
      return block.room.flatMap((inner) => blockText(inner, reader))
    default:
      return assertNever(block)
  }
}

const cellText = (cell: Cell, reader: Reader): string => {
  if (cell.t !== 'voices') return reader.cell(cell)
  const names = cell.voices.map((voice) => reader.words(voice.name)).join(', ')
  const words = reader.words(cell.words)
  return names === '' || names === words ? words : `${names} (${words})`
}

const tableText = (table: TableBlock, reader: Reader): string => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => escapeText(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [
    `**${escapeText(reader.words(table.title))}**`,
    '',
    line(table.columns.map((column) => reader.words(column.title))),
    `| ${table.columns.map((column) => (column.kind === 'figure' ? '---:' : '---')).join(' | ')} |`,
    ...table.rows.map((row) => line(row.map((cell) => cellText(cell, reader)))),
    ...(table.note ? ['', `*${escapeText(reader.words(table.note))}*`] : []),
  ].join('\n')
}

const quoteText = (quote: QuoteBlock, reader: Reader): string => {
  const by = [quote.by ? reader.words(quote.by.name) : null, quote.place ?? null].filter((part) => part !== null)
  return `> \u201C${escapeText(reader.words(quote.words))}\u201D${by.length > 0 ? ` \u2014 ${escapeText(by.join(', '))}` : ''}`
}

/** One line, with everything that Markdown or HTML could act on made inert. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll(/[\\`*_[\]#~]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\s*)([-+=])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
