import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { aCard, aLab, aSession } from '../../helpers/builders'
import { CONTROLS, LONG, MARKUP } from '../../helpers/nasty-words'
import { browser, drawn, everyKind, familyLab, readText, reportPort } from '../../helpers/report-kinds'
import { unzipped } from '../../helpers/unzipped'
import { malformed } from '../../helpers/xml'

const NOT_WORDS = new Set(['id', 'type', 'order', 'key', 'topic', 'lang', 'look', 'state', 'kind', 'method', 'level'])

/** The words of each field replaced by the next of these. */
const worded = (records: readonly AnyRecord[], next: () => string): AnyRecord[] => {
  const change = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return !NOT_WORDS.has(key) && /\s/.test(value) ? next() : value
    if (Array.isArray(value)) return value.map((one: unknown) => change(one, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, NOT_WORDS.has(name) ? one : change(one, name)]),
    )
  }
  // The shape stays that of the record.
  return records.map((record) => change(record, '') as AnyRecord)
}

const withMarkup = (): AnyRecord[] => {
  let used = 0
  const next = (): string => MARKUP[(used += 1) % MARKUP.length] ?? ''
  const records = worded(familyLab().at(-1) ?? [], next)
  const board = records.find((record) => record.type === 'board')
  const cards = MARKUP.map((text, at) =>
    aCard({ id: `nasty-${at}`, text, quote: 'role', boardId: board?.id ?? '', zone: [] }),
  )
  return [...records, ...cards]
}

const port = await reportPort()
const hostile = everyKind([withMarkup()])
const strange = (text: string) => everyKind([worded(familyLab().at(-1) ?? [], () => text)])
const empty = everyKind([[aSession(), aLab()]])

/** Tags and attributes that our pages have; anything else came from people. */
const TAGS_OF_OURS = new Set(
  'a abbr blockquote body br caption circle clippath col colgroup dd defs div dl dt figcaption figure footer g h1 h2 h3 h4 head header html img li line main meta nav ol p path pattern polyline rect section span strong style svg table tbody td text th thead title tr tspan ul wbr'.split(
    ' ',
  ),
)

const strangersIn = (html: string): string[] =>
  [...html.slice(html.indexOf('</style>')).matchAll(/<\/?([^\s>/]+)([^>]*)>/g)].flatMap(([all, tag = '', rest = '']) =>
    !TAGS_OF_OURS.has(tag.toLowerCase()) ||
    /\son\w+=|javascript:|https?:|srcdoc/i.test(
      rest.replaceAll(/="[^"]*"/g, (value) =>
        /^="(javascript|https?):(?!\/\/www\.w3\.org\/2000\/svg"$)/i.test(value) ? value : '=""',
      ),
    )
      ? [all]
      : [],
  )

const partsOf = (bytes: Uint8Array): [string, string][] =>
  [...unzipped(bytes)].filter(([name]) => /\.(xml|rels)$/.test(name))

const allXml = async (subjects: typeof hostile): Promise<void> => {
  for (const subject of subjects) {
    for (const format of subject.formats) {
      if (format !== 'docx' && format !== 'xlsx') continue
      for (const { name, bytes } of await drawn(port, subject, format, 'internal')) {
        for (const [part, xml] of partsOf(bytes)) {
          expect(malformed(xml), `${name} ${part}`).toBeNull()
          expect(
            xml.search(/TargetMode="External"|<f[ >]|<w:instrText[^>]*>(?! ?(TOC|PAGE|NUMPAGES))/),
            `${name} ${part}`,
          ).toBe(-1)
        }
      }
    }
  }
}

const allText = async (subjects: typeof hostile): Promise<string[]> => {
  const pages: string[] = []
  for (const subject of subjects) {
    for (const format of subject.formats) {
      if (format === 'html' || format === 'md' || format === 'csv')
        pages.push(...(await drawn(port, subject, format, 'internal')).map(readText))
    }
  }
  return pages
}

const htmlOf = async (subjects: typeof hostile): Promise<{ readonly name: string; readonly html: string }[]> => {
  const pages: { name: string; html: string }[] = []
  for (const subject of subjects)
    for (const page of await drawn(port, subject, 'html', 'internal'))
      pages.push({ name: subject.name, html: readText(page) })
  return pages
}

describe('2,000 pieces of markup in people\u2019s words', () => {
  test('stay words in every page', async () => {
    expect(MARKUP).toHaveLength(2_000)
    for (const { name, html } of await htmlOf(hostile)) expect(strangersIn(html), name).toEqual([])
  })

  test('stay words in Word and Excel files, which reach for nothing outside', () => allXml(hostile))

  test.skipIf(browser === null)(
    'run nothing and ask for nothing in a browser without our policy (needs Chromium)',
    async () => {
      const program = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox', '--disable-gpu'] })
      try {
        const page = await program.newPage()
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        for (const { name, html } of await htmlOf(hostile)) {
          await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''), {
            waitUntil: 'load',
          })
          expect(await page.evaluate('window.hit'), name).toBeUndefined()
          expect(await page.evaluate('document.scripts.length')).toBe(0)
        }
        expect(asked.filter((url) => !/^(data|about):/.test(url))).toEqual([])
      } finally {
        await program.close()
      }
    },
  )
})

describe('strange words', () => {
  test('control characters and halves of pairs leave every file readable', async () => {
    const subjects = strange(`x y ${CONTROLS} z`)
    await allXml(subjects)
    for (const text of await allText(subjects))
      expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.exec(text)?.[0].codePointAt(0)).toBeUndefined()
  })

  test('texts of 10,000 letters leave every file whole', async () => {
    expect(LONG).toHaveLength(10_000)
    const subjects = strange(LONG)
    await allXml(subjects)
    for (const text of await allText(subjects)) expect(text.length).toBeGreaterThan(0)
  })

  test('a session of nothing gives every kind in every format', async () => {
    await allXml(empty)
    for (const { name, html } of await htmlOf(empty)) {
      expect(strangersIn(html), name).toEqual([])
      expect(/undefined|NaN|\[object/.exec(html)?.[0], name).toBeUndefined()
    }
  })
})
