import type { TopicCell, TopicRow } from '../compare/place-topics'
import { MOST_DRAWN } from '../compare/views'
import type { Tone } from '../charts/vote-grids'
import type { Topic } from '../model/board'
import { TOPIC_GROUPS } from '../model/topics'
import type { CompareSource } from './compare-source'
import { topicWords } from './compare-source'
import type { Block, Cell, Figure, TableBlock, Words } from './model'
import { amount, figure, listed, plain, say } from './model'
import type { GridChartCell } from './vote-chart-blocks'

/** So many places fit as columns, with the long names of topics where there is room for them. */
const MOST_COLUMNS = 8
/** Named in one cell. */
const MOST_NAMES = 12

const isNamed = (cell: TopicCell | undefined): boolean => cell?.kind === 'count' && cell.statements.length > 0

/** The finding in a few sentences: what most name, what comes next, who alone does or does not. */
export const findingWords = ({ by, table, facts }: CompareSource): Words[] => {
  if (facts.length === 0) return [say('compare.finding.empty')]
  const counted = countedIn(table, TOPIC_GROUPS.theme)
  const counts = [...new Set(counted.map(({ rows }) => rows))].filter((rows) => rows > 1).toSorted((a, b) => b - a)
  const shared = counts.slice(0, 2).flatMap((rows) => groupWords({ by, table }, rows, counted))
  const missing = counted.flatMap(({ topic, rows, asked }) => {
    if (asked < 3 || rows !== asked - 1) return []
    const row = table.rows.find(({ cells }) => isAskedOnly(cells[table.topics.indexOf(topic)]))
    return row ? [say('compare.finding.missing', { row: plain(row.name), topic: topicWords(topic) })] : []
  })
  const single = table.single
    .filter(({ topic }) => isTheme(topic))
    .map(({ topic, row }) => say('compare.finding.single', { row: plain(row), topic: topicWords(topic) }))
  const found = [...shared, ...missing.slice(0, 2), ...single.slice(0, 2)]
  return found.length > 0 ? found : [say('compare.finding.nothing')]
}

const countedIn = (table: CompareSource['table'], wanted: readonly Topic[]): Counted[] =>
  table.topics
    .map((topic, column) => ({ topic, rows: table.named[column]?.rows ?? 0, asked: table.named[column]?.asked ?? 0 }))
    .filter(({ topic }) => wanted.includes(topic))

const isTheme = (topic: Topic): boolean => (TOPIC_GROUPS.theme as readonly Topic[]).includes(topic)

const isAskedOnly = (cell: TopicCell | undefined): boolean => cell?.kind === 'count' && cell.statements.length === 0

type Counted = { readonly topic: Topic; readonly rows: number; readonly asked: number }

/** Topics that as many of as many name, in one sentence. */
const groupWords = (
  { by, table }: Pick<CompareSource, 'by' | 'table'>,
  rows: number,
  counted: readonly Counted[],
): Words[] => {
  const same = counted.filter((one) => one.rows === rows)
  return [...new Set(same.map(({ asked }) => asked))].map((asked) => {
    const topics = listed(same.filter((one) => one.asked === asked).map(({ topic }) => topicWords(topic)))
    const whole = asked === table.rows.length
    return say(whole ? `compare.finding.${by}` : `compare.finding.asked.${by}`, {
      count: asked,
      rows: amount(rows),
      topics,
    })
  })
}

/** Themes and levels apart: they answer two questions. */
export const topicBlocks = (source: CompareSource): Block[] => [
  ...groupBlocks(source, 'themes', TOPIC_GROUPS.theme),
  ...groupBlocks(source, 'levels', TOPIC_GROUPS.level),
  ...(source.table.topics.length === 0
    ? [{ b: 'paragraph', words: say('compare.noTopics') } as const]
    : [...togetherBlocks(source), { b: 'notice', words: say('compare.howToRead') } as const]),
]

