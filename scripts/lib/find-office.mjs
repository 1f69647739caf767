import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const folders = () => (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
const has = (name) => folders().some((folder) => existsSync(join(folder, name)))
const isThere = () => has('soffice') && has('pdftotext')

/** LibreOffice opens exported files in tests, poppler reads their PDF. Installed where that needs nobody's password. */
export async function ensureOffice() {
  if (isThere() || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return isThere()
  console.log("Installing LibreOffice and poppler from the system's packages (once)...")
  const packages = ['libreoffice-writer', 'libreoffice-calc', 'poppler-utils']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, timeout: 400_000 })
  const first = await install()
  if (first.code !== 0 && (await run('apt-get', ['update', '-qq'], { env, timeout: 120_000 })).code === 0)
    await install()
  return isThere()
}

export const howToGetOffice =
  'Tests that open exported files are skipped: install LibreOffice and poppler (sudo apt-get install libreoffice-writer libreoffice-calc poppler-utils).'
