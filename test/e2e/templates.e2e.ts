import { beforeAll, describe, expect, test } from 'vitest'
import type { Facilitator } from '../helpers/e2e/drivers/facilitator'
import { useStage } from '../helpers/e2e/stage'
import type { Guest, PhoneGuest } from '../helpers/e2e/stage'
import { sessionTemplates, templateName, wordsOf } from '../helpers/e2e/templates'
import type { SessionTemplate } from '../helpers/e2e/templates'
import { doStep, isReported } from '../helpers/e2e/walk'

/** Home visits have a laptop and no phone; groups and the empty session are tried apart. */
const WITHOUT_PHONES = new Set(['home-visit'])
/** Two people on phones; in the others one phone sees every step. */
const WITH_TWO = new Set(['first-meeting', 'challenge-map', 'bikva-users', 'follow-up', 'project-review'])

/** What a lab's year is made of: walked on every run. The full counts walk all the others too. */
const ALWAYS = new Set([...WITH_TWO, ...WITHOUT_PHONES, 'bikva-staff', 'bikva-managers', 'bikva-policymakers'])

const templates = sessionTemplates()
  .filter(({ id }) => id !== 'empty')
  .filter(({ id }) => ALWAYS.has(id) || process.env['POLYPHONY_LONG'] !== undefined)

const phonesFor = ({ id }: SessionTemplate): number => (WITHOUT_PHONES.has(id) ? 0 : WITH_TWO.has(id) ? 2 : 1)

describe('a whole session of each template', () => {
  const stage = useStage()
  let facilitator: Guest<Facilitator>

  const letIn = async (template: SessionTemplate): Promise<readonly PhoneGuest[]> => {
    const count = phonesFor(template)
    if (count === 0) return []
    const url = await facilitator.room.open()
    const voices = template.voices.map(({ label }) => wordsOf(label.key))
    const phones = await Promise.all(Array.from({ length: count }, () => stage.phone()))
    await Promise.all(phones.map((phone, nth) => phone.join(url, voices[nth % voices.length] ?? null)))
    await facilitator.room.closePanel()
    return phones
  }

  beforeAll(async () => {
    facilitator = await stage.facilitator()
  })

  test.each(templates.filter(({ groups }) => groups === undefined).map((one) => [templateName(one), one] as const))(
    '%s',
    async (name, template) => {
      const { home, shell, agenda, people } = facilitator
      await shell.toHome()
      await home.begin({ template: name, title: `All of ${name}`, lab: `Lab of ${template.id}` })
      await shell.go('People and voices')
      for (const { label } of template.voices) await people.present(wordsOf(label.key), 4)
      const phones = await letIn(template)
      const walk = { template, facilitator, phones, said: [] as string[] }
      const names = template.steps.map(({ label }) => wordsOf(label.key))
      await agenda.begin(names[0] ?? '')
      for (const [index, step] of names.entries()) {
        if (index > 0) await agenda.next(step)
        await doStep(walk, index)
      }
      await agenda.finish()
      for (const phone of phones) await phone.shows('The meeting is over.')
      await isReported(walk)
      expect(walk.said.length).toBeGreaterThan(2)
      for (const { watch } of phones) watch.expect(/net::ERR_|WebSocket/)
      await Promise.all(phones.map(({ context }) => context.close()))
    },
  )
})
