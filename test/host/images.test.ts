import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Talker } from '../helpers/talker'
import { must } from '../helpers/must'
import { JPEG, PNG, jpegWithExif } from '../helpers/pictures'
import { startSession, startTestHost } from '../helpers/test-host'
import type { TestHost } from '../helpers/test-host'

type Answer = { readonly status: number; readonly body: string }
type Sent = { readonly ok: boolean; readonly imageId?: string; readonly failure?: { readonly code: string } }

const post = (origin: string, bytes: Uint8Array, headers: { readonly [name: string]: string }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sending = httpRequest(`${origin}/blob`, { method: 'POST', headers }, (response) => {
      let body = ''
      response.on('data', (piece: Buffer) => (body += piece.toString('utf8')))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    // The host may answer and hang up before it has read everything.
    sending.on('error', reject)
    sending.end(bytes)
  })

const tokenOf = (talker: Talker): string => talker.welcome().upload ?? ''

const send = async (origin: string, talker: Talker, bytes: Uint8Array): Promise<Sent> => {
  const { body } = await post(origin, bytes, { origin, 'x-polyphony-token': tokenOf(talker) })
  return JSON.parse(body) as Sent
}

const ready = async (): Promise<{ host: TestHost; facilitator: Talker; origin: string }> => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const origin = must(await host.serveLoopback(0))
  return { host, facilitator, origin }
}

const card = { boardId: 'board-1', zone: ['t1', 'l1'], text: 'The yard' }

describe('pictures', () => {
  it('come in by POST /blob, without metadata, and are given to who asks', async () => {
    const { host, facilitator, origin } = await ready()
    const sent = await send(origin, facilitator, jpegWithExif('Ada lives at 12 Mill Street'))
    expect(sent.ok).toBe(true)
    const id = sent.imageId ?? ''
    must(await facilitator.request('card.add', { id: 'card-1', ...card, imageId: id }))
    const shown = must(await facilitator.request('image.get', { id }))
    expect(shown).toMatchObject({ mime: 'image/jpeg', width: 8, height: 6 })
    expect(Buffer.from(shown.data, 'base64').includes('Mill Street')).toBe(false)
    const change = await facilitator.push(
      'doc.changed',
      ({ diff }) => diff.added?.some((one) => one.id === id) ?? false,
    )
    expect(change.diff.added).toMatchObject([{ type: 'image', data: '' }])
    const projector = await host.window('projector')
    expect(must(await projector.request('image.get', { id })).width).toBe(8)
  })

  it('of held cards are not given to the projector', async () => {
    const { host, facilitator, origin } = await ready()
    const { imageId = '' } = await send(origin, facilitator, PNG)
    must(await facilitator.request('card.add', { id: 'card-1', ...card, imageId, held: true }))
    const projector = await host.window('projector')
    expect(await projector.request('image.get', { id: imageId })).toMatchObject({ ok: false })
    must(await facilitator.request('card.hold', { ids: ['card-1'], held: false }))
    must(await projector.request('image.get', { id: imageId }))
  })

  it('go with their last card and come back by one undo', async () => {
    const { facilitator, origin } = await ready()
    const { imageId = '' } = await send(origin, facilitator, PNG)
    must(await facilitator.request('card.add', { id: 'card-1', ...card, imageId }))
    must(await facilitator.request('card.remove', { ids: ['card-1'] }))
    expect(await facilitator.request('image.get', { id: imageId })).toMatchObject({ ok: false })
    must(await facilitator.request('history.undo', {}))
    expect(must(await facilitator.request('image.get', { id: imageId })).data.length).toBeGreaterThan(10)
  })

  it.each([
    ['text that calls itself a picture', new TextEncoder().encode('no picture at all'), 'not-an-image'],
    ['half of a JPEG', JPEG.subarray(0, 400), 'broken-image'],
    ['more than 500 kB', new Uint8Array(500_001).fill(7), 'image-too-large'],
  ])('refuses %s by name', async (_what, bytes, code) => {
    const { facilitator, origin } = await ready()
    const sent = await send(origin, facilitator, bytes)
    expect(sent.failure?.code).toBe(code)
  })

  it('are taken only from a page with its own token and origin', async () => {
    const { host, facilitator, origin } = await ready()
    const projector = await host.window('projector')
    const token = tokenOf(facilitator)
    expect((await post(origin, PNG, { origin })).status).toBe(403)
    expect((await post(origin, PNG, { origin, 'x-polyphony-token': `${token}x` })).status).toBe(403)
    expect((await post(origin, PNG, { 'x-polyphony-token': token })).status).toBe(403)
    expect((await post(origin, PNG, { origin: 'http://example.org', 'x-polyphony-token': token })).status).toBe(403)
    expect(tokenOf(projector)).toBe('')
    expect((await host.blob(token, PNG)).status).toBe(200)
    expect((await host.blob('x', PNG)).status).toBe(403)
  })

  it('have an end: twenty megabytes of a session, and what nothing shows makes room', async () => {
    const { host, facilitator } = await ready()
    const token = tokenOf(facilitator)
    // A picture of nearly 500 kB: what stands in the data of a PNG is not looked into.
    const big = new Uint8Array(490_000)
    const length = big.length - PNG.length - 12
    big.set(PNG.subarray(0, PNG.length - 12))
    big.set(
      [length >> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255, 0x49, 0x44, 0x41, 0x54],
      PNG.length - 12,
    )
    big.set(PNG.subarray(PNG.length - 12), big.length - 12)
    const sendOne = async (): Promise<Sent> => JSON.parse((await host.blob(token, big)).body) as Sent
    const ids: string[] = []
    for (let at = 0; at < 42; at += 1) ids.push((await sendOne()).imageId ?? '')
    for (const [at, imageId] of ids.entries()) {
      must(await facilitator.request('card.add', { id: `card-${at}`, ...card, imageId }))
    }
    expect((await sendOne()).failure?.code).toBe('images-full')
    must(await facilitator.request('card.update', { id: 'card-0', imageId: null }))
    must(await facilitator.request('history.undo', {}))
    must(await facilitator.request('card.remove', { ids: ['card-1'] }))
    expect((await sendOne()).ok).toBe(true)
  })
})
