import { patch } from '../change/diff'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { done, given, missing } from './kit'

const update: Run<'image.update'> = (view, args) => {
  const image = view.image.get(args.id)
  return image ? done({ changed: [patch<'image'>(image, given(args, ['alt']))] }) : missing('image')
}

/** Goes from every card, activity and ballot that shows it. */
const remove: Run<'image.remove'> = (view, { id }) => {
  const image = view.image.get(id)
  if (!image) return missing('image')
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [image, ...cleaning.removed] })
}

export const imageCommands = {
  'image.update': { run: update, undoable: true },
  'image.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
