import { basename, dirname, join } from 'node:path'

/** Where the parts of one session are. The folder exists only while the session is open (or after a crash). */
export type Layout = {
  readonly file: string
  readonly parent: string
  readonly folder: string
  readonly previous: string
  readonly lock: string
  readonly journal: (generation: number) => string
  readonly box: (roundId: string) => string
  readonly temp: (name: string) => string
}

export const layoutOf = (file: string): Layout => {
  const parent = dirname(file)
  const folder = join(parent, `.${basename(file).replace(/\.json$/i, '')}`)
  return {
    file,
    parent,
    folder,
    previous: join(folder, 'previous.json'),
    lock: join(folder, 'lock.json'),
    journal: (generation) => join(folder, `journal-${generation}`),
    box: (roundId) => join(folder, `box-${roundId}`),
    temp: (name) => join(folder, `${name}.tmp`),
  }
}

/** The generation of a journal's name, or null for any other file (conflict copies of sync programs among them). */
export const journalGeneration = (name: string): number | null => {
  const match = /^journal-(\d{1,12})$/.exec(name)
  return match ? Number(match[1]) : null
}

export const boxRound = (name: string): string | null => /^box-([A-Za-z0-9_-]{2,40})$/.exec(name)?.[1] ?? null

export const isTemp = (name: string): boolean => name.endsWith('.tmp')
