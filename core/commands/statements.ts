import type { CommandTable } from './command'
import { refuse } from './kit'

export const statementCommands = {
  'statement.release': { run: () => refuse('not-allowed'), undoable: true },
  'statement.keep-back': { run: () => refuse('not-allowed'), undoable: true },
  'statement.answer': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
