import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoardTemplate } from '@core/next/board-template'
import { resolveTemplate, templateFileSchema } from '@core/next/template'
import type { Template } from '@core/next/template'
import { readJson } from './json-file'
import type { HostDeps } from './ports'

type Deps = Pick<HostDeps, 'dataDir' | 'storage' | 'randomBytes' | 'log'>

/** Before the name of the file, so that an own template never hides one that comes with the app. */
const PREFIX = 'own.'
const FILE = /^([a-z0-9-]{1,40})\.json$/
/** More than this many files are not looked into. */
const MOST = 200

const folderOf = ({ dataDir }: Pick<Deps, 'dataDir'>): string => join(dataDir, 'Templates')

/** Also the guard of the path: only names of files that this app makes or lists get through. */
const fileOf = (id: string, deps: Pick<Deps, 'dataDir'>): string | null => {
  const name = id.startsWith(PREFIX) ? `${id.slice(PREFIX.length)}.json` : ''
  return FILE.test(name) ? join(folderOf(deps), name) : null
}

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replaceAll(/^-|-$/g, '')

const readOne = async (path: string, boards: readonly BoardTemplate[]): Promise<Template | null> => {
  const parsed = templateFileSchema.safeParse(await readJson(path))
  return parsed.success && parsed.data.name !== undefined ? resolveTemplate(parsed.data, boards) : null
}

export type OwnTemplate = { readonly id: string; readonly template: Template }

/** Templates of one's own: the files in `Templates` of the data folder, read anew each time; broken ones are logged. */
export const ownTemplates = async (deps: Deps, boards: readonly BoardTemplate[]): Promise<OwnTemplate[]> => {
  const names = await readdir(folderOf(deps)).catch(() => [])
  const found: OwnTemplate[] = []
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, MOST)) {
    const slug = FILE.exec(name)?.[1]
    if (slug === undefined) continue
    const template = await readOne(join(folderOf(deps), name), boards)
    if (template) found.push({ id: PREFIX + slug, template })
    else deps.log('template-broken', { file: name })
  }
  return found.toSorted((a, b) => (a.template.name ?? '').localeCompare(b.template.name ?? ''))
}

export const ownTemplate = (
  id: string,
  deps: Pick<Deps, 'dataDir'>,
  boards: readonly BoardTemplate[],
): Promise<Template | null> => {
  const path = fileOf(id, deps)
  return path === null ? Promise.resolve(null) : readOne(path, boards)
}

/** Writes a new file, whole or not at all; rejects with the disk's error. `make` gets the name that the file has. */
export const saveOwnTemplate = async (name: string, make: (id: string) => Template, deps: Deps): Promise<string> => {
  const random = [...deps.randomBytes(4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const slug = [slugOf(name), random].filter((part) => part !== '').join('-')
  await deps.storage.kept(join(folderOf(deps), `${slug}.json`), templateFileSchema).write(make(slug))
  return PREFIX + slug
}

/** False when there is no such file. */
export const removeOwnTemplate = async (id: string, deps: Pick<Deps, 'dataDir'>): Promise<boolean> => {
  const path = fileOf(id, deps)
  if (path === null) return false
  try {
    await rm(path)
    return true
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return false // node's own error has a code
    throw error
  }
}
