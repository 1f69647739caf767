import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { boardTemplateCard, boardTemplateSchema } from '@core/next/board-template'
import type { BoardTemplate } from '@core/next/board-template'
import { resolveTemplate, templateFileSchema, templateMinutes } from '@core/next/template'
import type { Template } from '@core/next/template'
import type { BoardTemplateCard, SampleCard, TemplateCard } from '@core/protocol/views'
import { readJson } from './json-file'
import { ownTemplate, ownTemplates } from './own-templates'
import type { HostDeps } from './ports'
import { freshId, sessionIdIn, withSessionIds } from './sample-copy'
import { SESSION_ENDING } from './home-index'

const ID = /^[a-z0-9-]{1,40}$/

type Log = HostDeps['log']

/** What comes with the app: templates of boards and sessions, sample labs. Read once; a broken file is left out and logged. */
export const openLibrary = async (resources: string, withSamples: boolean, log: Log) => {
  const boards = await readBoards(join(resources, 'templates', 'boards'), log)
  const templates = await readTemplates(join(resources, 'templates'), boards, log)
  const samples = withSamples ? await readSamples(join(resources, 'samples')) : []

  return {
    boards: (): BoardTemplateCard[] => boards.map(boardTemplateCard),
    /** Those that come with the app, then one's own. */
    templates: async (deps: HostDeps): Promise<TemplateCard[]> => [
      ...templates.map((template) => cardOf(template.id, template)),
      ...(await ownTemplates(deps, boards)).map(({ id, template }) => cardOf(id, template)),
    ],
    template: async (id: string, deps: Pick<HostDeps, 'dataDir'>): Promise<Template | null> =>
      templates.find((template) => template.id === id) ?? (await ownTemplate(id, deps, boards)),
    samples: (): readonly SampleCard[] => samples,
    /** Copies a sample lab's sessions to the data folder, each once, and answers their paths in order. */
    copySample: async (
      sampleId: string,
      { dataDir, storage, randomBytes }: Pick<HostDeps, 'dataDir' | 'storage' | 'randomBytes'>,
    ): Promise<string[] | null> => {
      const sample = samples.find((one) => one.id === sampleId)
      if (!sample) return null
      const paths: string[] = []
      const ids = new Map<string, string>()
      for (const [index, part] of sample.parts.entries()) {
        const target = storage.sessionPath(dataDir, sample.name, part.day, part.title)
        const text = await readFile(join(resources, 'samples', sample.id, `${index + 1}${SESSION_ENDING}`), 'utf8')
        const there = await readFile(target, 'utf8').catch(() => null)
        // A later part refers to the copy of the earlier one, whether that was made now or before.
        ids.set(sessionIdIn(text) ?? '', (there && sessionIdIn(there)) ?? freshId(randomBytes))
        if (there === null) {
          await mkdir(dirname(target), { recursive: true })
          await writeFile(target, withSessionIds(text, ids), { flag: 'wx' })
        }
        paths.push(target)
      }
      return paths
    },
  }
}
export type Library = Awaited<ReturnType<typeof openLibrary>>

type Placed = { readonly position?: number | undefined }
const LAST = 999
const byPosition = (a: Placed, b: Placed): number => (a.position ?? LAST) - (b.position ?? LAST)

/** What `read` makes of every JSON file of a folder; a file of which it makes nothing is left out and logged. */
const readFolder = async <T>(folder: string, read: (raw: unknown) => T | null, log: Log): Promise<T[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted()
  const found: T[] = []
  for (const name of names) {
    const one = read(await readJson(join(folder, name)))
    if (one === null) log('template-broken', { file: name })
    else found.push(one)
  }
  return found
}

const readBoards = async (folder: string, log: Log): Promise<BoardTemplate[]> =>
  (await readFolder(folder, (raw) => boardTemplateSchema.safeParse(raw).data ?? null, log)).toSorted(byPosition)

const readTemplates = async (folder: string, boards: readonly BoardTemplate[], log: Log): Promise<Template[]> => {
  const read = (raw: unknown): Template | null => {
    const parsed = templateFileSchema.safeParse(raw)
    return parsed.success && parsed.data.key !== undefined ? resolveTemplate(parsed.data, boards) : null
  }
  return (await readFolder(folder, read, log)).toSorted(byPosition)
}

const cardOf = (id: string, template: Template): TemplateCard => ({
  id,
  key: template.key ?? '',
  ...(template.name === undefined ? {} : { name: template.name }),
  ...(template.round === undefined ? {} : { round: template.round }),
  minutes: templateMinutes(template),
  steps: template.steps.length,
  picture: template.picture,
})

const readSamples = async (folder: string): Promise<SampleCard[]> => {
  const raw = await readJson(join(folder, 'index.json'))
  const list = Array.isArray(raw) ? raw : ((raw as { samples?: unknown } | null)?.samples ?? [])
  if (!Array.isArray(list)) return []
  return (list as SampleCard[]).filter((sample) => ID.test(sample.id)) // shipped with the app and checked by its tests
}
