import type { CommandTable } from './command'
import { refuse } from './kit'

export const indicatorCommands = {
  'indicator.add': { run: () => refuse('not-allowed'), undoable: true },
  'indicator.update': { run: () => refuse('not-allowed'), undoable: true },
  'indicator.measure': { run: () => refuse('not-allowed'), undoable: true },
  'indicator.unmeasure': { run: () => refuse('not-allowed'), undoable: true },
  'indicator.move': { run: () => refuse('not-allowed'), undoable: true },
  'indicator.remove': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
