import { patch } from '../change/diff'
import type { Err } from '../lib/result'
import type { DocumentView } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Activity } from '../model/work'
import type { Failure } from '../protocol/failures'
import type { RequestArgs } from '../protocol/requests'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { checkRefs, cleanText, done, given, isTaken, lastOrder, maybeText, missing, refuse } from './kit'
import { unusedImages } from './unused-images'

const fieldNames = ['on', 'text', 'people', 'kind', 'place', 'imageId', 'origin'] as const

const checkFields = (
  view: DocumentView,
  args: Pick<RequestArgs<'activity.update'>, 'imageId' | 'origin'>,
): Err<Failure> | null =>
  checkRefs(view, [['image', args.imageId], ...(args.origin ? [[args.origin.type, args.origin.id] as const] : [])])

const add: Run<'activity.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const title = cleanText(args.title, LIMITS.label)
  if (!title.ok) return title
  const wrong = checkFields(view, args)
  if (wrong) return wrong
  const activity: Activity = {
    type: 'activity',
    id: args.id,
    order: lastOrder(view.activity.values()),
    title: title.value,
    ...given(args, fieldNames),
  }
  return done({ added: [activity] })
}

const update: Run<'activity.update'> = (view, args) => {
  const activity = view.activity.get(args.id)
  if (!activity) return missing('activity')
  const title = maybeText(args.title, LIMITS.label)
  if (!title.ok) return title
  const wrong = checkFields(view, args)
  if (wrong) return wrong
  const fields = { ...given(args, fieldNames), ...(title.value === undefined ? {} : { title: title.value }) }
  const replaced = args.imageId !== undefined && args.imageId !== activity.imageId ? [activity.imageId] : []
  return done({
    changed: [patch<'activity'>(activity, fields)],
    removed: unusedImages(view, replaced, new Set([activity.id])),
  })
}

const remove: Run<'activity.remove'> = (view, { id }) => {
  const activity = view.activity.get(id)
  if (!activity) return missing('activity')
  const gone = new Set([id])
  const cleaning = withoutRefs(view, gone)
  const pictures = unusedImages(view, [activity.imageId], gone)
  return done({ changed: cleaning.changed, removed: [activity, ...cleaning.removed, ...pictures] })
}

export const activityCommands = {
  'activity.add': { run: add, undoable: true },
  'activity.update': { run: update, undoable: true },
  'activity.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
