import type { CommandTable } from './command'
import { refuse } from './kit'

export const groupCommands = {
  'group.add': { run: () => refuse('not-allowed'), undoable: true },
  'group.update': { run: () => refuse('not-allowed'), undoable: true },
  'group.remove': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
