import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Result } from '@core/lib/result'
import { err } from '@core/lib/result'
import { LIMITS } from '@core/model/limits'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import { keepImage } from '../images'
import { sameSecret } from '../secrets'
import type { Services } from '../services'
import { plain } from './http-listener'
import { TOKEN_HEADER, bodyOf, sendAnswer } from './upload'
import type { UploadAnswer } from './upload'

const tooLarge = failure('image-too-large', { limit: LIMITS.imageBytes / 1_000 })

/** Whose page this token was given to; null for nobody's. */
const roleOf = (services: Services, token: string): Role | null => {
  for (const seat of services.connections.ready('facilitator', 'co-facilitator')) {
    if (seat.upload !== null && sameSecret(seat.upload, token)) return seat.role
  }
  return null
}

const answerOf = (kept: Result<string, Failure>): UploadAnswer => ({
  status: kept.ok ? 200 : 422,
  body: JSON.stringify(kept.ok ? { ok: true, imageId: kept.value } : { ok: false, failure: kept.error }),
})

const keep = (services: Services, bytes: Uint8Array, role: Role): Promise<UploadAnswer> =>
  keepImage(services, bytes, role)
    .catch(() => err(failure('internal')))
    .then(answerOf)

/**
 * `POST /blob`: a picture from a laptop's page, 500 kB at most. It is looked into, freed of metadata, kept in the open
 * session and answered as `{"ok":true,"imageId":…}` or `{"ok":false,"failure":…}`.
 */
export const blobRoute =
  (services: Services) =>
  (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    if (path !== '/blob') return false
    const token = request.headers[TOKEN_HEADER]
    const role = typeof token === 'string' ? roleOf(services, token) : null
    if (request.method !== 'POST') plain(response, 405)
    else if (role === null || request.headers.origin === undefined) plain(response, 403)
    else void take(services, request, response, role)
    return true
  }

const take = async (
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  role: Role,
): Promise<void> => {
  const bytes = await bodyOf(request, LIMITS.imageBytes, tooLarge).catch(() => err(failure('internal')))
  sendAnswer(response, bytes.ok ? await keep(services, bytes.value, role) : answerOf(bytes))
}

/** The same for a shell with a protocol of its own. */
export const takeBlob = async (services: Services, token: string, bytes: Uint8Array): Promise<UploadAnswer> => {
  const role = roleOf(services, token)
  if (role === null) return { status: 403, body: '' }
  return bytes.length > LIMITS.imageBytes ? answerOf(err(tooLarge)) : keep(services, bytes, role)
}
