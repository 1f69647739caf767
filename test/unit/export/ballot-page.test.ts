import { beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Vote, VoteMethod } from '@core/model/vote'
import type { Reader } from '@core/report/reader'
import { createReader } from '@core/report/reader'
import type { RoomView } from '@core/protocol/views'
import { accessPage, wifiText } from '../../../electron/export/access-page'
import type { BallotsWhat, SlipSource } from '../../../electron/export/ballot-model'
import { ballotSheet } from '../../../electron/export/ballot-model'
import { ballotPage } from '../../../electron/export/ballot-page'
import { readWords } from '../../../electron/host/words'
import { aDocument, aLab, aSession, aVoice, aVote } from '../../helpers/builders'

let readerFor: (lang: string) => Reader
beforeAll(async () => {
  const words = await readWords('resources')
  readerFor = (lang) => {
    const own = words.of(lang)
    return createReader(own.t, own.lang)
  }
})

const codeOf = (number: number): string => `K${String(number).padStart(2, '2')} XTD`
const source: SlipSource = { codeOf, roomUrl: '' }
const ROOM_URL = 'http://192.168.1.20:8123/#s=abcdefghijklmnop'

type Given = {
  readonly vote?: Partial<Vote>
  readonly texts?: readonly string[]
  readonly what?: Partial<BallotsWhat>
  readonly voices?: readonly string[]
  readonly source?: SlipSource
}

const draw = ({
  vote,
  texts = ['First', 'Second', 'Third'],
  what,
  voices = ['Families'],
  source: from,
}: Given = {}): string => {
  const one = aVote({
    id: 'vote-1',
    options: texts.map((text, at) => ({ id: `o${at}`, text })),
    rounds: [{ id: 'round-1', number: 1, state: 'draft', slips: [{ first: 1, count: 500 }] }],
    ...vote,
  })
  const named = voices.map((text, at) => aVoice({ id: `v${at}`, slot: (at % 8) + 1, label: { text } }))
  const view = aDocument(aSession(), aLab(), ...named, one)
  const wish: BallotsWhat = {
    kind: 'ballots',
    voteId: 'vote-1',
    first: 17,
    count: 8,
    perPage: 4,
    langs: ['en'],
    ...what,
  }
  const sheet = ballotSheet(view, wish, from ?? source)
  if (!sheet) throw new Error('no sheet')
  return ballotPage(sheet, { readerFor, fonts: null })
}

const count = (html: string, part: string | RegExp): number => html.split(part).length - 1
const perPageOf = (html: string): number => Number(/data-per-page="(\d)"/.exec(html)?.[1])
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'))

const VOID = new Set(['meta', 'img', '!doctype'])
/** Every element that is opened is closed, in order. */
const isBalanced = (html: string): boolean => {
  const open: string[] = []
  for (const [, closing, name = '', self] of html.matchAll(/<(\/)?([a-z!][a-z0-9]*)\b[^>]*?(\/)?>/gi)) {
    if (VOID.has(name.toLowerCase()) || self === '/') continue
    if (closing === undefined) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 5, cap: 3 },
  { name: 'dots', budget: 5, cap: 3, negative: 2 },
  { name: 'dots', budget: 90, cap: 90 },
  { name: 'approval' },
  { name: 'rating' },
  { name: 'ranking' },
  { name: 'effort-effect' },
  { name: 'consent' },
  { name: 'share-100' },
]

