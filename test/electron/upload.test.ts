import { describe, expect, it } from 'vitest'
import type { Session } from 'electron'
import { serveApp } from '../../electron/main/app-protocol'
import { answerUpload } from '../../electron/main/upload'

type Answer = (request: Request) => Response | Promise<Response>

/** What the app's own protocol answers, with takers that only say what they were given. */
const answering = (): Answer => {
  let answer: Answer = () => new Response(null, { status: 500 })
  const session = { protocol: { handle: (_scheme: string, handler: Answer) => (answer = handler) } }
  const taker = (name: string) => (token: string, bytes: Uint8Array) =>
    Promise.resolve({ status: 200, body: `${name} ${token} ${bytes.length}` })
  // Only `protocol.handle` is used.
  serveApp(session as unknown as Session, {
    pages: new Map(),
    preview: () => null,
    upload: (request) => answerUpload(request, { file: taker('file'), blob: taker('blob') }),
  })
  return answer
}

const post = (path: string): Request =>
  new Request(`http://bundle${path}`, {
    method: 'POST',
    body: new Uint8Array(3),
    headers: { 'x-polyphony-token': 'abc' },
  })

describe('uploads of the desktop app', () => {
  it('go to who takes session files, or to who takes pictures, with token and bytes', async () => {
    const answer = answering()
    expect(await (await answer(post('/file'))).text()).toBe('file abc 3')
    expect(await (await answer(post('/blob'))).text()).toBe('blob abc 3')
  })

  it('are refused anywhere else', async () => {
    expect((await answering()(post('/other'))).status).toBe(405)
    expect((await answering()(post('/'))).status).toBe(405)
  })
})
