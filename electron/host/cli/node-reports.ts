import { join } from 'node:path'
import { createChromiumPdf, findBrowser } from '../../export/chromium-pdf'
import type { PrintPdf } from '../../export/office-tools'
import { createOfficeTools } from '../../export/office-tools'
import { createReportPort, readReportFonts } from '../../export/report-port'
import { createThreadedReports } from '../../export/report-threads'
import type { ReportPort, ShellPort } from '../ports'
import type { Words } from '../words'

/** Where the build puts the script that draws beside the host. */
export const reportThreadIn = (root: string): string => join(root, 'out', 'host', 'report-thread.js')

/** Without a desktop shell a browser of this computer prints. */
const browserPdf = (): ReturnType<typeof createChromiumPdf> =>
  createChromiumPdf(() => findBrowser(process.env, process.platform))

const printerOf = (shell: ShellPort | null): { readonly print: PrintPdf; readonly close: () => Promise<void> } => {
  // Its windows end with it.
  if (shell) return { print: shell.printPdf, close: () => Promise.resolve() }
  const print = browserPdf()
  return { print, close: print.close }
}

/** Reports drawn in this thread: where nobody waits for anything else meanwhile. */
export const reportsHere = async (resources: string, wordsFor: Words['of'], printPdf: PrintPdf = browserPdf()) => {
  const fonts = join(resources, 'fonts')
  return createReportPort({
    now: () => Date.now(),
    wordsFor,
    fonts: await readReportFonts(fonts),
    tools: createOfficeTools(fonts, printPdf),
  })
}

type Choices = {
  readonly shell: ShellPort | null
  readonly resources: string
  /** The built script; null: in this thread. */
  readonly reportThread: string | null
}

/** The reports of a host; what they keep for the next one ends with it. */
export const hostReports = async ({ shell, resources, reportThread }: Choices, words: Words): Promise<ReportPort> => {
  const { print, close } = printerOf(shell)
  if (reportThread === null) return { ...(await reportsHere(resources, words.of, print)), close }
  const threaded = createThreadedReports({ script: reportThread, resources, printPdf: print })
  return {
    ...threaded,
    close: async () => {
      await Promise.all([threaded.close(), close()])
    },
  }
}
