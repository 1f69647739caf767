import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { inspect } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest } from '../helpers/e2e/stage'
import { unzipped } from '../helpers/unzipped'

const SAMPLE = 'Families: a polyphonic community'
const FORMATS = ['HTML', 'PDF', 'Word', 'Excel', 'CSV', 'Markdown', 'JSON']
/** Headings of their pages; null: offered, and read in tests of its own. */
const KINDS = {
  'Report of the session': /one plan with the family/,
  Minutes: /^Minutes/,
  'Policy brief': null,
  'Back to the families': /You said/i,
  'ESN practice form': /practice form/,
  'The lab over time': null,
}
/** An hour and minute of making, which the preview and the file do not share. */
const MADE = /\d{2}:\d{2}/g

const half = (names: readonly string[]): string[] => names.filter((name) => name.endsWith('.tmp'))

describe('what leaves the room', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let folder = ''

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    await facilitator.home.openSample(SAMPLE)
    await facilitator.shell.go('Report')
  })

  test('every kind is read before it is written', async () => {
    const { report, page } = facilitator
    for (const [kind, heading] of Object.entries(KINDS)) {
      if (heading === null) continue
      await report.kind(kind)
      await report.preview().getByRole('heading', { name: heading }).first().waitFor()
    }
    expect(await report.kinds().count()).toBe(Object.keys(KINDS).length)
    await report.kind('Report of the session')
    for (const fold of ['Parts', 'Cover', 'Single pictures']) await report.unfold(fold)
    await inspect(page, 'report')
  })

  test('what a profile takes out is listed before', async () => {
    const { report } = facilitator
    await report.isFor('The lab itself')
    await report.says('Nothing. All that is in the session can be in it.')
    await report.isFor('Everybody')
    await report
      .leavesOut()
      .filter({ hasText: /^The words of \d+ contributions that may not be quoted$/ })
      .waitFor()
    await report
      .leavesOut()
      .filter({ hasText: /^\d+ cards? that (is|are) still held$/ })
      .waitFor()
  })

  test('parts, their order and the cover are chosen, and the preview is what is written', async () => {
    const { report } = facilitator
    await report.leaveOut('What happened when')
    await report.moveUp('What matters most')
    await report.signAs('Ana Kovač', 'A second author')
    await expect.poll(() => report.language().locator('option:checked').innerText()).toContain('English')
    const body = report.preview().locator('body')
    await body.getByText('A second author').first().waitFor()
    const headings = await body.getByRole('heading', { level: 2 }).allInnerTexts()
    // Page one says some of it before.
    const at = (name: string): number => headings.findLastIndex((heading) => heading.includes(name))
    expect(at('What happened when')).toBe(-1)
    expect(at('What matters most')).toBeGreaterThan(-1)
    expect(at('What matters most')).toBeLessThan(at('Who took part'))
    const shown = await report.previewed()
    await report.write()
    const [file = ''] = await report.written()
    folder = await report.folder()
    const text = await readFile(join(folder, file), 'utf8')
    expect(text.replaceAll(MADE, '')).toBe(shown.replaceAll(MADE, ''))
  })

  test('all formats are one job that says how far it is; what is there is not replaced unasked', async () => {
    const { report, page } = facilitator
    await report.as(...FORMATS)
    const [before = ''] = await readdir(folder)
    const old = await readFile(join(folder, before))
    await report.write()
    await report.asksToReplace()
    await inspect(page, 'report, files are there', ['light'])
    expect(await readdir(folder)).toEqual([before])
    expect(await readFile(join(folder, before))).toEqual(old)
    await report.replace()
    await report.writing().waitFor()
    const files = await report.written()
    const there = await readdir(folder)
    expect(there.toSorted()).toEqual([...files].toSorted())
    const read = async (ending: string): Promise<Buffer> =>
      readFile(join(folder, files.find((name) => name.endsWith(ending)) ?? ''))
    expect(unzipped(await read('.docx')).get('word/document.xml')).toContain('one plan with the family')
    expect(unzipped(await read('.xlsx')).has('xl/workbook.xml')).toBe(true)
    const pdf = (await read('.pdf')).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('one plan with the family')
    expect((await read('.md')).toString()).toMatch(/^# .*one plan with the family/m)
    expect(JSON.parse((await read('.json')).toString())).toMatchObject({ kind: 'session', profile: 'public' })
    expect(files.filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(3)
    await inspect(page, 'report, written', ['light'])
  })

  test('a job that is stopped leaves nothing half', async () => {
    const { report } = facilitator
    await report.isFor('Those who took part')
    const before = await readdir(folder)
    await report.write()
    await report.stop()
    await report.says(/^Stopped\./)
    const after = (await readdir(folder)).filter((name) => !before.includes(name))
    expect(half(after)).toEqual([])
    // Which files are whole by then depends on the machine; the last one never is.
    expect(after.filter((name) => name.endsWith('.json'))).toEqual([])
  })

  test('a chart is saved on its own', async () => {
    const download = await facilitator.report.picture('All together', 'Save as picture (PNG)')
    expect(download.suggestedFilename()).toMatch(/\.png$/)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    // Width and height stand behind the first eight bytes and the name of the first part.
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(600)
  })
})
