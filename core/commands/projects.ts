import type { CommandTable } from './command'
import { refuse } from './kit'

export const projectCommands = {
  'project.add': { run: () => refuse('not-allowed'), undoable: true },
  'project.update': { run: () => refuse('not-allowed'), undoable: true },
  'project.move': { run: () => refuse('not-allowed'), undoable: true },
  'project.remove': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
