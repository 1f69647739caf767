import type { BrowserContext, Page } from 'playwright-core'

export type Watch = {
  /** What a person would not see but what is wrong all the same; emptied by asking. */
  readonly complaints: () => readonly string[]
  /** From now on this is expected on this page, such as a lost connection after the host was killed. */
  readonly expect: (pattern: RegExp) => void
}

// Leaving a page or a preview ends its requests: nobody waits for them any more.
const LEFT = 'net::ERR_ABORTED'
const HERE = ['127.0.0.1', 'localhost']

const isHere = (url: string): boolean => !/^(https?|wss?):/.test(url) || HERE.includes(new URL(url).hostname)

/** Notes errors on the console (refused content among them), in scripts, failed requests, and traffic to elsewhere. */
export const watchPage = (page: Page, name: string): Watch => {
  let found: string[] = []
  const expected: RegExp[] = []
  const note = (what: string): void => {
    if (!expected.some((pattern) => pattern.test(what))) found.push(`${name}: ${what}`)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text())
  })
  page.on('pageerror', (error) => note(error.stack ?? error.message))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== LEFT) note(`${request.url()} failed: ${why}`)
  })
  page.on('request', (request) => {
    if (!isHere(request.url())) note(`asked for ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (!isHere(socket.url())) note(`connected to ${socket.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.url()} answered ${response.status()}`)
  })
  return {
    complaints: () => {
      const all = found
      found = []
      return all
    },
    expect: (pattern) => void expected.push(pattern),
  }
}

/** Waits for a page that is opened by what `deed` does. */
export const openedBy = async (context: BrowserContext, deed: () => Promise<void>): Promise<Page> => {
  const [page] = await Promise.all([context.waitForEvent('page'), deed()])
  return page
}
