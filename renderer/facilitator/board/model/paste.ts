import { LIMITS } from '@core/model/limits'

export const PASTE_LIMIT = 2_000

export interface PastedLine {
  readonly text: string
  /** Named at the beginning of the line; undefined when none is, or none that the session knows. */
  readonly voiceId?: string
  /** The same words stand in an earlier line or on a card that is there already. */
  readonly twice: boolean
}

export interface PastedList {
  readonly lines: readonly PastedLine[]
  /** Lines that are too long for a card; they stay in the field. */
  readonly tooLong: number
  /** Lines beyond the most that is taken at once. */
  readonly over: number
}

export interface KnownVoice {
  readonly id: string
  readonly name: string
}

const BULLET = /^\s*(?:[-–—•*·▪◦]|\d{1,4}[.)])\s+/u
/** The longest name that is looked for before a colon. */
const NAME = 60

const same = (text: string): string => text.normalize('NFC').toLowerCase()

/** A table of one column comes with its cells in quotes. */
const unquoted = (line: string): string =>
  line.length > 1 && line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1).replaceAll('""', '"').trim() : line

/** "Families: nobody asked us" is what the families say, if that is a voice; any other colon belongs to the statement. */
const voiceIn = (line: string, voices: readonly KnownVoice[]): { readonly text: string; readonly voiceId?: string } => {
  const at = line.slice(0, NAME).search(/[:\t;]/u)
  const name = at < 0 ? '' : same(unquoted(line.slice(0, at).trim()))
  const voice = name === '' ? undefined : voices.find((one) => same(one.name) === name)
  const text = voice ? unquoted(line.slice(at + 1).trim()) : unquoted(line)
  return voice && text !== '' ? { text, voiceId: voice.id } : { text: unquoted(line) }
}

/** One card per line; signs of lists and empty lines fall away. `present`: what stands on cards already. */
export const readList = (
  text: string,
  voices: readonly KnownVoice[] = [],
  present: ReadonlySet<string> = new Set(),
): PastedList => {
  const all = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n|\u2028/u)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line.length > 0)
  const seen = new Set(present)
  const fitting: PastedLine[] = []
  for (const line of all) {
    const read = voiceIn(line, voices)
    if (read.text.length > LIMITS.statement) continue
    const key = sameWords(read.text)
    fitting.push({ ...read, twice: seen.has(key) })
    seen.add(key)
  }
  return {
    lines: fitting.slice(0, PASTE_LIMIT),
    tooLong: all.length - fitting.length,
    over: Math.max(0, fitting.length - PASTE_LIMIT),
  }
}

/** What two lines must share to count as the same. */
export const sameWords = (text: string): string => same(text).replaceAll(/\s+/gu, ' ').trim()
