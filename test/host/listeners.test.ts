import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import { openSocket } from '../helpers/phones'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }

const get = (base: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const asked = request({ host: hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (body += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })

const laptop = async () => {
  const host = await startTestHost()
  const origin = must(await host.serveLoopback(0))
  return { host, origin }
}

const room = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const { url, typed } = await openRoom(facilitator)
  return { host, facilitator, url, base: `http://${typed}` }
}

describe('who is answered', () => {
  test('only callers who name the listener exactly', async () => {
    const { origin } = await laptop()
    const { port, host } = new URL(origin)
    const wrong = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.2:${port}`,
      `${host}.`,
      `127.0.0.1:${port}1`,
    ]
    for (const name of wrong) {
      const answer = await get(origin, '/', { Host: name })
      expect({ name, status: answer.status, body: answer.body }).toEqual({ name, status: 421, body: '' })
    }
    for (const name of [host, `localhost:${port}`]) expect((await get(origin, '/', { Host: name })).status).toBe(200)
  })

  test('only pages of the listener itself', async () => {
    const { origin } = await laptop()
    const { port } = new URL(origin)
    const wrong = [
      'null',
      'https://127.0.0.1',
      `http://127.0.0.1:${Number(port) + 1}`,
      `https://127.0.0.1:${port}`,
      'http://evil.example',
    ]
    for (const from of wrong) {
      expect((await get(origin, '/', { Origin: from })).status).toBe(403)
      await expect(openSocket(origin, { origin: from })).rejects.toThrow('status 403')
    }
    await expect(openSocket(origin, { origin: '' })).rejects.toThrow('status 403')
    await expect(openSocket(origin, { host: `evil.example:${port}` })).rejects.toThrow('status 421')
  })

  test('only by GET, and only for listed files', async () => {
    const { origin } = await laptop()
    expect((await get(origin, '/', {}, 'PUT')).status).toBe(405)
    expect((await get(origin, '/', {}, 'HEAD')).status).toBe(200)
    for (const path of [
      '/../package.json',
      '/assets/../index.html',
      '/%2e%2e/package.json',
      '/assets',
      '/nothing.js',
    ]) {
      expect((await get(origin, path)).status).toBe(404)
    }
    expect((await get(origin, '/file', {}, 'POST')).status).toBe(403)
  })
})

describe('what is sent', () => {
  test('each page has a policy with a nonce of its own', async () => {
    const { origin } = await laptop()
    const answers = [await get(origin, '/'), await get(origin, '/projector')]
    const nonces = answers.map(({ headers, body }) => {
      const policy = String(headers['content-security-policy'])
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(body).toContain(`nonce="${nonce}"`)
      expect(body).not.toContain('__CSP_NONCE__')
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
    expect(answers[0]?.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  test('the room gives out the phone page and what it needs, and nothing of the facilitator', async () => {
    const { base } = await room()
    expect((await get(base, '/')).body).toContain('phone-1.js')
    expect((await get(base, '/assets/phone-1.js')).status).toBe(200)
    expect((await get(base, '/assets/shared-1.js')).status).toBe(200)
    for (const path of ['/assets/facilitator-1.js', '/index.html', '/projector', '/file', '/preview/x']) {
      expect((await get(base, path)).status).toBe(404)
    }
  })

  test('a test address shows that phones reach the laptop', async () => {
    const { base, facilitator } = await room()
    const { url } = must(await facilitator.request('reach.start', {}))
    expect((await get(base, '/reach/other')).status).toBe(404)
    expect((await get(base, new URL(url).pathname)).body).toContain('It works')
    await facilitator.push('reach.changed', ({ state }) => state === 'reached')
  })
})

describe('a file from the browser version', () => {
  test('is checked, stored under a new name and opened', async () => {
    const { origin, host } = await laptop()
    const page = await openSocket(origin)
    const token = new URL(host.link('facilitator') ?? '').hash.slice('#k='.length)
    await page.hello({ role: 'facilitator', proof: { kind: 'link', token } })
    const send = async (body: string, upload: string | null): Promise<unknown> => {
      const headers = { Origin: origin, 'X-Polyphony-Token': upload ?? '' }
      const answer = await fetch(`${origin}/file`, { method: 'POST', headers, body })
      return answer.status === 403 ? 403 : answer.json()
    }
    expect(await send('{}', 'guessed')).toBe(403)
    expect(await send('{"a":', page.welcome().upload)).toMatchObject({ ok: false, failure: { code: 'not-json' } })
    expect(await send('{}', page.welcome().upload)).toMatchObject({ ok: false, failure: { code: 'not-ours' } })
  })
})
