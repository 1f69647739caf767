import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Stage } from '../model/session'
import { referencesOf } from '../rules/references'

export type Cleaning = { readonly changed: (FieldChange | null)[]; readonly removed: AnyRecord[] }

/**
 * What must change so that nothing points to the records that go: links go with their ends; tasks, decisions and
 * options keep their words and lose the reference; the stage turns blank.
 */
export const withoutRefs = (view: DocumentView, gone: ReadonlySet<string>): Cleaning => {
  const removed = [...view.link.values()].filter((link) => gone.has(link.from) || gone.has(link.to))
  const changed: (FieldChange | null)[] = []
  for (const vote of view.vote.values()) {
    if (gone.has(vote.id)) continue
    const options = vote.options.map(({ source, ...option }) =>
      source && !gone.has(source.id) ? { ...option, source } : option,
    )
    const stepId = vote.stepId !== undefined && gone.has(vote.stepId) ? undefined : vote.stepId
    changed.push(patch<'vote'>(vote, { options, stepId }))
  }
  for (const decision of view.decision.values()) {
    if (gone.has(decision.id)) continue
    changed.push(patch<'decision'>(decision, { evidence: decision.evidence.filter((ref) => !gone.has(ref.id)) }))
  }
  for (const task of view.task.values()) {
    if (task.origin && gone.has(task.origin.id)) changed.push(patch<'task'>(task, { origin: undefined }))
  }
  for (const step of view.step.values()) {
    if (step.boardId !== undefined && gone.has(step.boardId)) changed.push(patch<'step'>(step, { boardId: undefined }))
    if (step.voteId !== undefined && gone.has(step.voteId)) changed.push(patch<'step'>(step, { voteId: undefined }))
  }
  const session = sessionOf(view)
  if (session && showsOneOf(session.stage, gone)) {
    changed.push(patch<'session'>(session, { stage: { view: 'blank' } }))
  }
  return { changed, removed }
}

const showsOneOf = (stage: Stage, gone: ReadonlySet<string>): boolean =>
  ('voteId' in stage && gone.has(stage.voteId)) || ('boardId' in stage && gone.has(stage.boardId))

/** How many records point to this one. */
export const countUses = (view: DocumentView, id: string): number => {
  let count = 0
  for (const table of Object.values(view)) {
    for (const record of (table as ReadonlyMap<string, AnyRecord>).values()) {
      if (referencesOf(record).includes(id)) count += 1
    }
  }
  return count
}
