import type writeXlsxFile from 'write-excel-file/node'
import { escapeMarkup } from '@core/charts/svg'

/** What a sheet says on paper: `title` above each page, `wide`: on its side. */
export type SheetPaper = { readonly title: string; readonly wide: boolean; readonly head: boolean }

/** The library's own type of a file's bytes is not for others to name. */
type Options = NonNullable<Parameters<typeof writeXlsxFile>[1]>
type Feature = NonNullable<Options['features']>[number]

/** Letters of a head or foot: Excel takes 255 with its own signs, and "&" counts twice. */
const LINE_LIMIT = 100

/**
 * Sheets that come out of a printer as pages: A4, as wide as the paper, the header row on every page, what the sheet is above
 * and the report and the page number below. The library has none of it.
 */
export const paperFeature = (
  papers: ReadonlyMap<string, SheetPaper>,
  foot: { readonly title: string; readonly page: string },
): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, options) => {
          const paper = papers.get(options.sheet ?? '')
          return paper ? onPaper(xml, paper, foot) : xml
        },
      },
      'xl/workbook.xml': { transform: (xml, sheets) => withHeadRows(xml, sheets, papers) },
    },
  },
})

const onPaper = (
  xml: string,
  { title, wide }: SheetPaper,
  foot: { readonly title: string; readonly page: string },
): string =>
  xml
    .replace(/<worksheet[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(
      '</worksheet>',
      () =>
        `<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.75" header="0.4" footer="0.35"/><pageSetup paperSize="9" orientation="${wide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;L&amp;"-,Bold"${inLine(title)}</oddHeader><oddFooter>&amp;L${inLine(foot.title)}&amp;R${inLine(foot.page)} &amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
    )

/** "&" begins a sign of Excel's own; doubled it is a letter. */
const inLine = (text: string): string =>
  escapeMarkup([...text.replaceAll(/\s+/g, ' ')].slice(0, LINE_LIMIT).join('').replaceAll('&', '&&'))

const withHeadRows = (
  xml: string,
  sheets: readonly { readonly sheet?: string }[],
  papers: ReadonlyMap<string, SheetPaper>,
): string => {
  const names = sheets.flatMap(({ sheet = '' }, at) =>
    papers.get(sheet)?.head
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeMarkup(sheet.replaceAll("'", "''"))}'!$1:$1</definedName>`,
        ]
      : [],
  )
  return names.length === 0
    ? xml
    : xml.replace('</sheets>', () => `</sheets><definedNames>${names.join('')}</definedNames>`)
}
