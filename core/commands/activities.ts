import type { CommandTable } from './command'
import { refuse } from './kit'

export const activityCommands = {
  'activity.add': { run: () => refuse('not-allowed'), undoable: true },
  'activity.update': { run: () => refuse('not-allowed'), undoable: true },
  'activity.remove': { run: () => refuse('not-allowed'), undoable: true },
} satisfies Partial<CommandTable>
