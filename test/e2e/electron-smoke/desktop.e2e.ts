import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
// Needs Electron's runtime and a display, which few machines that run the tests have: it is asked for by name.
const wanted = process.env['POLYPHONY_ELECTRON'] === '1'

describe.skipIf(!wanted)('the built desktop app in real Electron', () => {
  let folder: string
  let app: ElectronApplication
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'polyphony-desktop-'))
    // Importing the package tries to fetch the runtime, so it is loaded only here.
    const executablePath = createRequire(import.meta.url)('electron') as string
    app = await _electron.launch({
      executablePath,
      chromiumSandbox: true,
      args: [root, `--user-data-dir=${join(folder, 'settings')}`],
      env: { ...process.env, HOME: folder, USERPROFILE: folder },
    })
    page = await app.firstWindow()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.getByRole('heading').first().waitFor()
  })

  afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('shows the home page', async () => {
    expect(await page.title()).toContain('Polyphony')
  })

  test('gives the page no powers of Node', async () => {
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
    ).toEqual(['undefined', 'undefined'])
  })

  test('keeps the sandbox on', async () => {
    const switches = await app.evaluate(({ app: electron }) => electron.commandLine.hasSwitch('no-sandbox'))
    expect(switches).toBe(false)
  })

  test('reports no error on the console', () => {
    expect(complaints).toEqual([])
  })
})
