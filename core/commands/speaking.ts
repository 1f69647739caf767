import type { CommandTable } from './command'
import { refuse } from './kit'

export const speakingCommands = {
  'turn.add': { run: () => refuse('not-allowed'), undoable: true },
  'queue.add': { run: () => refuse('not-allowed'), undoable: true },
  'queue.remove': { run: () => refuse('not-allowed'), undoable: true },
  'queue.move': { run: () => refuse('not-allowed'), undoable: true },
  'queue.next': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