describe('printed slips', () => {
  test('have every number and code once, as many on a page as were asked for, with lines to cut along', () => {
    for (const perPage of [2, 4, 6, 8] as const) {
      const html = draw({ what: { perPage, count: 11 }, texts: ['Yes', 'No'] })
      expect(perPageOf(html), String(perPage)).toBe(perPage)
      expect(count(html, '<section class="page">')).toBe(Math.ceil(11 / perPage))
      for (let number = 17; number < 28; number += 1) {
        expect(count(html, `data-slip="${number}"`)).toBe(1)
        expect(count(html, codeOf(number))).toBe(1)
      }
      const across = perPage === 2 ? 1 : perPage / 2 - 1
      expect(count(html, 'class="cut across"')).toBe(across * Math.ceil(11 / perPage))
      expect(isBalanced(html)).toBe(true)
    }
  })

  test('have the marks of the method, and say how to fill them in', () => {
    const marks = METHODS.map((method) => {
      const html = bodyOf(draw({ vote: { method }, what: { count: 1, perPage: 2 } }))
      return [
        count(html, 'class="c for"'),
        count(html, 'class="c against"'),
        count(html, 'class="c f"'),
        count(html, /class="b[ "]/),
      ]
    })
    expect(marks).toEqual([
      [9, 0, 0, 0],
      [9, 6, 0, 0],
      [0, 0, 0, 3],
      [0, 0, 0, 3],
      [0, 0, 15, 0],
      [0, 0, 0, 3],
      [0, 0, 30, 0],
      [0, 0, 0, 9],
      [0, 0, 0, 3],
    ])
    expect(draw({ vote: { method: { name: 'consent' } } })).toContain('Why do you stand aside or object?')
  })

  test('are fewer on a page where words would be cut off, for every method and length', () => {
    const long = Array.from({ length: 7 }, (_, at) => `Topic ${at}: ${'words that go on '.repeat(6)}`)
    for (const method of METHODS) {
      const short = perPageOf(draw({ vote: { method }, texts: ['A', 'B'], what: { perPage: 8 }, voices: [] }))
      const full = draw({ vote: { method }, texts: long, what: { perPage: 8 } })
      expect(perPageOf(full), method.name).toBeLessThan(4)
      expect(perPageOf(full)).toBeLessThanOrEqual(short)
      expect(count(full, 'data-slip="17"')).toBe(1)
    }
  })

  test('of a vote with 200 topics go over several pages, each with the number', () => {
    const texts = Array.from({ length: 200 }, (_, at) => `Topic number ${at + 1}`)
    const html = draw({ texts, what: { count: 2, perPage: 8 } })
    const pages = count(html, 'data-slip="17"')
    expect(pages).toBeGreaterThan(2)
    expect(count(html, '<section class="page">')).toBe(2 * pages)
    expect(html).toContain(`page ${pages} of ${pages}`)
    expect(count(html, '017</span>')).toBe(pages)
    for (const text of texts) expect(count(html, `>${text}</span>`), text).toBe(2)
    expect(count(html, 'What is kept:')).toBe(2)
  })

  test('keep the order of the topics and lose none of them, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...METHODS),
        fc.constantFrom(2, 4, 6, 8),
        (texts, method, perPage) => {
          const html = draw({ texts, vote: { method }, what: { count: 1, perPage } })
          const numbers = [...html.matchAll(/<b class="n">(\d+)<\/b>/g)].map(([, number]) => Number(number))
          expect(numbers).toEqual(texts.map((_, at) => at + 1))
          expect(isBalanced(html)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('never let words act as markup', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
    const html = draw({ texts: [evil, 'b'], voices: [evil], vote: { question: evil } })
    expect(html).not.toMatch(/<script|<img|onerror='/)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain("default-src 'none'")
    expect(isBalanced(html)).toBe(true)
  })

  test('come in each language as often as was asked for', () => {
    const html = draw({ what: { count: 6, langs: ['en', 'sl', 'nb'], counts: [3, 1, 2] } })
    const langs = [...html.matchAll(/class="slip" lang="(\w+)"/g)].map(([, lang]) => lang)
    expect(langs).toEqual(['en', 'en', 'en', 'sl', 'nb', 'nb'])
    const turns = draw({ what: { count: 4, langs: ['en', 'sl'] } })
    expect([...turns.matchAll(/class="slip" lang="(\w+)"/g)].map(([, lang]) => lang)).toEqual(['en', 'sl', 'en', 'sl'])
  })

  test('are samples where no code was reserved', () => {
    const html = draw({ source: { codeOf: () => null, roomUrl: ROOM_URL }, vote: { admission: 'codes' } })
    expect(count(html, '>Sample<')).toBe(8)
    expect(html).not.toContain('<svg class="square"')
  })

  test('have a square only where their code opens a phone', () => {
    const open = { codeOf, roomUrl: ROOM_URL }
    expect(count(draw({ source: open, vote: { admission: 'codes' } }), '<svg class="square"')).toBe(8)
    expect(draw({ source: open, vote: { admission: 'open-room' } })).not.toContain('<svg class="square"')
    expect(draw({ source: { codeOf, roomUrl: '' }, vote: { admission: 'codes' } })).not.toContain('<svg class="square"')
  })

  test('name a second round', () => {
    const closed = { id: 'round-0', number: 1, state: 'closed' as const }
    const rounds = [closed, { id: 'round-1', number: 2, state: 'draft' as const }]
    expect(draw({ vote: { rounds } })).toContain('Round 2')
    expect(draw()).not.toContain('Round 1')
  })
})

describe('the sheet that says how to get in', () => {
  const room = (changes: Partial<RoomView> = {}): RoomView => ({
    open: true,
    locked: false,
    code: 'MAPLE 47',
    address: '192.168.1.20',
    port: 8123,
    typed: '192.168.1.20:8123',
    url: ROOM_URL,
    phones: 0,
    cap: null,
    wifi: { name: 'Lab <1>', password: 'a;b' },
    failure: null,
    groups: [],
    screens: [],
    ...changes,
  })
  const view = aDocument(aSession(), aLab())
  const sheet = (given: RoomView, langs: readonly string[] = ['en']): string =>
    accessPage(view, langs, given, { readerFor, fonts: null })

  test('has Wi-Fi, address and code in words and as squares, a page for each language', () => {
    const html = sheet(room(), ['en', 'sl', 'en'])
    expect(html).toContain('MAPLE 47')
    expect(html).toContain('192.168.1.20:8123</span>')
    expect(html).toContain('Lab &lt;1&gt;')
    expect(count(html, '<section class="page"')).toBe(2)
    expect(count(html, '<svg class="square"')).toBe(4)
    expect(isBalanced(html)).toBe(true)
  })

  test('says that the room is closed and leaves places to write', () => {
    const html = sheet(room({ open: false, code: '', typed: '', url: '', wifi: null }))
    expect(html).toContain('The room is not open yet')
    expect(html).not.toContain('<svg class="square"')
    expect(count(html, 'class="blank"')).toBe(3)
  })

  test('writes the name of the Wi-Fi as cameras read it', () => {
    expect(wifiText({ name: 'A;B', password: 'x"y\\z' })).toBe('WIFI:T:WPA;S:A\\;B;P:x\\"y\\\\z;;')
    expect(wifiText({ name: 'Open', password: '' })).toBe('WIFI:T:nopass;S:Open;;')
  })
})
