import { assertNever } from '../lib/assert-never'
import { maskContacts } from './contacts'
import { say } from './model'
import type {
  Block,
  Cell,
  ChartBlock,
  DecisionBlock,
  Part,
  Profile,
  QuoteBlock,
  Removal,
  ReportModel,
  TableBlock,
  VoiceRef,
  Words,
} from './model'

/**
 * Model → model: what a profile may not have is gone before any renderer sees it. Internal keeps all. Participants and
 * public lose names and every word that its author did not release; public gets the tables of the public partition.
 * What was taken out is counted in `removed`. `knownNames` are the names and aliases of the people in the document:
 * outside the internal profile they are masked wherever somebody wrote them.
 */
export const redact = (model: ReportModel, profile: Profile, knownNames: readonly string[]): ReportModel => {
  const count: Counter = { names: 0, 'unreleased-words': 0 }
  const context: Context = { profile, count, names: maskable(knownNames) }
  const summary = withoutEmptyHeadings(redactBlocks(model.summary, context))
  const parts = model.parts.map((part) => redactPart(part, context)).filter((part) => part.blocks.length > 0)
  const removed = removals(model.removed, count, profile)
  return {
    ...model,
    profile,
    title: redactWords(model.title, context),
    lab: redactWords(model.lab, context),
    meta:
      profile === 'internal'
        ? model.meta
        : {
            ...model.meta,
            funderNotice: maskOrNull(model.meta.funderNotice, context),
            organisations: model.meta.organisations.map((name) => mask(name, context)),
            logos: model.meta.logos.map((logo) => ({ ...logo, name: mask(logo.name, context) })),
          },
    summary,
    parts: parts.map((part) => (part.id === 'method' ? withRemoved(part, removed) : part)),
    removed,
  }
}

/** The same rule for words outside of a report model: a board in print. */
export const redactor = (
  profile: Profile,
  knownNames: readonly string[],
): { readonly words: (words: Words) => Words } => {
  const context: Context = { profile, count: { names: 0, 'unreleased-words': 0 }, names: maskable(knownNames) }
  return { words: (words) => redactWords(words, context) }
}

type Counter = { names: number; 'unreleased-words': number }
type Context = { readonly profile: Profile; readonly count: Counter; readonly names: readonly string[] }

/**
 * Longest first, so that a full name goes before its first name. One or two letters would mask half the language. Letters
 * with accents are written as one sign or as two, and look the same.
 */
const maskable = (names: readonly string[]): string[] => {
  const wanted = names.map((name) => name.trim()).filter((name) => name.length >= 3)
  const forms = wanted.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')])
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length)
}

/** Language-neutral, so that it needs no words. */
export const MASK = '[\u2026]'

const mask = (text: string, context: Context): string =>
  context.profile === 'internal' ? text : maskContacts(maskNames(text, context), MASK)

const maskNames = (text: string, context: Context): string =>
  context.names.reduce((masked, name) => {
    if (!masked.includes(name)) return masked
    context.count.names += 1
    return masked.replaceAll(name, MASK)
  }, text)

const maskOrNull = (text: string | null, context: Context): string | null =>
  text === null ? null : mask(text, context)

/** Counted before: what the builder left out (held cards, people, notebook entries) and the merged voices. */
const removals = (built: readonly Removal[], count: Counter, profile: Profile): Removal[] => {
  if (profile === 'internal') return []
  const counted: Removal[] = [
    { what: 'names', count: count.names },
    { what: 'unreleased-words', count: count['unreleased-words'] },
  ]
  const kept = built
    .filter((removal) => profile === 'public' || (removal.what !== 'merged-voices' && removal.what !== 'hidden-voices'))
    .map(({ what, count: usual, inPublic }) => ({ what, count: profile === 'public' ? (inPublic ?? usual) : usual }))
  return [...counted, ...kept].filter((removal) => removal.count > 0)
}

/** The annex says how many contributions were kept back; their words are gone, their number is not. */
const redactPart = (part: Part, context: Context): Part => {
  const before = context.count['unreleased-words']
  const blocks = withoutEmptyHeadings(redactBlocks(part.blocks, context))
  const kept = context.count['unreleased-words'] - before
  const title = redactWords(part.title, context)
  if (part.id !== 'annex' || kept === 0) return { ...part, title, blocks }
  return { ...part, title, blocks: [...blocks, { b: 'notice', words: say('annex.kept', { count: kept }) }] }
}

/** A heading whose contributions were all kept back would only point at them; one of nothing says nothing. */
const withoutEmptyHeadings = (blocks: readonly Block[]): Block[] => {
  const kept: Block[] = []
  for (const block of blocks.toReversed()) {
    const next = kept.at(-1)
    const hasNothing = block.b === 'heading' && (!next || (next.b === 'heading' && next.level <= block.level))
    if (!hasNothing) kept.push(block)
  }
  return kept.toReversed()
}

const withRemoved = (part: Part, removed: readonly Removal[]): Part =>
  removed.length === 0
    ? part
    : {
        ...part,
        blocks: [...part.blocks, { b: 'paragraph', words: say('method.removed', { list: removedWords(removed) }) }],
      }

/** "4 names, 2 notebook entries": also listed before export. */
const removedWords = (removed: readonly Removal[]): Words => ({
  t: 'list',
  items: removed.map((removal) => say(`removed.${removal.what}`, { count: removal.count })),
})

