import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLookup } from '@core/text/lookup'
import type { Failure, FailureCode } from '@core/protocol/failures'
import type { Catalog, TextParams } from '@core/text/lookup'

export type Say = {
  readonly words: (key: string, params?: TextParams) => string
  /** One line on stdout. */
  readonly line: (text: string) => void
  /** One clear line on stderr; answers the exit code of what cannot be done. */
  readonly problem: (key: string, params?: TextParams) => number
  /** Why a file cannot be read: what happened, what is safe, what to do. */
  readonly why: (failure: Failure) => string
}

/** Their words of what is safe and what to do are for a session that is open on a screen. */
const OF_SAVING: readonly FailureCode[] = ['disk-error', 'disk-full', 'folder-missing', 'read-only-place']

/** The command line speaks English, from the same locale files as everything else. */
export const createSay = (root: string): Say => {
  const catalog = JSON.parse(readFileSync(join(root, 'resources', 'locales', 'en', 'errors.json'), 'utf8')) as Catalog // checked by a test
  const words = createLookup({ errors: catalog }, 'en')
  return {
    words,
    line: (text) => void process.stdout.write(`${text}\n`),
    problem: (key, params) => {
      process.stderr.write(`polyphony: ${words(key, params)}\n`)
      return 2
    },
    why: ({ code, params }) => {
      const parts = OF_SAVING.includes(code) ? ['what'] : ['what', 'safe', 'do']
      return parts.map((part) => words(`errors:${code}.${part}`, params)).join(' ')
    },
  }
}
