import type { Page } from 'playwright-core'
import { createBoard } from './board'
import { createHome } from './home'
import { createOutcomes } from './outcomes'
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
  room: createRoom(page),
  report: createReport(page),
  openProjector: async (): Promise<void> => {
    await page.getByRole('button', { name: /^Projector/ }).click()
    await page.getByRole('menuitem', { name: 'Open the projector window' }).click()
  },
  /** Chooses what the room sees. */
  project: async (what: string): Promise<void> => {
    await page.getByRole('button', { name: /^Projector/ }).click()
    await page.getByRole('menuitem', { name: what }).click()
  },
})

export type Facilitator = ReturnType<typeof createFacilitator>
