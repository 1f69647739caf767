import type { CommandTable } from './command'
import { refuse } from './kit'

export const imageCommands = {
  'image.update': { run: () => refuse('not-allowed'), undoable: true },
  'image.remove': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