const redactBlocks = (blocks: readonly Block[], context: Context): Block[] =>
  blocks.flatMap((block) => redactBlock(block, context))

const redactBlock = (block: Block, context: Context): Block[] => {
  switch (block.b) {
    case 'by-audience':
      return redactBlocks(context.profile === 'public' ? block.public : block.room, context)
    case 'quote': {
      const quote = redactQuote(block, context)
      return quote ? [quote] : []
    }
    case 'table':
      return [redactTable(block, context)]
    case 'decision':
      return [{ ...block, decision: redactDecision(block.decision, context) }]
    case 'lead':
      return [{ ...block, words: block.words.map((words) => redactWords(words, context)) }]
    case 'paragraph':
    case 'notice':
      return [{ ...block, words: redactWords(block.words, context) }]
    case 'list':
      return [{ ...block, items: block.items.map((item) => redactWords(item, context)) }]
    case 'checks':
      return [{ ...block, items: block.items.map((item) => ({ ...item, words: redactWords(item.words, context) })) }]
    case 'facts':
      return [{ ...block, rows: block.rows.map((row) => ({ ...row, words: redactWords(row.words, context) })) }]
    case 'heading':
    case 'lines':
      return [{ ...block, title: redactWords(block.title, context) }]
    case 'chart':
      return [redactChart(block, context)]
    default:
      return assertNever(block)
  }
}

const redactChart = (chart: ChartBlock, context: Context): ChartBlock => {
  const words = (value: Words): Words => redactWords(value, context)
  const common = { title: words(chart.title), sentence: words(chart.sentence) }
  const labelled = <R extends { readonly label: Words }>(rows: readonly R[]): R[] =>
    rows.map((row) => ({ ...row, label: words(row.label) }))
  switch (chart.kind) {
    case 'line':
      return { ...chart, ...common }
    case 'bars':
      return { ...chart, ...common, rows: labelled(chart.rows) }
    case 'gaps':
      return {
        ...chart,
        ...common,
        rows: labelled(chart.rows).map((row) => ({
          ...row,
          points: row.points.map((point) => redactRef(point, context)),
        })),
      }
    case 'grid': {
      const columns = chart.columns.map((column) => ({ ...column, title: words(column.title) }))
      return { ...chart, ...common, columns, rows: labelled(chart.rows) }
    }
    case 'stack':
      return { ...chart, ...common, rows: labelled(chart.rows) }
    case 'quadrants':
      return { ...chart, ...common, rows: labelled(chart.rows) }
    default:
      return assertNever(chart)
  }
}

const redactDecision = (decision: DecisionBlock, context: Context): DecisionBlock => ({
  ...decision,
  wording: redactWords(decision.wording, context),
  facts: decision.facts.map((fact) => ({ ...fact, words: redactWords(fact.words, context) })),
  behind: redactCell(decision.behind, context),
  objections: decision.objections.flatMap((objection) => redactQuote(objection, context) ?? []),
})

const redactQuote = (quote: QuoteBlock, context: Context): QuoteBlock | null => {
  const words = redactWords(quote.words, context)
  if (words.t === 'withheld') return null
  const by = quote.by && redactRef(quote.by, context)
  return { ...quote, words, by, ...(quote.place === undefined ? {} : { place: mask(quote.place, context) }) }
}

/** A row whose own words may not leave goes as a whole: half a row would point at the person. */
const redactTable = (table: TableBlock, context: Context): TableBlock => ({
  ...table,
  title: redactWords(table.title, context),
  columns: table.columns.map((column) => ({ ...column, title: redactWords(column.title, context) })),
  ...(table.note === undefined ? {} : { note: redactWords(table.note, context) }),
  rows: table.rows.flatMap((row) => {
    const cells = row.map((cell) => redactCell(cell, context))
    return cells.some((cell) => cell.t === 'withheld') ? [] : [cells]
  }),
})

/** A voice stands beside its words: where these may not be read, nothing of the cell is left. */
const redactCell = (cell: Cell, context: Context): Cell => {
  if (cell.t === 'figure') return cell
  if (cell.t !== 'voices') return redactWords(cell, context)
  const words = redactWords(cell.words, context)
  return words.t === 'withheld' ? words : { ...cell, words, voices: cell.voices.map((ref) => redactRef(ref, context)) }
}

/** A lab can call a voice what it wants, also by a name. */
const redactRef = <R extends VoiceRef>(ref: R, context: Context): R => ({
  ...ref,
  name: redactWords(ref.name, context),
})

const redactWords = (words: Words, context: Context): Words => {
  switch (words.t) {
    case 'said':
      if (context.profile === 'internal') return words
      if (words.release !== 'none') return { ...words, text: mask(words.text, context) }
      context.count['unreleased-words'] += 1
      return { t: 'withheld' }
    case 'name':
      if (context.profile === 'internal') return words
      context.count.names += 1
      return redactWords(words.instead, context)
    case 'list':
      return { t: 'list', items: words.items.map((item) => redactWords(item, context)) }
    case 'say':
      return words.params ? { ...words, params: mapParams(words.params, context) } : words
    case 'plain':
      if (context.profile === 'internal') return words
      return { ...words, text: words.given ? maskNames(words.text, context) : mask(words.text, context) }
    case 'day':
    case 'amount':
    case 'withheld':
      return words
    default:
      return assertNever(words)
  }
}

type Params = { readonly [name: string]: Words | string | number }

const mapParams = (params: Params, context: Context): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' ? redactWords(value, context) : value,
    ]),
  )
