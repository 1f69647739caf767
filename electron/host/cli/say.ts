import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLookup } from '@core/text/lookup'
import type { Catalog, TextParams } from '@core/text/lookup'

export type Say = {
  readonly words: (key: string, params?: TextParams) => string
  /** One line on stdout. */
  readonly line: (text: string) => void
  /** One clear line on stderr; answers the exit code of what cannot be done. */
  readonly problem: (key: string, params?: TextParams) => number
}

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
  }
}