/** What was said for all places of a session at once; each statement once, in whatever rows it shows. */
const togetherOn = ({ rows }: CompareSource['table'], column: number): readonly string[] => [
  ...new Set(
    rows.flatMap(({ cells: { [column]: cell } }) =>
      cell?.kind === 'together' ? cell.statements.map(({ sessionId, cardId }) => `${sessionId} ${cardId}`) : [],
    ),
  ),
]

const togetherBlocks = ({ table }: CompareSource): Block[] => {
  const items = table.topics.flatMap((topic, column) => {
    const count = togetherOn(table, column).length
    return count === 0 ? [] : [say('compare.togetherItem', { topic: topicWords(topic), count })]
  })
  return items.length === 0 ? [] : [{ b: 'paragraph', words: say('compare.togetherList', { list: listed(items) }) }]
}

const groupBlocks = (source: CompareSource, group: 'themes' | 'levels', wanted: readonly Topic[]): Block[] => {
  const { table, by } = source
  const topics = table.topics.filter((topic) => wanted.includes(topic))
  if (topics.length === 0 || table.rows.length === 0) return []
  return [
    { b: 'heading', id: `compare-${group}`, level: 3, title: say(`compare.heading.${group}`) },
    ...gridBlock(source, group, topics),
    topicsTable(source, topics, {
      b: 'table',
      id: `compare-${group}`,
      title: say(`compare.table.${group}.${by}`),
    }),
  ]
}

const figureOf = (row: number, topic: Topic, count: number): Figure =>
  figure(`compare.${row + 1}.${topic}`, count, 'count')

/** What most name of these topics. */
const mostNamed = ({ by, table }: CompareSource, topics: readonly Topic[]): Words => {
  const counted = countedIn(table, topics)
  const most = Math.max(0, ...counted.map(({ rows }) => rows))
  return (most > 1 ? groupWords({ by, table }, most, counted)[0] : undefined) ?? say('compare.finding.nothing')
}

/** Indexes of the rows that the picture has, in the order of the table. */
const drawnRows = ({ rows }: CompareSource['table'], columns: readonly number[]): number[] => {
  const counted = rows.map(({ cells }, row) => ({
    row,
    count: columns.reduce((sum, column) => sum + countAt(cells[column]), 0),
  }))
  return counted
    .toSorted((a, b) => b.count - a.count || a.row - b.row)
    .slice(0, MOST_DRAWN)
    .map(({ row }) => row)
    .toSorted((a, b) => a - b)
}

const countAt = (cell: TopicCell | undefined): number => (cell?.kind === 'count' ? cell.statements.length : 0)

const gridBlock = (source: CompareSource, group: string, topics: readonly Topic[]): Block[] => {
  const { table, by } = source
  const columns = topics.map((topic) => table.topics.indexOf(topic))
  const drawn = drawnRows(table, columns)
  const most = Math.max(1, ...table.rows.flatMap(({ cells }) => columns.map((column) => countAt(cells[column]))))
  const toneOf = (count: number): Tone => (count === 0 ? 0 : most > 1 && count >= (most * 2) / 3 ? 2 : 1)
  const cellOf = (row: number, column: number, topic: Topic): GridChartCell => {
    const cell = table.rows[row]?.cells[column]
    if (cell?.kind === 'count') {
      const count = cell.statements.length
      return { figure: figureOf(row, topic, count), fill: toneOf(count), strong: count > 0 }
    }
    return { figure: null, fill: cell?.kind === 'together' ? 'self' : 'hidden' }
  }
  const nameOf = (row: number): Words => plain(table.rows[row]?.name ?? '')
  return [
    {
      b: 'chart',
      kind: 'grid',
      id: `compare-${group}-map`,
      title:
        drawn.length < table.rows.length
          ? say(`compare.map.most.${by}`, { count: drawn.length, all: amount(table.rows.length) })
          : say(`compare.map.${by}`),
      sentence: mostNamed(source, topics),
      tableId: `compare-${group}`,
      ...(by === 'place' && drawn.length <= MOST_COLUMNS
        ? {
            columns: drawn.map((row) => ({ title: nameOf(row) })),
            rows: topics.map((topic, at) => ({
              id: topic,
              label: topicWords(topic),
              cells: drawn.map((row) => cellOf(row, columns[at] ?? -1, topic)),
            })),
          }
        : {
            columns: topics.map((topic) => ({ title: topicWords(topic) })),
            rows: drawn.map((row) => ({
              id: `row-${row + 1}`,
              label: nameOf(row),
              cells: topics.map((topic, at) => cellOf(row, columns[at] ?? -1, topic)),
            })),
          }),
    },
  ]
}

