import { flipBits, removeFiles } from './damage'
import { badReadBack } from './faults'
import { cutPower } from './power-cuts'

/** The checks that every planted fault of the store must fail; the first problems found. */
export const storageProblems = async (states: number): Promise<readonly string[]> => {
  const quick = [...(await flipBits(7, 60)), ...(await removeFiles(1)), ...(await badReadBack())]
  if (quick.length > 0) return quick
  const { problems } = await cutPower({ seed: 99, states })
  return problems
}
