import { readFile, rename, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { labOf, sessionOf } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { StoredFile } from '@core/protocol/stored-file'
import { fileIdOf } from '../file-id'
import { parseSession } from '../home-index'
import { sameSecret } from '../secrets'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'
import { failureOfStorage } from '../storage-failures'
import { SAFE_HEADERS } from './headers'
import { plain } from './http-listener'

const MOST_BYTES = 64 * 1024 * 1024
/** Carries the `upload` token of the page's welcome. */
export const TOKEN_HEADER = 'x-polyphony-token'

/**
 * `POST /file`: a session file from the browser version. It is checked, stored in the data folder under a new name and
 * answered as `{"ok":true,"fileId":…}` or `{"ok":false,"failure":…}`; the page then asks to open it. What is here already
 * byte for byte is not stored twice (`known: "same"`); another state of a session that is here is (`known: "other"`, with its
 * file in `other`).
 */
export const uploadRoute =
  (services: Services) =>
  (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    if (path !== '/file') return false
    if (request.method !== 'POST' || request.headers.origin === undefined) {
      plain(response, request.method === 'POST' ? 403 : 405)
      return true
    }
    const token = request.headers[TOKEN_HEADER]
    if (typeof token === 'string' && mayUpload(services, token)) void take(services, request, response)
    else plain(response, 403)
    return true
  }

const mayUpload = (services: Services, token: string): boolean =>
  [...services.connections.ready('facilitator')].some((seat) => seat.upload !== null && sameSecret(seat.upload, token))

/** The same for a shell with a protocol of its own. */
export const takeUpload = async (services: Services, token: string, bytes: Uint8Array): Promise<UploadAnswer> => {
  if (!mayUpload(services, token)) return { status: 403, body: '' }
  if (bytes.length > MOST_BYTES) return answerOf(err(failure('file-too-large', { limit: MOST_BYTES / 1024 / 1024 })))
  return answerOf(await store(services, Buffer.from(bytes)).catch(() => err(failure('disk-error'))))
}

/** Status and body, for either kind of listener. */
export type UploadAnswer = { readonly status: number; readonly body: string }

const answerOf = (stored: Result<StoredFile, Failure>): UploadAnswer => ({
  status: stored.ok ? 200 : 422,
  body: JSON.stringify(stored.ok ? { ok: true, ...stored.value } : { ok: false, failure: stored.error }),
})

const take = async (services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  let stored: Result<StoredFile, Failure>
  try {
    const bytes = await bodyOf(request, MOST_BYTES, failure('file-too-large', { limit: MOST_BYTES / 1024 / 1024 }))
    stored = bytes.ok ? await store(services, bytes.value) : bytes
  } catch {
    stored = err(failure('disk-error'))
  }
  sendAnswer(response, answerOf(stored))
}

export const sendAnswer = (response: ServerResponse, { status, body }: UploadAnswer): void => {
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}

/** All that was sent; what is over `most` bytes is not read. */
export const bodyOf = async (
  request: IncomingMessage,
  most: number,
  limit: Failure,
): Promise<Result<Buffer, Failure>> => {
  if (Number(request.headers['content-length'] ?? 0) > most) return err(limit)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) return err(limit)
    pieces.push(piece)
  }
  return ok(Buffer.concat(pieces))
}

/** Files of this very session that are here, the one with the same bytes first. */
const knownFiles = async (
  { home }: Services,
  sessionId: string | undefined,
  bytes: Buffer,
): Promise<StoredFile | null> => {
  const { cards } = await home.list()
  let other: string | null = null
  for (const card of cards) {
    const path = card.sessionId === sessionId ? await home.pathOf(card.fileId) : null
    if (path === null) continue
    const same = await readFile(path).then(
      (there) => there.equals(bytes),
      () => false,
    )
    if (same) return { fileId: card.fileId, known: 'same' }
    other ??= card.fileId
  }
  return other === null ? null : { fileId: '', known: 'other', other }
}

const store = async (services: Services, bytes: Buffer): Promise<Result<StoredFile, Failure>> => {
  const { deps } = services
  const parsed = parseSession(bytes)
  if (!parsed.ok) return err(failureOfStorage(parsed.error))
  const { tables, mark } = parsed.value
  const session = sessionOf(tables)
  const known = await knownFiles(services, session?.id, bytes)
  if (known?.known === 'same') return ok(known)
  const path = await freeSessionPath(deps.storage, deps.dataDir, {
    lab: labOf(tables)?.name ?? '',
    day: session?.day ?? '',
    title: session?.title ?? '',
  })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, bytes, { flag: 'wx' })
  await rename(temporary, path)
  return ok({ ...known, fileId: fileIdOf(path), ...(mark.open ? { cutOff: true } : {}) })
}
