import { assertNever } from '../lib/assert-never'
import type { Owner } from '../model/person'
import type { AnyRecord } from '../model/records'
import type { Stage } from '../model/session'

const ofOwner = (owner: Owner | undefined): readonly (string | undefined)[] => {
  if (owner?.kind === 'voice') return [owner.voiceId]
  return owner?.kind === 'person' ? [owner.personId] : []
}

const ofStage = (stage: Stage): readonly (string | undefined)[] =>
  'boardId' in stage
    ? [stage.boardId]
    : 'voteId' in stage
      ? [stage.voteId]
      : 'statementId' in stage
        ? [stage.statementId]
        : []

/**
 * Ids of the records of this document that a record cannot do without. Not counted: what a statement comes from
 * (another session), what an event tells of, the closed rounds of a vote.
 */
export const referencesOf = (record: AnyRecord): string[] => idsIn(record).filter((id) => id !== undefined)

const idsIn = (record: AnyRecord): readonly (string | undefined)[] => {
  switch (record.type) {
    case 'session':
      return [
        record.labId,
        record.currentStepId,
        ...ofStage(record.stage),
        ...(record.queue ?? []).map((entry) => entry.voiceId),
      ]
    case 'group':
      return [record.currentStepId, ...ofStage(record.stage)]
    case 'person':
    case 'statement':
      return [record.voiceId]
    case 'step':
      return [record.boardId, record.voteId, record.groupId]
    case 'card':
      return [
        record.boardId,
        record.voiceId,
        record.personId,
        record.stepId,
        record.clusterId,
        record.imageId,
        record.projectId,
      ]
    case 'board':
      return [record.groupId]
    case 'proposal':
      return [record.taskId, record.voiceId]
    case 'cluster':
      return [record.boardId, ...record.cards.map((card) => card.id)]
    case 'link':
      return [record.from, record.to]
    case 'vote':
      return [record.stepId, ...record.options.flatMap((option) => [option.source?.id, option.imageId])]
    case 'decision':
      return [
        ...ofOwner(record.owner),
        ...record.behind.voiceIds,
        ...record.objections.map((objection) => objection.voiceId),
        ...record.evidence.map((ref) => ref.id),
      ]
    case 'task':
      return [...ofOwner(record.owner), record.origin?.id]
    case 'question':
      return [...ofOwner(record.owner), record.origin?.id]
    case 'project':
      return [...record.indicatorIds, ...ofOwner(record.owner), record.origin?.id]
    case 'indicator':
      return [record.origin?.id]
    case 'activity':
      return [record.imageId, record.origin?.id]
    case 'lab':
    case 'voice':
    case 'image':
    case 'pulse':
    case 'notebook':
    case 'event':
    case 'tombstone':
      return []
    default:
      return assertNever(record)
  }
}
