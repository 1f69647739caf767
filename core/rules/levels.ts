import type { Level, Voice } from '../model/voice'

const LEVELS: readonly Level[] = ['micro', 'meso', 'macro']

export type LevelsInRoom = {
  /** In the order micro, meso, macro. */
  readonly here: readonly Level[]
  readonly missing: readonly Level[]
  /** Nobody counted who is here, or no voice has a level: then nothing can be said about the room. */
  readonly known: boolean
}

/** Which of micro (people), meso (services), macro (policy) had somebody in the room. */
export const levelsInRoom = (voices: Iterable<Pick<Voice, 'level' | 'present'>>): LevelsInRoom => {
  const all = [...voices]
  const here = LEVELS.filter((level) => all.some((voice) => voice.level === level && voice.present > 0))
  const known = all.some((voice) => voice.level !== undefined) && all.some((voice) => voice.present > 0)
  return { here, missing: known ? LEVELS.filter((level) => !here.includes(level)) : [], known }
}
