import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { aLab, aSession } from '../../helpers/builders'
import { hasPdfTools } from '../../helpers/office'
import type { Subject } from '../../helpers/report-kinds'
import { browser, drawn, everyKind, readText, reportPort, sampleKinds } from '../../helpers/report-kinds'

const port = await reportPort()
const subjects = [
  ...sampleKinds(),
  ...everyKind([[aSession(), aLab()]]).map((one) => ({ ...one, name: `${one.name} of nothing` })),
]
const page = async (subject: Subject): Promise<string> => (await drawn(port, subject, 'html')).map(readText).join('')

describe('the page of every kind', () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))
  test.each(subjects)('$name is valid HTML', async (subject) => {
    const html = await page(subject)
    if (html === '') return
    const { results } = await validator.validateString(html)
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
    )
    expect(said).toEqual([])
  })

  test.skipIf(browser === null)(
    'has nothing for axe to say (needs Chromium)',
    async () => {
      const program = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox', '--disable-gpu'] })
      try {
        const context = await program.newContext()
        const shown = await context.newPage()
        for (const subject of sampleKinds()) {
          const html = await page(subject)
          if (html === '') continue
          await shown.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
          const { violations } = await new AxeBuilder({ page: shown }).setLegacyMode(true).analyze()
          expect(violations.map(({ id, nodes }) => `${subject.name} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
        }
      } finally {
        await program.close()
      }
    },
    120_000,
  )
})

/** What the outline of a PDF says, in its order; it is written without compression. */
const titlesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Title\s*[(<]/g)?.length ?? 0

describe.skipIf(browser === null || !hasPdfTools)('the PDF (skipped without Chromium and poppler)', () => {
  test.each(sampleKinds().filter(({ name }) => ['session', 'families', 'compare'].includes(name)))(
    '$name is tagged, has a title, a language, an outline and its words in order',
    async (subject) => {
      const folder = mkdtempSync(join(tmpdir(), 'polyphony-tags-'))
      try {
        const file = join(folder, 'report.pdf')
        const [pdf] = await drawn(port, subject, 'pdf')
        writeFileSync(file, pdf?.bytes ?? '')
        const run = (program: string, ...args: string[]): string =>
          execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
        const facts = run('pdfinfo', file)
        const html = await page(subject)
        const headings = [...html.matchAll(/<h[12][^>]*>([\s\S]*?)<\/h[12]>/g)].map(([, text = '']) =>
          text
            .replaceAll(/<[^>]+>/g, '')
            .replaceAll('&#39;', "'")
            .replaceAll('&amp;', '&')
            .trim(),
        )
        expect(facts).toMatch(/Tagged:\s+yes/)
        expect(facts).toMatch(/Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/)
        expect(/Title:\s+(.+)/.exec(facts)?.[1]).toContain(/<title>([^<·]+)/.exec(html)?.[1]?.trim().slice(0, 20))
        const bytes = Buffer.from(pdf?.bytes ?? [])
        const raw = bytes.toString('latin1')
        expect(raw).toMatch(/\/Lang\s*\(en\)/)
        expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Type\s*\/MarkInfo\s*\/Marked true|\/Marked true/)
        expect(raw).toMatch(/\/Outlines/)
        expect(titlesIn(bytes)).toBeGreaterThanOrEqual(headings.length)
        const tags = run('pdfinfo', '-struct', file)
        for (const tag of ['H1', 'H2', 'Table', 'TH']) expect(tags).toContain(tag)
        const text = run('pdftotext', file, '-').replaceAll(/\s+/g, ' ')
        // The page for the families says its title in its foot again.
        const parts = headings
          .slice(subject.name === 'families' ? -1 : -5)
          .map((title) => text.lastIndexOf(title.replace(/^\d+ /, '')))
        expect(parts).toEqual(parts.toSorted((a, b) => a - b))
        expect(parts[0]).toBeGreaterThan(0)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
