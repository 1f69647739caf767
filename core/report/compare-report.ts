import { frameBlocks } from './compare-frame'
import { decisionBlocks, indicatorBlocks, priorityBlocks, taskBlocks } from './compare-outcomes'
import { chosenWords, isNarrowed } from './compare-chosen'
import type { CompareSource } from './compare-source'
import { findingWords, sharedBlocks, topicBlocks } from './compare-topics'
import type { Block, Part, ReportModel, Words } from './model'
import { day, figure, listed, plain, say } from './model'

/** Labs named in the title; more are counted. */
const MOST_NAMED = 3

/**
 * Many sessions side by side, before redaction. It counts statements and tells apart none, not asked, and named for all
 * together; every session it rests on is listed, and every file that was left out.
 */
export const buildCompareReport = (source: CompareSource): ReportModel => {
  const { by, table, facts } = source
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'compare',
    profile: 'internal',
    title: say(`compare.title.${by}`, { count: table.rows.length }),
    lab: labWords(source),
    day: facts.at(-1)?.day ?? source.today,
    meta: { authors: [], organisations: [], funderNotice: null, logos: [] },
    summary: [{ b: 'lead', words: [...findingWords(source), restsOn(source), ...chosenWords(source)] }],
    parts: partsOf(source),
    removed: [],
  }
}

const labWords = ({ facts }: CompareSource): Words => {
  const labs = [...new Set(facts.map(({ labName }) => labName))]
  return labs.length <= MOST_NAMED ? listed(labs.map(plain)) : say('compare.labs', { count: labs.length })
}

const restsOn = ({ facts, filter }: CompareSource): Words => {
  const statements = facts.reduce((sum, session) => sum + session.statements, 0)
  return say(isNarrowed(filter) ? 'compare.restsOnSome' : 'compare.restsOn', {
    statements: say('compare.statements', { count: statements }),
    sessions: say('compare.sessions', { count: facts.length }),
  })
}

const partsOf = (source: CompareSource): Part[] => {
  const part = (id: string, blocks: readonly Block[], breakBefore = false): Part[] =>
    blocks.length === 0 ? [] : [{ id, title: say(`part.${id}`), blocks, breakBefore }]
  return [
    ...part('compareTopics', topicBlocks(source)),
    ...part('compareShared', sharedBlocks(source)),
    ...part('compareFrame', frameBlocks(source), true),
    ...part('comparePriorities', priorityBlocks(source)),
    ...part('compareTasks', [...taskBlocks(source), ...decisionBlocks(source)]),
    ...part('compareIndicators', indicatorBlocks(source)),
    ...part('method', methodBlocks(source), true),
  ]
}

const methodBlocks = (source: CompareSource): Block[] => [
  { b: 'paragraph', words: say('compare.method.count') },
  { b: 'paragraph', words: say('compare.method.votes') },
  { b: 'paragraph', words: say('compare.method.newest') },
  sessionTable(source),
  ...leftOut(source),
]

const sessionTable = ({ facts }: CompareSource): Block => ({
  b: 'table',
  id: 'compare-sessions',
  title: say('compare.sessionTable'),
  columns: [
    { id: 'day', title: say('column.day'), kind: 'words' },
    { id: 'lab', title: say('compare.column.lab'), kind: 'words' },
    { id: 'session', title: say('compare.column.session'), kind: 'words' },
    { id: 'places', title: say('compare.column.places'), kind: 'words' },
    { id: 'statements', title: say('compare.column.statements'), kind: 'figure' },
  ],
  rows: facts.map(({ day: on, labName, title, places, statements }, at) => [
    day(on),
    plain(labName),
    plain(title),
    listed(places.map(plain)),
    figure(`compare.session.${at + 1}`, statements, 'count'),
  ]),
})

/** File names can hold anything: outside of the lab only their number is told. */
const leftOut = ({ compared: { damaged, doubles } }: CompareSource): Block[] => {
  const kinds = [
    { id: 'damaged', names: damaged.map(({ fileName }) => fileName) },
    { id: 'doubles', names: doubles.map(({ fileName }) => fileName) },
  ].filter(({ names }) => names.length > 0)
  if (kinds.length === 0) return [{ b: 'paragraph', words: say('compare.leftOut.none') }]
  const counts = kinds.map(({ id, names }): Block => ({
    b: 'notice',
    words: say(`compare.leftOut.${id}`, { count: names.length }),
  }))
  const room = kinds.flatMap(({ id, names }, at): Block[] => [
    ...counts.slice(at, at + 1),
    { b: 'list', id: `compare-${id}`, items: names.map(plain) },
  ])
  return [{ b: 'by-audience', room, public: counts }]
}
