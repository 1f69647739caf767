import { expect } from 'vitest'
import type { Facilitator } from './drivers/facilitator'
import type { Guest, PhoneGuest } from './stage'
import { wordsOf } from './templates'
import type { SessionTemplate, TemplateStep } from './templates'

type Walk = {
  readonly template: SessionTemplate
  readonly facilitator: Guest<Facilitator>
  /** Those who work on the step; for a step of a group, the phones of that group. */
  readonly phones: readonly PhoneGuest[]
  /** Words that must stand in the report, in the order they were said. */
  readonly said: string[]
}

const at = (index: number, name: string): string => `${index + 1} ${name}`

/** As many as are put together, and one more to vote on. */
const CARDS = 3

/** Everyone writes one card; who has no phone is written down for. */
const contribute = async (walk: Walk, step: TemplateStep, index: number): Promise<void> => {
  const { facilitator, phones, said } = walk
  const words = phones.map((_, phone) => `Said in step ${at(index, `by phone ${phone + 1}`)}.`)
  const writes = step.contribute === undefined ? 0 : phones.length
  const spoken = Array.from({ length: CARDS - writes }, (_, nth) => `Said aloud in step ${at(index, `as ${nth + 1}`)}.`)
  for (const text of spoken) await facilitator.people.writeDown(text, { quote: 'Yes, by the voice only' })
  await facilitator.people.doneWriting()
  said.push(...spoken)
  if (writes === 0) return
  await Promise.all(
    phones.map(async (phone, nth) => {
      await phone.write(words[nth] ?? '')
      await phone.tap('Write another')
      await phone.isDone()
    }),
  )
  await facilitator.agenda.areDone(phones.length)
  if (step.contribute === 'alone') await facilitator.agenda.reveal(phones.length)
  if (step.show !== 'chain') for (const text of words) await facilitator.board.card(text).waitFor()
  said.push(...words)
}

const cluster = async ({ facilitator, said }: Walk, index: number): Promise<void> => {
  const heading = `Heading of step ${index + 1}`
  const { board, page } = facilitator
  const texts: string[] = []
  for (const text of said) if ((await board.card(text).count()) > 0) texts.push(text)
  const [one = '', other = ''] = texts
  await board.choose(one, other)
  await page.keyboard.press('g')
  await board.nameGroup(heading)
  said.push(heading)
}

const vote = async ({ template, facilitator, phones }: Walk, step: TemplateStep): Promise<void> => {
  const { votes } = facilitator
  const method = template.votes.find(({ ref }) => ref === step.vote)?.method.name ?? 'dots'
  await votes.takeFirst(2)
  await votes.hasTopics(2)
  await votes.open()
  await Promise.all(
    phones.map(async (phone) => {
      await phone.answerEach(method, 2)
      await phone.handIn()
      await phone.counts()
    }),
  )
  if (phones.length > 0) await votes.turnout(phones.length)
  await votes.close()
  await votes.show()
  for (const phone of phones) await phone.shows(/.+/)
}

const decide = async ({ facilitator, phones, said }: Walk, step: TemplateStep, index: number): Promise<void> => {
  const { outcomes, page, shell } = facilitator
  const [decision, task, proposed] = ['Decided', 'To be done', 'Proposed'].map(
    (what) => `${what} in step ${index + 1}.`,
  )
  if (step.show === 'chain') await shell.go('Decisions')
  await outcomes.recordDecision(decision ?? '', 'It was read aloud, and everybody can live with it.')
  await outcomes.closeDrawer()
  await outcomes.addTask(task ?? '')
  said.push(decision ?? '', task ?? '')
  const [phone] = phones
  if (phone !== undefined && step.propose?.includes('task')) {
    await phone.proposeTask(proposed ?? '')
    await shell.waiting()
    await page.getByRole('button', { name: /^Make it a task/ }).click()
    said.push(proposed ?? '')
  }
  await shell.goToStep(wordsOf(step.label.key))
}

const pulse = async ({ template, facilitator, phones }: Walk): Promise<void> => {
  const [first] = template.pulse
  await Promise.all(phones.map((phone) => phone.feelBack(template.pulse.length, 4)))
  await facilitator.pulse.paper(wordsOf(first?.key ?? ''), 5, 3)
  await facilitator.pulse.answers(3 + phones.length)
}

/** What is done in a step, by its buttons. */
export const doStep = async (walk: Walk, index: number): Promise<void> => {
  const step = walk.template.steps[index]
  if (step === undefined) return
  const { page } = walk.facilitator
  await page.getByRole('main', { name: 'Work' }).getByRole('heading', { level: 1 }).waitFor()
  if (step.kind === 'contribute') await contribute(walk, step, index)
  else if (step.kind === 'cluster') await cluster(walk, index)
  else if (step.kind === 'vote') await vote(walk, step)
  else if (step.kind === 'decide') await decide(walk, step, index)
  else if (step.kind === 'pulse') await pulse(walk)
  // A talk, a break, looking back: nothing is written.
  else for (const phone of walk.phones) await phone.shows(/.+/)
}

/** Everything that was said stands in the report. */
export const isReported = async ({ facilitator, said }: Pick<Walk, 'facilitator' | 'said'>): Promise<void> => {
  const { report, shell } = facilitator
  await shell.heading('Report').waitFor()
  await report.isFor('The lab itself')
  const frame = report.preview()
  await frame
    .getByText(said.at(-1) ?? '')
    .first()
    .waitFor({ state: 'attached', timeout: 40_000 })
  const text = await frame.locator('body').innerText()
  expect(said.filter((one) => !text.includes(one))).toEqual([])
}
