import { expect, test } from 'vitest'
import { cutPower } from '../../helpers/power-cuts'

const STATES = process.env['POLYPHONY_LONG'] ? 200_000 : 20_000

test(
  `after ${STATES} power cuts nothing acknowledged is lost and nothing is a false alarm`,
  { timeout: 1_200_000 },
  async () => {
    const report = await cutPower({ seed: 20_260_305, states: STATES })
    expect(report.problems).toEqual([])
    expect(report.states).toBeGreaterThanOrEqual(STATES)
  },
)
