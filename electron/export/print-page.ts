import type { Browser, BrowserEvent, Params } from './chromium-browser'

/** Nothing answers there: the browser is told what stands at this address. */
const ADDRESS = 'https://report.invalid/'
/** Of a finished PDF, characters taken at a time: a file of many pictures must not keep others waiting. */
const PIECE = 512 * 1024

const wordOf = (params: Params, name: string): string => {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

/** What is asked for at the page's own address is the page; everything else is refused, before it leaves the computer. */
const answering =
  (browser: Browser, page: string, html: Uint8Array) =>
  ({ method, params, page: from }: BrowserEvent): void => {
    if (method !== 'Fetch.requestPaused' || from !== page) return
    const requestId = wordOf(params, 'requestId')
    const { url } = params['request'] as { readonly url: string } // of every paused request
    const answer =
      url === ADDRESS
        ? browser.send(
            'Fetch.fulfillRequest',
            {
              requestId,
              responseCode: 200,
              responseHeaders: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
              body: Buffer.from(html).toString('base64'),
            },
            page,
          )
        : browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, page)
    // Where the browser ended meanwhile, whoever waits for the page is told.
    answer.catch(() => undefined)
  }

const loaded = (browser: Browser, page: string): Promise<void> =>
  new Promise((done) => {
    const off = browser.listen(({ method, page: from }) => {
      if (method !== 'Page.loadEventFired' || from !== page) return
      off()
      done()
    })
  })

const read = async (browser: Browser, page: string, handle: string): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  for (;;) {
    const piece = await browser.send('IO.read', { handle, size: PIECE }, page)
    pieces.push(Buffer.from(wordOf(piece, 'data'), piece['base64Encoded'] === true ? 'base64' : 'latin1'))
    if (piece['eof'] === true) return new Uint8Array(Buffer.concat(pieces))
  }
}

/**
 * One page on paper, tagged, with an outline from its headings; its own style says how large. Nothing runs on it, it asks
 * for nothing, and it leaves nothing on the disk.
 */
export const printPage = async (browser: Browser, html: Uint8Array): Promise<Uint8Array> => {
  const { browserContextId } = await browser.send('Target.createBrowserContext')
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId })
    const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const page = wordOf(attached, 'sessionId')
    const send = (method: string, params?: Params): Promise<Params> => browser.send(method, params, page)
    const off = browser.listen(answering(browser, page, html))
    try {
      await send('Emulation.setScriptExecutionDisabled', { value: true })
      await send('Fetch.enable')
      await send('Page.enable')
      const whole = loaded(browser, page)
      await send('Page.navigate', { url: ADDRESS })
      await whole
      const printed = await send('Page.printToPDF', {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        transferMode: 'ReturnAsStream',
      })
      return await read(browser, page, wordOf(printed, 'stream'))
    } finally {
      off()
    }
  } finally {
    await browser.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined)
  }
}
