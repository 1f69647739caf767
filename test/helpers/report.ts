import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tablesOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Block, Cell, Figure, ReportModel } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { createReader } from '@core/report/reader'
import { createLookup } from '@core/text/lookup'
import type { Catalog } from '@core/text/lookup'
import { firstFamilySession } from '../../scripts/samples/families-first'
import { sampleKit } from '../../scripts/samples/kit'

const namespaces = ['report', 'result', 'charts', 'boards', 'common', 'lab']

const readCatalog = (): Catalog =>
  Object.fromEntries(
    namespaces.map((name) => [
      name,
      JSON.parse(
        readFileSync(resolve(import.meta.dirname, `../../resources/locales/en/${name}.json`), 'utf8'),
      ) as Catalog,
    ]),
  )

/** Words and figures in English, as the host gives them to exporters. */
export const englishReader = (): Reader => createReader(createLookup(readCatalog(), 'en'), 'en')

/** The closed first meeting of the families lab: cards, clusters, a vote by voice, decisions, tasks, questions. */
export const closedSession = (): AnyRecord[] => firstFamilySession(sampleKit(7)).records

export const viewOf = (records: readonly AnyRecord[]): DocumentView => tablesOf(structuredClone(records) as AnyRecord[])

export const blocksOf = (model: ReportModel): Block[] => [
  ...model.summary,
  ...model.parts.flatMap((part) => part.blocks),
]

/** Every figure of a redacted report by its id; a figure that stands twice must be the same both times. */
export const figuresOf = (model: ReportModel): Map<string, Figure> => {
  const figures = new Map<string, Figure>()
  const add = (figure: Figure): void => {
    const known = figures.get(figure.id)
    if (known && (known.value !== figure.value || known.unit !== figure.unit))
      throw new Error(`${figure.id} has two values`)
    figures.set(figure.id, figure)
  }
  const addCell = (cell: Cell): void => {
    if (cell.t === 'figure') add(cell)
  }
  for (const block of blocksOf(model)) {
    if (block.b === 'table') for (const row of block.rows) row.forEach(addCell)
    if (block.b === 'chart' && block.kind === 'bars') for (const row of block.rows) add(row.figure)
    if (block.b === 'chart' && block.kind === 'line') {
      for (const one of [...block.points, block.target, block.baseline]) if (one) add(one.figure)
    }
    if (block.b === 'chart' && block.kind === 'gaps')
      for (const row of block.rows) [row.gap, ...row.points.map((point) => point.figure)].forEach(add)
  }
  return figures
}
