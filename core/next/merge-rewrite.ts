import { assertNever } from '../lib/assert-never'
import type { Card, Cluster } from '../model/card'
import type { Ref } from '../model/outcome'
import type { Owner } from '../model/person'
import type { AnyRecord } from '../model/records'
import type { Round, Vote } from '../model/vote'
import type { BoardPlace } from './merge-match'

/** Ids of the other file as they are called here; undefined for what is not taken over. */
export type Names = {
  readonly to: (id: string | undefined) => string | undefined
  readonly place: (boardId: string) => BoardPlace | undefined
  readonly session: { readonly there: string; readonly here: string }
  readonly newId: () => string
}

/** The field where there is a value for it; without, the field goes. */
const field = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V } // one key, named above

/** The record without the named fields: what is put back is only what has a name here. */
const without = <R extends object, K extends keyof R>(record: R, keys: readonly K[]): Omit<R, K> => {
  const rest = { ...record }
  for (const key of keys) delete rest[key]
  return rest
}

const kept = (ids: readonly string[], { to }: Names): string[] => ids.flatMap((id) => to(id) ?? [])

const refOf = (ref: Ref | undefined, { to }: Names): Ref | undefined => {
  const id = to(ref?.id)
  return ref && id !== undefined ? { ...ref, id } : undefined
}

const ownerOf = (owner: Owner | undefined, { to }: Names): Owner | undefined => {
  if (owner?.kind === 'voice') {
    const voiceId = to(owner.voiceId)
    return voiceId === undefined ? undefined : { ...owner, voiceId }
  }
  if (owner?.kind === 'person') {
    const personId = to(owner.personId)
    return personId === undefined ? undefined : { ...owner, personId }
  }
  return owner
}

export const zoneHere = (place: BoardPlace, zone: readonly string[]): string[] =>
  zone.map((id, at) => place.entries[at]?.get(id) ?? id)

const cardHere = (card: Card, names: Names): Card | null => {
  const { to } = names
  const place = names.place(card.boardId)
  if (!place) return null
  const fields = ['voiceId', 'personId', 'stepId', 'clusterId', 'statementId', 'imageId', 'projectId'] as const
  const refs = Object.fromEntries(fields.flatMap((key) => (to(card[key]) === undefined ? [] : [[key, to(card[key])]])))
  // Nobody here can reveal what was written alone there: it waits for the facilitator instead.
  const hidden = card.revealed ? {} : { held: true, revealed: true }
  return { ...without(card, fields), ...refs, ...hidden, boardId: place.board.id, zone: zoneHere(place, card.zone) }
}

const clusterHere = (cluster: Cluster, names: Names): Cluster | null => {
  const place = names.place(cluster.boardId)
  if (!place) return null
  const cards = cluster.cards.flatMap((card) => {
    const id = names.to(card.id)
    return id === undefined ? [] : [{ ...card, id, zone: zoneHere(place, card.zone) }]
  })
  if (cards.length === 0) return null
  return { ...cluster, boardId: place.board.id, zone: zoneHere(place, cluster.zone), cards }
}

/** A closed round as a result: numbers of slips belong to the other file. */
const roundHere = (round: Round, { to }: Names): Round => {
  const voiced = <R extends { readonly voiceId: string | null }>(row: R): R => ({
    ...row,
    voiceId: to(row.voiceId ?? undefined) ?? null,
  })
  const groups = round.result?.groups.map((group) => ({
    ...group,
    id: to(group.id) ?? group.id,
    voiceIds: group.voiceIds.flatMap((id) => to(id) ?? []),
  }))
  return {
    ...without(round, ['slips', 'closesAt']),
    ...field('hands', round.hands?.map(voiced)),
    ...field('handsPeople', round.handsPeople?.map(voiced)),
    ...(round.result && groups ? { result: { ...round.result, groups } } : {}),
  }
}

export const hasResult = (vote: Vote): boolean => vote.rounds.some(({ state }) => state === 'closed')

const voteHere = (vote: Vote, names: Names): Vote | null => {
  if (!hasResult(vote)) return null
  const { to } = names
  const options = vote.options.map((option) => {
    const source = to(option.source?.id)
    return {
      ...without(option, ['source', 'imageId']),
      ...(option.source && source !== undefined ? { source: { ...option.source, id: source } } : {}),
      ...field('imageId', to(option.imageId)),
    }
  })
  const rounds = vote.rounds.filter(({ state }) => state === 'closed').map((round) => roundHere(round, names))
  return { ...without(vote, ['stepId']), ...field('stepId', to(vote.stepId)), options, rounds }
}

/**
 * A record of the other file as it reads here: its references renamed, what it cannot refer to any more left out. Null: it
 * cannot stand without what is not taken over. Its own id, order and number are the caller's.
 */
export const recordHere = (record: AnyRecord, names: Names): AnyRecord | null => {
  const { to, session } = names
  switch (record.type) {
    case 'card':
      return cardHere(record, names)
    case 'cluster':
      return clusterHere(record, names)
    case 'vote':
      return voteHere(record, names)
    case 'person':
      return { ...without(record, ['voiceId']), ...field('voiceId', to(record.voiceId)) }
    case 'link': {
      const from = to(record.from)
      const end = to(record.to)
      return from === undefined || end === undefined ? null : { ...record, from, to: end }
    }
    case 'statement': {
      const own = record.origin.sessionId === session.there
      const cardId = own ? (to(record.origin.cardId) ?? record.origin.cardId) : record.origin.cardId
      const origin = { sessionId: own ? session.here : record.origin.sessionId, cardId }
      return { ...without(record, ['voiceId']), ...field('voiceId', to(record.voiceId)), origin }
    }
    case 'decision': {
      const objections = record.objections.map((one) => ({
        ...without(one, ['voiceId']),
        ...field('voiceId', to(one.voiceId)),
      }))
      const evidence = record.evidence.flatMap((ref) => refOf(ref, names) ?? [])
      const behind = { ...record.behind, voiceIds: kept(record.behind.voiceIds, names) }
      const owner = field('owner', ownerOf(record.owner, names))
      return { ...without(record, ['owner']), ...owner, behind, objections, evidence }
    }
    case 'task':
    case 'question':
      return {
        ...without(record, ['owner', 'origin']),
        ...field('owner', ownerOf(record.owner, names)),
        ...field('origin', refOf(record.origin, names)),
      } as AnyRecord // the same type with the same fields
    case 'project':
      return {
        ...without(record, ['owner', 'origin']),
        ...field('owner', ownerOf(record.owner, names)),
        ...field('origin', refOf(record.origin, names)),
        indicatorIds: kept(record.indicatorIds, names),
      }
    case 'indicator':
      return { ...without(record, ['origin']), ...field('origin', refOf(record.origin, names)) }
    case 'activity':
      return {
        ...without(record, ['origin', 'imageId']),
        ...field('origin', refOf(record.origin, names)),
        ...field('imageId', to(record.imageId)),
      }
    case 'event':
      return { ...without(record, ['ref']), ...field('ref', to(record.ref)) }
    case 'image':
    case 'pulse':
      return record
    case 'session':
    case 'lab':
    case 'voice':
    case 'group':
    case 'step':
    case 'board':
    case 'notebook':
    case 'proposal':
    case 'tombstone':
      return null
    default:
      return assertNever(record)
  }
}