const topicsTable = (
  { table, by, facts }: CompareSource,
  topics: readonly Topic[],
  head: Pick<TableBlock, 'b' | 'id' | 'title'>,
): TableBlock => {
  const columns = topics.map((topic) => table.topics.indexOf(topic))
  const namedRow: Cell[] = [
    say(`compare.named.${by}`),
    figure('compare.sessions', facts.length, 'count'),
    ...columns.map((column): Cell => {
      const { rows, asked } = table.named[column] ?? { rows: 0, asked: 0 }
      if (asked > 0) return say('compare.ofAsked', { rows: amount(rows), asked: amount(asked) })
      return say(togetherOn(table, column).length > 0 ? 'compare.together' : 'compare.notAsked')
    }),
  ]
  return {
    ...head,
    columns: [
      { id: 'row', title: say(`compare.column.${by}`), kind: 'words' },
      { id: 'sessions', title: say('compare.column.sessions'), kind: 'figure' },
      ...topics.map((topic) => ({ id: topic, title: topicWords(topic), kind: 'figure' as const })),
    ],
    rows: [...table.rows.map((row, index) => tableRow(row, index, topics, columns)), namedRow],
    note: say('compare.tableNote'),
  }
}

const tableRow = (row: TopicRow, index: number, topics: readonly Topic[], columns: readonly number[]): Cell[] => [
  plain(row.name),
  figure(`compare.${index + 1}.sessions`, row.sessions, 'count'),
  ...columns.map((column, at): Cell => {
    const cell = row.cells[column]
    const topic = topics[at]
    if (cell?.kind === 'count' && topic) return figureOf(index, topic, cell.statements.length)
    return say(cell?.kind === 'together' ? 'compare.together' : 'compare.notAsked')
  }),
]

/** The first of them; of many, how many there are more. The table above has them all. */
const someOf = (names: readonly string[]): Words =>
  names.length <= MOST_NAMES
    ? listed(names.map(plain))
    : say('compare.andMore', {
        list: plain(names.slice(0, MOST_NAMES).join(', ')),
        count: amount(names.length - MOST_NAMES),
      })

/** What several name and what one alone names, with who they are. */
export const sharedBlocks = ({ table, by }: CompareSource): Block[] => {
  const rows = table.topics
    .map((topic, column) => ({
      topic,
      asked: table.named[column]?.asked ?? 0,
      names: table.rows.filter(({ cells }) => isNamed(cells[column])).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0)
    .toSorted((a, b) => b.names.length - a.names.length)
  if (rows.length === 0) return []
  return [
    {
      b: 'table',
      id: 'compare-shared',
      title: say(`compare.shared.${by}`),
      columns: [
        { id: 'topic', title: say('compare.column.topic'), kind: 'words' },
        { id: 'named', title: say('compare.column.named'), kind: 'figure' },
        { id: 'asked', title: say('compare.column.asked'), kind: 'figure' },
        { id: 'who', title: say('compare.column.who'), kind: 'words' },
      ],
      rows: rows.map(({ topic, names, asked }) => [
        topicWords(topic),
        figure(`compare.named.${topic}`, names.length, 'count'),
        figure(`compare.asked.${topic}`, asked, 'count'),
        someOf(names),
      ]),
    },
  ]
}
