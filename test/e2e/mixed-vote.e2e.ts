import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { createPaper } from '../helpers/e2e/drivers/paper'
import type { Paper, Slip } from '../helpers/e2e/drivers/paper'
import { createTablet } from '../helpers/e2e/drivers/tablet'
import { inspect } from '../helpers/e2e/inspect'
import { createKeyboard } from '../helpers/e2e/keyboard'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'

const SAMPLE = 'Families: a polyphonic community'
const QUESTION = 'What do we begin with?'
const PROPOSAL = 'We meet again in four weeks.'
const TOPICS = ['A person who stays', 'One form for all', 'A phone that is answered', 'Time to listen'] as const
const SLIPS = 12
/** Of the person at the tablet. */
const VOICE = 'School and health'

/** Twelve slips of five dots; every other one of families, the rest of front-line staff. */
const pileFrom = (first: number): readonly Slip[] =>
  Array.from({ length: SLIPS }, (_, index) => ({
    number: first + index,
    voice: index % 2 === 0 ? 1 : 2,
    marks: index % 2 === 0 ? [3, 1, 0, 1] : [0, 3, 2, 0],
  }))

describe('one vote by phone, tablet and paper', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>
  let paper: Paper
  let phones: readonly PhoneGuest[]
  let url = ''
  let slips: readonly Slip[] = []

  const newVote = async (question: string): Promise<void> => {
    await facilitator.shell.go('Votes')
    await facilitator.page.getByRole('main').getByRole('button', { name: 'New vote' }).click()
    await facilitator.votes.ask(question)
  }
  const printed = async (): Promise<string> => {
    const names = await readdir(stage.host().dataDir, { recursive: true })
    const name = names.filter((one) => one.includes('.slips-')).at(-1) ?? ''
    return readFile(join(stage.host().dataDir, name), 'utf8')
  }
  const handIn = async (phone: PhoneGuest): Promise<void> => {
    await phone.shows(QUESTION)
    await phone.give(TOPICS[0], 2)
    await phone.give(TOPICS[1], 1)
    await phone.handIn()
    await phone.counts()
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
    paper = createPaper(facilitator.page)
    await facilitator.home.openSample(SAMPLE)
    url = await facilitator.room.open()
    await facilitator.room.closePanel()
    phones = await Promise.all(Array.from({ length: 6 }, () => stage.phone()))
    await Promise.all(phones.map((phone, index) => phone.join(url, index < 3 ? 'Families' : 'Managers')))
  })

  test('slips are printed, each with a number and a code of its own', async () => {
    await newVote(QUESTION)
    for (const topic of TOPICS) await facilitator.votes.write(topic)
    await facilitator.votes.hasTopics(TOPICS.length)
    await inspect(facilitator.page, 'a vote being prepared')
    await paper.print(SLIPS)
    const page = await printed()
    for (const topic of TOPICS) expect(page.split(topic).length - 1).toBeGreaterThanOrEqual(SLIPS)
    const numbers = [...page.matchAll(/>(\d{3,4})</g)].map(([, number]) => Number(number))
    expect(new Set(numbers).size).toBe(SLIPS)
    slips = pileFrom(Math.min(...numbers))
    await facilitator.votes.open()
    await inspect(facilitator.page, 'a vote over three channels')
  })

  test('six phones hand in, and each screen of theirs can be used by everybody', async () => {
    const [one, ...others] = phones
    await one?.shows(QUESTION)
    if (one) await inspect(one.page, 'ballot of dots')
    for (const phone of phones) await handIn(phone)
    if (one) await inspect(one.page, 'ballot handed in')
    expect(others).toHaveLength(5)
    await facilitator.votes.turnout(6)
  })

  test('somebody votes at the tablet by keyboard, and nothing of it is left on the screen', async () => {
    const { context, shell } = facilitator
    const [page] = await Promise.all([context.waitForEvent('page'), shell.command('Use this laptop as the tablet')])
    await voteByKeyboard(page)
    await page.close()
    await facilitator.votes.turnout(7)
  })

  test('the slips are typed in, and a wrong number is told apart from one typed twice', async () => {
    await paper.toEntry()
    await inspect(facilitator.page, 'typing slips in')
    for (const slip of slips) await paper.type(slip)
    await paper.refuses(String(slips[0]?.number), 'This slip has been typed in already.')
    await paper.refuses('9999', 'No slip of this session has this number or code.')
    await paper.toVote()
    await facilitator.votes.turnout(7 + SLIPS)
  })

  test('a second typing finds every slip that was read otherwise', async () => {
    await facilitator.votes.startCounting()
    await paper.toEntryWhenShut()
    await paper.second()
    for (const [index, slip] of slips.entries()) {
      const wrong: Slip = index === 2 ? { ...slip, marks: [1, 1, 0, 1] } : index === 7 ? { ...slip, voice: 1 } : slip
      await paper.type(wrong)
    }
    await paper.compare()
    await paper.says(`2 slips of ${SLIPS} were read in two ways.`)
    await inspect(facilitator.page, 'slips that differ')
    for (const index of [2, 7]) await paper.takeFirst(slips[index]?.number ?? 0)
    await paper.says(`${SLIPS} slips were typed twice and are the same both times.`)
    await paper.log()
    await inspect(facilitator.page, 'the log of slips')
    await paper.toVote()
    await facilitator.votes.finishCounting()
  })

  test('the result holds every ballot once, by channel and by voice', async () => {
    const { votes, page } = facilitator
    await page.getByRole('heading', { name: 'Ranking' }).waitFor()
    // Phones 6 × 2, tablet 1, slips 6 × 3.
    expect(await votes.row(TOPICS[0]).innerText()).toMatch(/\b31\b/)
    // Phones 6 × 1, slips 6 × 1 and 6 × 3.
    expect(await votes.row(TOPICS[1]).innerText()).toMatch(/\b30\b/)
    await votes.says(/6 by phone, 1 (on|at) the tablet,? and 12 on paper/)
    await inspect(page, 'result of a mixed vote')
    await votes.show()
    for (const phone of phones) await phone.says(TOPICS[0])
    const [one] = phones
    if (one) await inspect(one.page, 'result on a phone')
  })

  test('a second round counts anew, and slips of the first are known as such', async () => {
    await facilitator.votes.nextRound()
    await paper.print(2)
    await facilitator.votes.open('Open round 2')
    await paper.toEntry()
    await paper.refuses(String(slips[0]?.number), /^Slip 0*\d+ belongs to/)
    await paper.type({ number: (slips.at(-1)?.number ?? 0) + 1, voice: 1, marks: [0, 0, 3, 2] })
    await paper.toVote()
    await facilitator.votes.turnout(1)
    for (const phone of phones.slice(0, 5)) await handIn(phone)
    await facilitator.votes.startCounting()
    await facilitator.votes.finishCounting()
    await facilitator.votes.says(/5 by phone and 1 on paper/)
  })

  test('hands are counted for a second question, by voice and in the open', async () => {
    await newVote('Do we agree?')
    await facilitator.votes.method('Consent')
    await facilitator.votes.write(PROPOSAL)
    for (const name of ['Phones', 'Tablet', 'Paper']) await facilitator.votes.way(name, name === 'Phones')
    await facilitator.votes.way('Hands', true)
    await facilitator.votes.way('Phones', false)
    await facilitator.votes.says('This vote is open for all to see.')
    await facilitator.votes.open()
    await facilitator.votes.raise([
      [/^Families.*Support/, 7],
      [/^Front-line staff.*Support/, 5],
      [/^Front-line staff.*Object/, 1],
    ])
    await facilitator.votes.turnout(13)
    await facilitator.votes.startCounting()
    await facilitator.votes.finishCounting()
    await facilitator.votes.says('1 objection')
  })

  test('the report says how the ballots came in', async () => {
    await facilitator.shell.go('Report')
    const preview = facilitator.report.preview()
    await preview.getByText(QUESTION).first().waitFor()
    await preview
      .getByText(/6 by phone, 1 (on|at) the tablet,? and 12 on paper/)
      .first()
      .waitFor()
    await preview.getByText(PROPOSAL).first().waitFor()
  })
})

/** From the screen between two people to the screen between two people, with keys alone. */
const voteByKeyboard = async (page: Page): Promise<void> => {
  const tablet = createTablet(page)
  const keys = createKeyboard(page)
  await tablet.waits()
  const start = page.getByRole('button', { name: /^I have it now, start/, disabled: false })
  await start.waitFor()
  await keys.take(start)
  // One stop for Tab; the arrows go on from there.
  await keys.tabTo(page.getByRole('radio').first())
  for (let down = 0; down < 3; down += 1) await keys.press('ArrowDown')
  await page.getByRole('radio', { name: VOICE, checked: true }).waitFor({ state: 'attached' })
  await keys.take(page.getByRole('button', { name: /^Go on/ }))
  await tablet.shows(QUESTION)
  await inspect(page, 'ballot on the tablet')
  await keys.take(page.getByRole('button', { name: `One dot more for ${TOPICS[0]}` }))
  await keys.take(page.getByRole('button', { name: 'Hand in' }))
  await tablet.says('The tablet clears itself in a moment.')
  await tablet.waits()
  const words = await tablet.words()
  for (const left of [VOICE, TOPICS[0], QUESTION]) expect(words).not.toContain(left)
}
