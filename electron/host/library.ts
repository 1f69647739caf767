import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { templateSchema } from '@core/next/template'
import type { Template } from '@core/next/template'
import type { SampleCard, TemplateCard } from '@core/protocol/views'
import { readJson } from './json-file'
import type { HostDeps } from './ports'
import { freshId, sessionIdIn, withSessionIds } from './sample-copy'
import { SESSION_ENDING } from './home-index'

const ID = /^[a-z0-9-]{1,40}$/

/** What comes with the app: session templates and sample labs. Read once; a broken file is left out and logged. */
export const openLibrary = async (resources: string, withSamples: boolean, log: (event: string) => void) => {
  const templates = await readTemplates(join(resources, 'templates'), log)
  const samples = withSamples ? await readSamples(join(resources, 'samples')) : []

  return {
    templates: (): TemplateCard[] => templates.map(cardOf),
    template: (id: string): Template | null => templates.find((template) => template.id === id) ?? null,
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

const readTemplates = async (folder: string, log: (event: string) => void): Promise<Template[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted()
  const found: Template[] = []
  for (const name of names) {
    const parsed = templateSchema.safeParse(await readJson(join(folder, name)))
    if (parsed.success) found.push(parsed.data)
    else log('template-broken')
  }
  return found
}

const cardOf = (template: Template): TemplateCard => ({
  id: template.id,
  key: template.key,
  minutes: template.steps.reduce((sum, step) => sum + step.minutes, 0),
  picture: template.picture,
})

const readSamples = async (folder: string): Promise<SampleCard[]> => {
  const raw = await readJson(join(folder, 'index.json'))
  const list = Array.isArray(raw) ? raw : ((raw as { samples?: unknown } | null)?.samples ?? [])
  if (!Array.isArray(list)) return []
  return (list as SampleCard[]).filter((sample) => ID.test(sample.id)) // shipped with the app and checked by its tests
}
