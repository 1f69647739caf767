import type { Result } from '@core/lib/result'
import { err } from '@core/lib/result'
import type { ReadChoices, ReadTable, TableProblem } from './read-table'

export type ReadAsk = { readonly bytes: Uint8Array; readonly choices: ReadChoices }
export type ReadAnswer = Result<ReadTable, TableProblem>

/** Where there are no workers, or none starts, the page does it itself. */
const here = async (bytes: Uint8Array, choices: ReadChoices): Promise<ReadAnswer> =>
  (await import('./read-table')).readTable(bytes, choices)

/** First the worker says that it is there. */
export type ReadMessage = 'ready' | ReadAnswer

/**
 * Reads a table beside the page: thousands of rows take a second or more, in which nothing would move. Who loses interest
 * stops the work by `signal`; then there is no answer.
 */
export const readApart = (bytes: Uint8Array, choices: ReadChoices, signal: AbortSignal): Promise<ReadAnswer> => {
  if (typeof Worker === 'undefined') return here(bytes, choices)
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read-table-worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => worker.terminate()
    signal.addEventListener('abort', end, { once: true })
    let isReady = false
    const settle = (answer: ReadAnswer | Promise<ReadAnswer>): void => {
      signal.removeEventListener('abort', end)
      end()
      resolve(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ReadMessage>) => {
      if (data === 'ready') isReady = true
      else settle(data)
    })
    // What was too much for the worker would be too much for the page.
    worker.addEventListener('error', () => settle(isReady ? err('swollen') : here(bytes, choices)))
    worker.postMessage({ bytes, choices } satisfies ReadAsk)
  })
}
