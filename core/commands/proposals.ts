import type { CommandTable } from './command'
import { refuse } from './kit'

export const proposalCommands = {
  'proposal.accept': { run: () => refuse('not-allowed'), undoable: true },
  'proposal.decline': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
