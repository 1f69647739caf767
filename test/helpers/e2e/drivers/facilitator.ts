import type { Locator, Page } from 'playwright-core'
import { createAgenda } from './agenda'
import { createBoard } from './board'
import { createBringIn } from './bring-in'
import { createCompare } from './compare'
import { createDialogue } from './dialogue'
import { createHome } from './home'
import { createOutcomes } from './outcomes'
import { createPeople } from './people'
import { createPulse } from './pulse'
import { createReport } from './report'
import { createRoom } from './room'
import { createShell } from './shell'
import { createVotes } from './votes'

/** The person who leads the meeting, at the laptop. */
export const createFacilitator = (page: Page) => ({
  home: createHome(page),
  shell: createShell(page),
  board: createBoard(page),
  votes: createVotes(page),
  outcomes: createOutcomes(page),
  agenda: createAgenda(page),
  people: createPeople(page),
  pulse: createPulse(page),
  dialogue: createDialogue(page),
  room: createRoom(page),
  report: createReport(page),
  compare: createCompare(page),
  bringIn: createBringIn(page),
  openProjector: async (): Promise<void> => {
    const panel = await projectorPanel(page)
    await panel.getByRole('button', { name: 'Open the projector window' }).click()
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
  },
  /** Chooses what the room sees. */
  project: async (what: string): Promise<void> => {
    const panel = await projectorPanel(page)
    await panel.getByRole('radio', { name: what }).check()
    await panel.getByRole('button', { name: 'Close', exact: true }).click()
  },
})

/** What the room sees, beside the work. */
const projectorPanel = async (page: Page): Promise<Locator> => {
  const button = page.getByRole('banner').getByRole('button', { name: /^Projector/ })
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  const panel = page.getByRole('complementary', { name: 'Projector' })
  await panel.waitFor()
  return panel
}

export type Facilitator = ReturnType<typeof createFacilitator>
