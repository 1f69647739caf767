import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/**
 * Runs beside the host, so that a large board does not keep phones and votes waiting. Text, because a file of its own would
 * have to be found again in every way the app is built.
 */
const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
const { initWasm, Resvg } = require(workerData.engine)
const fontBuffers = workerData.fonts.map((path) => new Uint8Array(readFileSync(path)))
const ready = initWasm(readFileSync(workerData.wasm))
parentPort.on('message', async ({ id, svg, scale, family }) => {
  try {
    await ready
    const drawing = new Resvg(svg, {
      background: '#fff',
      fitTo: { mode: 'zoom', value: scale },
      font: { fontBuffers, defaultFontFamily: family },
    })
    const { width, height } = drawing
    const drawn = drawing.render()
    const png = drawn.asPng()
    drawn.free()
    drawing.free()
    parentPort.postMessage({ id, png, width, height })
  } catch (error) {
    parentPort.postMessage({ id, problem: String(error) })
  }
})`

type Answer = { readonly id: number } & (Picture | { readonly problem: string })

export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }
/** The thread could not start, or fell over: another one may be tried. */
export class DrawingEnded extends Error {
  constructor() {
    super('the drawing thread ended')
    this.name = 'DrawingEnded'
  }
}

type Waiting = { readonly done: (picture: Picture) => void; readonly failed: (error: Error) => void }

/** Draws one picture after the other in a thread of its own; it ends with the program. */
export const startDrawing = (fonts: readonly string[], family: string) => {
  const require = createRequire(import.meta.url)
  const workerData = {
    engine: require.resolve('@resvg/resvg-wasm'),
    wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
    fonts,
  }
  const worker = new Worker(SOURCE, { eval: true, workerData })
  worker.unref()
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.on('message', (message: unknown) => {
    const answer = message as Answer // posted by the lines above and by nobody else
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker.unref()
    if ('png' in answer) asked?.done({ png: answer.png, width: answer.width, height: answer.height })
    else asked?.failed(new Error(answer.problem))
  })
  let ended = false
  const end = (): void => {
    ended = true
    for (const { failed } of waiting.values()) failed(new DrawingEnded())
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', end)
  return (svg: string, scale: number): Promise<Picture> =>
    new Promise((done, failed) => {
      if (ended) {
        failed(new DrawingEnded())
        return
      }
      last += 1
      waiting.set(last, { done, failed })
      worker.ref()
      worker.postMessage({ id: last, svg, scale, family })
    })
}
