import type { Page } from 'playwright-core'

/** The feedback round on the laptop. */
export const createPulse = (page: Page) => {
  const main = page.getByRole('main', { name: 'Work' })
  return {
    /** So many paper slips gave this value. */
    paper: async (question: string, value: number, slips: number) => {
      const field = main.getByRole('spinbutton', { name: `Paper slips that gave ${value}: ${question}`, exact: true })
      await field.fill(String(slips))
      await field.press('Tab')
    },
    answers: (count: number) =>
      main
        .getByText(new RegExp(`^${count} answers?[.,]`))
        .first()
        .waitFor(),
  }
}

export type Pulse = ReturnType<typeof createPulse>
