import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { Profile, ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { csvField, csvNames, exportCsv } from '../../../electron/export/csv'
import type { ExportContext } from '../../../electron/export/export-file'
import { htmlPage } from '../../../electron/export/html-page'
import { exportJson } from '../../../electron/export/json'
import { exportMarkdown } from '../../../electron/export/markdown'
import { closedSession, englishReader, figuresOf, viewOf } from '../../helpers/report'

const context = (): ExportContext => ({ reader: englishReader(), madeAt: '2026-11-22T10:00:00.000Z', fonts: null })

const modelOf = (records: readonly AnyRecord[] = closedSession(), profile: Profile = 'internal'): ReportModel => {
  const view = viewOf(records)
  return redact(buildSessionReport(view), profile, knownNames(view))
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Undoes the five entities that `escapeMarkup` writes, and drops tags. */
const visible = (html: string): string =>
  html
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, '\u0001')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const MARKUP = [
  '<script>window.hit=1</script>',
  '<img src=x onerror=hit()>',
  '"><svg/onload=hit()>',
  "' onmouseover='hit()",
  '</style><script>hit()</script>',
  '</title><b>',
  '<!-- -->',
  ']]>',
  '&lt;script&gt;',
  'javascript:hit()',
  '{{constructor}}',
  '[x](javascript:hit())',
  '![x](http://example.org/x.png)',
  '<a href="http://example.org">x</a>',
]

describe('html', () => {
  it('shows every figure of the model', () => {
    const model = modelOf()
    const { reader } = context()
    const shown = visible(htmlPage(model, context()))
    for (const figure of figuresOf(model).values()) expect(shown).toContain(`\u0001${reader.figure(figure)}\u0001`)
  })

  it('keeps markup that people wrote inert', () => {
    const records = closedSession().map((record, index): AnyRecord => {
      const nasty = MARKUP[index % MARKUP.length] ?? ''
      if (record.type === 'card') return { ...record, text: nasty, quote: 'role', place: nasty }
      if (record.type === 'decision') return { ...record, wording: nasty, rationale: nasty, addressee: nasty }
      if (record.type === 'session') return { ...record, title: nasty }
      if (record.type === 'lab') return { ...record, name: nasty, organisations: MARKUP, authors: MARKUP }
      return record
    })
    const html = htmlPage(modelOf(records), context())
    expect(html.slice(html.indexOf('</style>'))).not.toMatch(
      /<script|<img(?! src="data:)|<[a-z][^<>]*\son\w+=|<a href="(?!#)|<!-- -->/i,
    )
    // What looks like an attribute or a tag only stands escaped.
    expect(html.match(/<svg(?! class="(chart|mark|logo)")/g)).toBeNull()
    expect(visible(html)).toContain('<script>window.hit=1</script>')
  })

  it('drops characters that XML forbids and replaces lone surrogates', () => {
    const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
    const records = closedSession().map((record): AnyRecord =>
      record.type === 'card' ? { ...record, text: `x${all}\uD800y`, quote: 'role' } : record,
    )
    const html = htmlPage(modelOf(records), context())
    expect(html).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
    expect(html).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
  })

  it('has one h1, a language, a caption on each table and a name on each chart', () => {
    const html = htmlPage(modelOf(), context())
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toContain('<html lang="en" class="session">')
    expect(html.match(/<table\b/g)?.length).toBe(html.match(/<table[^>]*><caption[^>]*>[^<]/g)?.length)
    expect(html.match(/class="chart"/g)?.length).toBe(html.match(/class="chart" role="img" aria-label="[^"]/g)?.length)
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
  })
})

describe('long words and titles', () => {
  it('lets a very long word break in a table, so that print does not shrink the page', () => {
    const word = 'Koordinationsmedarbejderuddannelse'
    const records = closedSession().map((one) => (one.type === 'task' ? { ...one, text: `${word} 1 & 2` } : one))
    const html = htmlPage(modelOf(records), context())
    expect(html).toContain('Koordinationsmedarbe<wbr>jderuddannelse 1 &amp; 2')
    expect(visible(html).replaceAll('\u0001', '')).toContain(`${word} 1 & 2`)
  })

  it('keeps the running title in one line beside the page number', () => {
    const title = 'What families said. '.repeat(10).trim()
    const records = closedSession().map((one) => (one.type === 'session' ? { ...one, title } : one))
    const html = htmlPage(modelOf(records), context())
    expect(html.match(/@bottom-left\{content:"([^"]*)"/)?.[1]?.length).toBeLessThanOrEqual(70)
    expect(visible(html)).toContain(title)
  })
})

describe('page one', () => {
  it('draws three decisions and says how many more there are; the tables of other formats have all', () => {
    const decisions = closedSession().filter((record) => record.type === 'decision')
    const [first] = decisions
    if (!first) throw new Error('the sample has decisions')
    const many = Array.from({ length: 40 }, (_, index): AnyRecord => ({
      ...first,
      id: `more-${index}`,
      number: 100 + index,
      wording: `Decision ${index}x`,
    }))
    const records = [...closedSession().filter((record) => record.type !== 'decision'), ...many]
    const model = modelOf(records)
    const html = htmlPage(model, context())
    const summary = html.slice(html.indexOf('class="summary"'), html.indexOf('<nav id="contents"'))
    expect(summary.match(/Decision \d+x/g)).toHaveLength(3)
    expect(summary).toContain('37 more stand further on.')
    expect(new Set(html.match(/Decision \d+x/g)).size).toBe(40)
    const csv = exportCsv(model, context()).find((file) => file.suffix === '.decisions.csv')
    expect(text(csv?.bytes).match(/Decision \d+x/g)).toHaveLength(40)
  })
})

describe('csv', () => {
  it('holds the same figures as the model, as numbers', () => {
    const model = modelOf()
    const files = exportCsv(model, context()).map((file) => text(file.bytes))
    const numbers = new Set(files.flatMap((file) => file.split(/[\r\n,]+/)))
    for (const figure of figuresOf(model).values()) {
      if (figure.value !== null) expect(numbers).toContain(String(Math.round(figure.value * 1000) / 1000))
    }
  })

  it('defuses formulas and leaves numbers alone', () => {
    const starts = ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '|', '%']
    const bodies = ['cmd|calc!A1', 'HYPERLINK("http://x")', '1+1', 'A1', 'SUM(1;2)', '"quoted"', 'x,y', "x'y"]
    for (const start of starts) {
      for (const body of bodies) {
        const field = csvField(start + body)
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
        expect(read.startsWith("'")).toBe(true)
      }
    }
    expect(['12', '-3', '0.5'].map(csvField)).toEqual(['12', '-3', '0.5'])
    expect(csvField('a "b", c')).toBe('"a ""b"", c"')
  })

  it('names files so that people can read them', () => {
    const [one, two] = ['st3kjskvrf5k68hc7b7q', '4gtjb28g4j3bty69aw2b']
    const names = csvNames(
      [`board-${one}`, 'people', `board-${two}`, `vote-${two}-1`, `vote-${two}-2`, `board-${one}`].map((id) => ({
        id,
      })),
    )
    expect([...names.values()]).toEqual(['board-1', 'people', 'board-2', 'vote-1-1', 'vote-1-2'])
    // One that is called so already keeps its name.
    const mixed = csvNames([{ id: `board-${one}` }, { id: 'board-1' }])
    expect([...mixed.values()]).toEqual([`board-${one}`, 'board-1'])
  })

  it('writes each table once and the contributions in a file of their own', () => {
    const names = exportCsv(modelOf(), context()).map((file) => file.suffix)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['.people.csv', '.decisions.csv', '.tasks.csv', '.contributions.csv']))
  })
})

