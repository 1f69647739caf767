import { LIMITS } from '@core/model/limits'

export type KnownVoice = { readonly id: string; readonly name: string }
export type ReadPerson = { readonly alias: string; readonly voiceId?: string }
export type ReadPeople = {
  readonly people: readonly ReadPerson[]
  /** Names that stand on the list already, or twice in what was pasted. */
  readonly twice: number
  /** Voices that were named and are not known here. */
  readonly unknown: number
  /** More than fit. */
  readonly over: number
}

const ALIAS = 120
const BULLET = /^\s*(?:[-–—•*·]|\d{1,4}[.)])\s+/u
const same = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** One person a line: what they want to be called by, then after a comma, semicolon or tab, their voice. */
export const readPeople = (text: string, voices: readonly KnownVoice[], present: readonly string[]): ReadPeople => {
  const lines = text
    .split(/\r\n|\r|\n|\u2028/u)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '')
  const seen = new Set(present.map(same))
  const people: ReadPerson[] = []
  let twice = 0
  let unknown = 0
  for (const line of lines) {
    const [first = '', second = ''] = line.split(/[\t;,]/u).map((part) => part.trim())
    const alias = first.slice(0, ALIAS)
    if (alias === '' || seen.has(same(alias))) {
      twice += alias === '' ? 0 : 1
      continue
    }
    seen.add(same(alias))
    const voice = second === '' ? undefined : voices.find((one) => same(one.name) === same(second))
    if (second !== '' && !voice) unknown += 1
    people.push({ alias, ...(voice ? { voiceId: voice.id } : {}) })
  }
  const room = Math.max(0, LIMITS.people - present.length)
  return { people: people.slice(0, room), twice, unknown, over: Math.max(0, people.length - room) }
}
