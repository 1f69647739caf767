import { execFileSync, spawnSync } from 'node:child_process'

const runs = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', timeout: 30_000 }).status === 0

/** LibreOffice; null: tests that open office files are skipped. */
export const soffice = ['soffice', 'libreoffice'].find((name) => runs('which', name)) ?? null
export const hasPdfTools = runs('pdftotext', '-v') && runs('pdfinfo', '-v')

/** What a program says on its standard output. */
export const said = (program: 'pdftotext' | 'pdfinfo', ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
