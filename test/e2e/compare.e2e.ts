import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { inspect } from '../helpers/e2e/inspect'
import { useStage } from '../helpers/e2e/stage'
import type { Guest } from '../helpers/e2e/stage'

const FAMILIES = 'Families and social work: a polyphonic community'
const VIEWS = [/^In their words/, /^Priorities/, /^Shared and single/, /^Tasks kept/, /^Indicators/]

describe('two labs side by side, and a file that is damaged', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    const { home, shell } = facilitator
    for (const sample of ['Families: a polyphonic community', 'Integrated care baseline']) {
      await home.openSample(sample)
      await shell.leaveToHome()
      await home.isShown()
    }
    await writeFile(join(stage.host().dataDir, 'broken.polyphony.json'), '{"format"')
  })

  test('all sessions are read, and what cannot be read is named', async () => {
    const { compare, page } = facilitator
    await compare.begin(/^All sessions/)
    await inspect(page, 'compare, choosing')
    await compare.start()
    await compare.restsOn(/from 3 sessions, 1 file left out$/)
    await compare.look(/^Left out/)
    await compare.says('broken.polyphony.json')
    await inspect(page, 'compare, left out', ['light'])
  })

  test('the table tells what was asked from what was not', async () => {
    const { compare, page } = facilitator
    await compare.look(/^Heat map/)
    await compare.heading('6 places side by side')
    await compare.cell('2 statements: Organisation of services, Latvia').waitFor()
    await compare.cell('0 statements: Legislation, Latvia').waitFor()
    await inspect(page, 'compare, heat map')
    await compare.rows(/^Lab × theme/)
    await compare.heading('2 labs side by side')
    await compare.rows(/^Place × theme/)
  })

  test('behind a cell stand its statements', async () => {
    const { compare, page } = facilitator
    await compare.cell('2 statements: Organisation of services, Latvia').click()
    const drawer = compare.behind('Latvia, Organisation of services')
    await drawer.getByText('2 statements stand behind this cell.').waitFor()
    await expect.poll(() => drawer.getByRole('list').first().getByRole('listitem').count()).toBe(2)
    await drawer.getByRole('button', { name: 'Open the session Six countries, one frame' }).waitFor()
    await inspect(page, 'compare, statements')
    await drawer.getByRole('button', { name: 'Close' }).click()
  })

  test('every other view has its words', async () => {
    const { compare, page } = facilitator
    for (const view of VIEWS) {
      await compare.look(view)
      await page.getByText('One moment').first().waitFor({ state: 'detached' })
      await inspect(page, `compare, ${view.source}`, ['light'])
    }
    await compare.look(/^Heat map/)
  })

  test('a lab that is ticked out is out, on the screen and in the file', async () => {
    const { compare, page } = facilitator
    await compare.tick(FAMILIES)
    await compare.restsOn(/from 1 session, 1 file left out$/)
    await compare.openExport()
    await inspect(page, 'compare, export')
    await compare.report.as('Data')
    await compare.report.write()
    const files = await compare.report.written()
    expect(files.toSorted()).toEqual(['polyphony.compare.public.en.html', 'polyphony.compare.public.en.json'])
    const text = await readFile(join(await compare.report.folder(), 'polyphony.compare.public.en.html'), 'utf8')
    const has = (words: string): boolean => text.includes(words)
    expect([has('Latvia'), has('1 file cannot be opened and is left out.'), has(FAMILIES)]).toEqual([true, true, false])
  })
})
