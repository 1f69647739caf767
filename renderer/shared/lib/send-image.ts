import { readImage } from '@core/images/read-image'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { LIMITS } from '@core/model/limits'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Client } from '../transport/client'

/** Longest side of a picture on a card, px. */
const SIDE = 1_600
/** What this page can still draw; the largest cameras are below. */
const MOST_SIDE = 20_000
const MOST_BYTES = 100 * 1024 * 1024
const QUALITIES = [0.86, 0.74, 0.6] as const
/** Each next attempt draws it this much smaller. */
const SMALLER = 0.72
const ATTEMPTS = 5

const tooLarge = (): Failure => failure('image-too-large', { limit: LIMITS.imageBytes / 1_000 })

const blobOf = (canvas: HTMLCanvasElement, mime: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, mime, quality))

const drawn = (bitmap: ImageBitmap, scale: number): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** JPEG knows no transparency: what is see-through would turn black. */
const onWhite = (canvas: HTMLCanvasElement): void => {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
}

const fitting = (blob: Blob | null): blob is Blob => blob !== null && blob.size <= LIMITS.imageBytes

const small = async (bitmap: ImageBitmap, sharp: boolean): Promise<Blob | null> => {
  let scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const canvas = drawn(bitmap, scale)
    if (!canvas) return null
    if (sharp && attempt === 0) {
      const png = await blobOf(canvas, 'image/png')
      if (fitting(png)) return png
    }
    onWhite(canvas)
    for (const quality of QUALITIES) {
      const jpeg = await blobOf(canvas, 'image/jpeg', quality)
      if (fitting(jpeg)) return jpeg
    }
    scale *= SMALLER
  }
  return null
}

/** The picture drawn anew, small enough to keep. Its own words: what it is not, or what is wrong with it. */
export const prepareImage = async (file: Blob): Promise<Result<Blob, Failure>> => {
  if (file.size > MOST_BYTES) return err(tooLarge())
  const read = readImage(new Uint8Array(await file.arrayBuffer()), MOST_SIDE)
  if (!read.ok) return read
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return err(failure('broken-image'))
  try {
    const blob = await small(bitmap, read.value.mime === 'image/png')
    return blob ? ok(blob) : err(tooLarge())
  } finally {
    bitmap.close()
  }
}

type Answer = { readonly ok: true; readonly imageId: string } | { readonly ok: false; readonly failure: Failure }

/** Makes a picture small enough, sends it to the host and answers its id; a card or activity then shows it. */
export const sendImage = async (client: Client, file: Blob): Promise<Result<string, Failure>> => {
  const ready = await prepareImage(file)
  if (!ready.ok) return ready
  try {
    const answer = await fetch('/blob', {
      method: 'POST',
      headers: { 'content-type': ready.value.type, 'x-polyphony-token': client.welcome()?.upload ?? '' },
      body: ready.value,
    })
    const body: Answer | null = await answer.json().catch(() => null)
    if (!body) return err(failure(answer.status === 403 ? 'not-allowed' : 'internal'))
    return body.ok ? ok(body.imageId) : err(body.failure)
  } catch {
    return err(failure('offline'))
  }
}