describe('control characters', () => {
  it('are in no report that people read', () => {
    const records = closedSession().map((record): AnyRecord =>
      record.type === 'card' ? { ...record, text: 'a\u0000b\u0007c\u001B[2Jd', quote: 'role' } : record,
    )
    const model = modelOf(records)
    for (const write of [exportCsv, exportMarkdown, exportJson]) {
      for (const { bytes } of write(model, context())) expect(text(bytes)).not.toMatch(/[\u0000-\u0008\u001B]/)
    }
    expect(htmlPage(model, context())).not.toMatch(/[\u0000-\u0008\u001B]/)
  })
})

describe('json and markdown', () => {
  it('json is the redacted model', () => {
    const model = modelOf(closedSession(), 'public')
    expect(JSON.parse(text(exportJson(model, context())[0]?.bytes))).toEqual(JSON.parse(JSON.stringify(model)))
  })

  it('markdown shows every figure of its tables and no live markup', () => {
    const records = closedSession().map((record, index): AnyRecord =>
      record.type === 'card' ? { ...record, text: MARKUP[index % MARKUP.length] ?? '', quote: 'role' } : record,
    )
    const model = modelOf(records)
    const written = text(exportMarkdown(model, context())[0]?.bytes)
    const { reader } = context()
    for (const figure of figuresOf(model).values()) expect(written).toContain(reader.figure(figure))
    expect(written).not.toMatch(/<(script|img|svg|a|b)\b|[^\\]\]\(/)
  })
})
