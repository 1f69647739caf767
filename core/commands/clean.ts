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
  if (gone.size === 0) return { changed: [], removed: [] }
  const removed = [...view.link.values()].filter((link) => gone.has(link.from) || gone.has(link.to))
  const changed: (FieldChange | null)[] = []
  for (const vote of view.vote.values()) {
    if (gone.has(vote.id)) continue
    const options = vote.options.map(({ source, imageId, ...option }) => ({
      ...option,
      ...(source && !gone.has(source.id) ? { source } : {}),
      ...(imageId === undefined || gone.has(imageId) ? {} : { imageId }),
    }))
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
  changed.push(...withoutOrigins(view, gone))
  for (const card of view.card.values()) {
    if (gone.has(card.id)) continue
    if (card.imageId !== undefined && gone.has(card.imageId)) changed.push(patch<'card'>(card, { imageId: undefined }))
    if (card.projectId !== undefined && gone.has(card.projectId)) {
      changed.push(patch<'card'>(card, { projectId: undefined }))
    }
  }
  for (const step of view.step.values()) {
    if (step.boardId !== undefined && gone.has(step.boardId)) changed.push(patch<'step'>(step, { boardId: undefined }))
    if (step.voteId !== undefined && gone.has(step.voteId)) changed.push(patch<'step'>(step, { voteId: undefined }))
  }
  const session = sessionOf(view)
  if (session && showsOneOf(session.stage, gone)) {
    changed.push(patch<'session'>(session, { stage: { view: 'blank' } }))
  }
  for (const group of view.group.values()) {
    if (showsOneOf(group.stage, gone)) changed.push(patch<'group'>(group, { stage: { view: 'blank' } }))
  }
  return { changed, removed }
}

/** Questions, projects, indicators and activities that came from what goes, and projects that name an indicator that goes. */
const withoutOrigins = (view: DocumentView, gone: ReadonlySet<string>): (FieldChange | null)[] => {
  const changed: (FieldChange | null)[] = []
  for (const one of view.question.values()) {
    if (one.origin && gone.has(one.origin.id)) changed.push(patch<'question'>(one, { origin: undefined }))
  }
  for (const one of view.indicator.values()) {
    if (one.origin && gone.has(one.origin.id)) changed.push(patch<'indicator'>(one, { origin: undefined }))
  }
  for (const one of view.activity.values()) {
    if (one.origin && gone.has(one.origin.id)) changed.push(patch<'activity'>(one, { origin: undefined }))
    if (one.imageId !== undefined && gone.has(one.imageId)) {
      changed.push(patch<'activity'>(one, { imageId: undefined }))
    }
  }
  for (const one of view.project.values()) {
    if (gone.has(one.id)) continue
    const indicatorIds = one.indicatorIds.filter((id) => !gone.has(id))
    const origin = one.origin && gone.has(one.origin.id) ? undefined : one.origin
    changed.push(patch<'project'>(one, { indicatorIds, origin }))
  }
  return changed
}

const showsOneOf = (stage: Stage, gone: ReadonlySet<string>): boolean =>
  ('voteId' in stage && gone.has(stage.voteId)) ||
  ('boardId' in stage && gone.has(stage.boardId)) ||
  ('statementId' in stage && stage.statementId !== undefined && gone.has(stage.statementId))

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
