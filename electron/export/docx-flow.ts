import { ColumnBreak, Paragraph } from 'docx'
import type { FileChild, ISectionPropertiesOptions } from 'docx'
import type { Block, ReportModel } from '@core/report/model'
import type { DocxKit } from './docx-blocks'
import { blocksDocx } from './docx-blocks'
import { textRuns } from './docx-table'
import { fitSummary } from './fit-summary'

/** What stands in one column, or in two beside each other. */
export type Flow = { readonly columns: 1 | 2; readonly children: readonly FileChild[] }

/** Between two columns, twentieths of a point. */
const SPACE = 440

export const columnsOf = ({ columns }: Pick<Flow, 'columns'>): Pick<ISectionPropertiesOptions, 'column'> =>
  columns === 2 ? { column: { count: 2, space: SPACE, equalWidth: true } } : {}

/** Of page one, beside each other as in print: who took part, and what matters most. */
const BESIDE = ['summary-people', 'summary-priorities'] as const

export const summaryFlows = async (model: ReportModel, kit: DocxKit): Promise<Flow[]> => {
  const boxes: Block[][] = []
  for (const block of fitSummary(model, kit.reader, 'office')) {
    if (block.b === 'heading' || boxes.length === 0) boxes.push([block])
    else boxes.at(-1)?.push(block)
  }
  const idOf = (box: readonly Block[] | undefined): string => (box?.[0]?.b === 'heading' ? box[0].id : '')
  const flows: Flow[] = []
  for (const [at, box] of boxes.entries()) {
    const isLeft = idOf(box) === BESIDE[0] && idOf(boxes[at + 1]) === BESIDE[1]
    const isRight = idOf(box) === BESIDE[1] && idOf(boxes[at - 1]) === BESIDE[0]
    if (isLeft || isRight) flows.push({ columns: 2, children: await columnDocx(box, kit, isRight) })
    else flows.push({ columns: 1, children: await blocksDocx(box, kit) })
  }
  return flows
}

/** Both begin at the same height. */
const columnDocx = async (box: readonly Block[], kit: DocxKit, isSecond: boolean): Promise<FileChild[]> => {
  const [head, ...rest] = box
  const words = head?.b === 'heading' ? kit.reader.words(head.title) : ''
  return [
    new Paragraph({
      style: 'Heading3',
      spacing: { before: 0, after: 60 },
      children: [...(isSecond ? [new ColumnBreak()] : []), ...textRuns(words)],
    }),
    ...(await blocksDocx(rest, kit)),
  ]
}
