import type { DocumentView } from '@core/model/document'
import type { ExportPart, ExportPicture } from '@core/protocol/report-views'
import type { ExportFormat } from '@core/report/formats'
import { formatsOf } from '@core/report/formats'
import type { Removal } from '@core/report/model'
import type { NamedFile } from './exporters'
import { printed } from './exporters'
import { createKeptThread } from './kept-thread'
import type { PrintPdf } from './office-tools'
import type { Which } from './report-pictures'
import type { ReportPort } from './report-port'
import type { ReportAsk } from '@core/report/report-ask'
import { SESSION } from './report-sources'

/** What a thread can be told: words, figures and pictures, and no function. */
type ToldAsk = Omit<ReportAsk, 'room'> & {
  readonly room?: { readonly view: NonNullable<ReportAsk['room']>['view']; readonly codes: Codes } | undefined
}
type Codes = ReadonlyMap<number, string | null>
/** One question to the thread: a method of the port with what it is about. */
export type ReportQuestion = { readonly view: DocumentView; readonly ask: ToldAsk } & (
  | { readonly what: 'draw'; readonly format: ExportFormat }
  | { readonly what: 'names'; readonly formats: readonly ExportFormat[] }
  | { readonly what: 'picture'; readonly which: Which }
  | { readonly what: 'parts' | 'removed' }
)

/** Only the codes of the slips that are asked for go along. */
const told = ({ room, ...ask }: ReportAsk): ToldAsk => {
  if (!room) return ask
  const { first, count } = ask.what?.kind === 'ballots' ? ask.what : { first: 0, count: 0 }
  const numbers = Array.from({ length: count }, (_, at) => first + at)
  return { ...ask, room: { view: room.view, codes: new Map(numbers.map((one) => [one, room.codeOf(one)])) } }
}

const untold = ({ room, ...ask }: ToldAsk): ReportAsk =>
  room ? { ...ask, room: { view: room.view, codeOf: (number) => room.codes.get(number) ?? null } } : ask

/** Answers a question with the port that draws in this thread. */
export const answerReport = async (port: ReportPort, question: ReportQuestion): Promise<unknown> => {
  const { view } = question
  const ask = untold(question.ask)
  switch (question.what) {
    case 'draw':
      return await port.draw(view, ask, question.format)
    case 'names':
      return await port.names(view, ask, question.formats)
    case 'picture':
      return await port.picture(view, ask, question.which)
    case 'parts':
      return await port.parts(view, ask)
    case 'removed':
      return await port.removed(view, ask)
  }
}

type Deps = {
  /** The built script of the thread. */
  readonly script: string
  readonly resources: string
  readonly printPdf: PrintPdf
}

/**
 * Reports drawn beside the host: a report of a long day takes longer than a phone should wait for its tick. The document is
 * taken as it is when it is asked about (1 ms for 300 cards). Pages are printed by the host's own printer.
 */
export const createThreadedReports = ({
  script,
  resources,
  printPdf,
}: Deps): ReportPort & { close: () => Promise<void> } => {
  const thread = createKeptThread(script, { resources })
  const ask = thread.ask as (question: ReportQuestion, signal?: AbortSignal) => Promise<never> // as `answerReport` answers it
  const draw = (view: DocumentView, of: ReportAsk, format: ExportFormat, signal?: AbortSignal): Promise<NamedFile[]> =>
    ask({ what: 'draw', view, ask: told(of), format }, signal)
  return {
    draw: async (view, of, format, signal) => {
      if (format !== 'pdf') return await draw(view, of, format, signal)
      if (!formatsOf((of.what ?? SESSION).kind).includes(format)) return []
      return await printed(await draw(view, of, 'html', signal), printPdf, signal)
    },
    names: (view, of, formats): Promise<string[]> => ask({ what: 'names', view, ask: told(of), formats }),
    picture: (view, of, which): Promise<ExportPicture | null> => ask({ what: 'picture', view, ask: told(of), which }),
    parts: (view, of): Promise<readonly ExportPart[]> => ask({ what: 'parts', view, ask: told(of) }),
    removed: (view, of): Promise<readonly Removal[]> => ask({ what: 'removed', view, ask: told(of) }),
    close: thread.close,
  }
}
