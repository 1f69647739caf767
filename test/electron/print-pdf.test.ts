import { afterEach, expect, it } from 'vitest'
import { printPdf } from '../../electron/main/print-pdf'
import { partitions, seen, told } from './fake-electron'

afterEach(() => {
  seen.fails = null
  seen.hangs = null
})

const PAGE = new TextEncoder().encode('<!doctype html><title>Report</title>')

const lastWindow = () => {
  const window = seen.windows.at(-1)
  if (!window) throw new Error('no window')
  return window
}

const lastSession = () => {
  const own = [...partitions.values()].at(-1)?.own
  if (!own) throw new Error('no session')
  return own
}

it('prints in a hidden window that runs nothing, tagged, with an outline', async () => {
  expect([...(await printPdf(PAGE))]).toEqual([37, 80])
  const { options, url, shown, destroyed } = lastWindow()
  expect(url).toMatch(/^app:/)
  expect({ shown, destroyed }).toEqual({ shown: false, destroyed: true })
  expect(options.show).toBe(false)
  expect(options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
    webSecurity: true,
  })
  expect(options.webPreferences).not.toHaveProperty('preload')
  expect(seen.printed.at(-1)).toMatchObject({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
  })
})

it('has a session of its own in memory that lets nothing out', async () => {
  await printPdf(PAGE)
  const [first, second] = [...partitions.keys()].slice(-2)
  await printPdf(PAGE)
  const name = [...partitions.keys()].at(-1) ?? ''
  // Kept on disk are only partitions whose name says so.
  expect(name).not.toMatch(/^persist:/)
  expect([first, second]).not.toContain(name)
  expect(lastWindow().options.webPreferences?.partition).toBe(name)
  const { beforeRequest, permission, check } = lastSession()
  const cancelled = (url: string): boolean | undefined => {
    let cancel: boolean | undefined
    beforeRequest?.({ url }, (answer) => (cancel = answer.cancel))
    return cancel
  }
  expect(['https://example.org/x.png', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://x/'].map(cancelled)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(cancelled('data:image/png;base64,AAAA')).toBe(false)
  let allowed = true
  permission?.(null, 'notifications', (answer) => (allowed = answer))
  expect(allowed).toBe(false)
  expect(check?.(null, 'clipboard-read', 'app://bundle')).toBe(false)
  // The app's own pages are not touched by it.
  expect(told.handlers.get('app')).toBeUndefined()
})

it.each(['load', 'print'] as const)('leaves no window and no page behind when it fails to %s', async (fails) => {
  seen.fails = fails
  await expect(printPdf(PAGE)).rejects.toThrow()
  expect(lastWindow().destroyed).toBe(true)
  expect(lastSession().handlers.size).toBe(0)
})

it.each(['load', 'print'] as const)('ends at once, in the middle of %s, when told to stop', async (during) => {
  seen.hangs = during
  const stop = new AbortController()
  const printing = printPdf(PAGE, stop.signal)
  stop.abort()
  await expect(printing).rejects.toThrow(/abort/)
  expect(lastWindow().destroyed).toBe(true)
  expect(lastSession().handlers.size).toBe(0)
  const windows = seen.windows.length
  await expect(printPdf(PAGE, stop.signal)).rejects.toThrow(/abort/)
  expect(seen.windows.length).toBe(windows)
})
