import { parseArgs } from 'node:util'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { TextParams } from '@core/text/lookup'
import type { ExportFormat } from '@core/report/formats'
import { EXPORT_FORMATS, formatsOf } from '@core/report/formats'
import type { Profile } from '@core/report/model'
import type { ServeOptions } from './serve'

/** What can be made of one session file, the usual one first. */
export const REPORT_KINDS = ['session', 'minutes', 'brief', 'families', 'guide', 'esn', 'lab'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export type Command =
  | { readonly name: 'help' | 'version' }
  | ({ readonly name: 'serve' } & ServeOptions)
  | {
      readonly name: 'export'
      readonly file: string
      readonly kind: ReportKind
      /** Of a guide; null: the round that comes next. */
      readonly round: number | null
      readonly formats: readonly ExportFormat[]
      readonly out: string
      readonly profile: Profile
      readonly lang: string
      readonly force: boolean
      readonly json: boolean
    }
  | {
      readonly name: 'dataset'
      readonly folder: string
      readonly out: string
      readonly force: boolean
      readonly json: boolean
    }
  | {
      readonly name: 'compare'
      readonly folder: string
      readonly by: 'place' | 'lab'
      readonly formats: readonly ExportFormat[]
      readonly out: string
      readonly profile: Profile
      readonly lang: string
      readonly force: boolean
      readonly json: boolean
    }
  | { readonly name: 'check'; readonly file: string; readonly json: boolean }

/** Why the arguments cannot be used: a key under `errors:cli` and what its words need. */
export type Problem = { readonly key: string; readonly params?: TextParams }
type Read = Result<Command, Problem>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const FORMATS: readonly string[] = EXPORT_FORMATS
const PROFILES: readonly string[] = ['internal', 'participants', 'public'] satisfies Profile[]

/** As the protocol has it. */
const MOST_ROUNDS = 20

const problem = (key: string, params?: TextParams): Read => err(params ? { key, params } : { key })

/** Strict: an option nobody knows is a mistake worth a word, not something to pass over. */
export const readOptions = (args: readonly string[]): Read => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return ok({ name: 'help' })
  if (name === '--version' || name === '-v') return ok({ name: 'version' })
  if (rest.includes('--help') || rest.includes('-h')) return ok({ name: 'help' })
  try {
    if (name === 'serve') return serveOptions(rest)
    if (name === 'export') return exportOptions(rest)
    if (name === 'check') return checkOptions(rest)
    if (name === 'compare') return compareOptions(rest)
    if (name === 'dataset') return datasetOptions(rest)
  } catch (error) {
    return problem('errors:cli.badOption', { option: optionIn(error) })
  }
  return problem('errors:cli.unknownCommand', { command: name })
}

/** parseArgs quotes the option it stumbled over. */
const optionIn = (error: unknown): string =>
  /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? /'([^']*)'/.exec(String(error))?.[1] ?? '?'

const serveOptions = (args: string[]): Read => {
  const { values } = parseArgs({ args, options: { data: text, port: text, sample: flag, json: flag } })
  const port = Number(values.port ?? 0)
  if (!/^\d{0,5}$/.test(values.port ?? '') || port > 65_535)
    return problem('errors:cli.badPort', { port: values.port ?? '' })
  const { sample = false, json = false } = values
  return ok({ name: 'serve', data: values.data, port, sample, json })
}

const exportOptions = (args: string[]): Read => {
  const options = {
    kind: text,
    round: text,
    format: text,
    out: text,
    profile: text,
    lang: text,
    force: flag,
    json: flag,
  }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, more] = positionals
  if (file === undefined || more !== undefined) return problem('errors:cli.oneFile', { command: 'export' })
  const kind = REPORT_KINDS.find((one) => one === (values.kind ?? 'session'))
  if (!kind) return problem('errors:cli.badKind', { kind: values.kind ?? '' })
  const round = values.round === undefined ? null : Number(values.round)
  if (round !== null && (kind !== 'guide' || !/^[1-9]\d?$/.test(values.round ?? '') || round < 2))
    return problem(kind === 'guide' ? 'errors:cli.badRound' : 'errors:cli.onlyGuide', {
      round: values.round ?? '',
      last: MOST_ROUNDS,
    })
  const wanted = writingOptions(values)
  if (!wanted.ok) return wanted
  const offered = formatsOf(kind)
  const wrong = wanted.value.formats.find((format) => !offered.includes(format))
  if (wrong !== undefined) return problem('errors:cli.notOfKind', { kind, format: wrong, formats: offered.join(', ') })
  return ok({ name: 'export', file, kind, round, ...wanted.value })
}

const compareOptions = (args: string[]): Read => {
  const options = { by: text, format: text, out: text, profile: text, lang: text, force: flag, json: flag }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined) return problem('errors:cli.oneFolder', { command: 'compare' })
  const { by = 'place' } = values
  if (by !== 'place' && by !== 'lab') return problem('errors:cli.badBy', { by })
  const wanted = writingOptions(values)
  return wanted.ok ? ok({ name: 'compare', folder, by, ...wanted.value }) : wanted
}

type WritingValues = {
  readonly format?: string | undefined
  readonly out?: string | undefined
  readonly profile?: string | undefined
  readonly lang?: string | undefined
  readonly force?: boolean | undefined
  readonly json?: boolean | undefined
}
type Writing = Pick<Extract<Command, { name: 'export' }>, 'formats' | 'out' | 'profile' | 'lang' | 'force' | 'json'>

/** What every command that writes reports is told. */
const writingOptions = (values: WritingValues): Result<Writing, Problem> => {
  const wrongly = (key: string, params: TextParams): Result<Writing, Problem> => err({ key, params })
  if (values.format === undefined) return wrongly('errors:cli.missing', { option: '--format' })
  if (values.out === undefined) return wrongly('errors:cli.missing', { option: '--out' })
  const formats = [...new Set(values.format.split(','))]
  const wrong = formats.find((format) => !FORMATS.includes(format))
  if (wrong !== undefined) return wrongly('errors:cli.badFormat', { format: wrong })
  const { out, profile = 'public', lang = 'en', force = false, json = false } = values
  if (!PROFILES.includes(profile)) return wrongly('errors:cli.badProfile', { profile })
  return ok({
    formats: formats as ExportFormat[], // each was found in FORMATS
    out,
    profile: profile as Profile, // found in PROFILES
    lang,
    force,
    json,
  })
}

const datasetOptions = (args: string[]): Read => {
  const options = { out: text, force: flag, json: flag }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined) return problem('errors:cli.oneFolder', { command: 'dataset' })
  if (values.out === undefined) return problem('errors:cli.missing', { option: '--out' })
  const { out, force = false, json = false } = values
  return ok({ name: 'dataset', folder, out, force, json })
}

const checkOptions = (args: string[]): Read => {
  const { values, positionals } = parseArgs({ args, options: { json: flag }, allowPositionals: true })
  const [file, more] = positionals
  if (file === undefined || more !== undefined) return problem('errors:cli.oneFile', { command: 'check' })
  return ok({ name: 'check', file, json: values.json ?? false })
}
