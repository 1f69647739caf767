import type { CommandTable } from './command'
import { refuse } from './kit'

export const pulseCommands = {
  'pulse.add': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.update': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.move': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.remove': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.paper': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.add-remark': { run: () => refuse('not-allowed'), undoable: true },
  'pulse.remove-remark': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
