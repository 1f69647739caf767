import { parentPort, workerData } from 'node:worker_threads'
import type { Answered, Asked } from '../../export/kept-thread'
import type { ReportPort } from '../../export/report-port'
import type { ReportQuestion } from '../../export/report-threads'
import { answerReport } from '../../export/report-threads'
import { readWords } from '../words'
import { reportsHere } from './node-reports'

const { resources } = workerData as { readonly resources: string } // by `createThreadedReports`, and by nobody else

// Its pages are printed by the host.
const noPrinter = (): Promise<never> => Promise.reject(new Error('the host prints'))

const start = async (): Promise<ReportPort> => await reportsHere(resources, (await readWords(resources)).of, noPrinter)

const port = start()
const answer = async ({ id, ask }: Asked): Promise<Answered> => {
  try {
    return { id, answer: await answerReport(await port, ask as ReportQuestion) } // as above
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('unknown')
    return { id, problem: { name, message } }
  }
}

parentPort?.on('message', (asked: Asked) => void answer(asked).then((answered) => parentPort?.postMessage(answered)))
