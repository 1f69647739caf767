import type { AnyRecord } from '../model/records'
import type { Round, Vote } from '../model/vote'

/** Where a thing stands in its list, and what it is numbered: the same thing may have another place in another file. */
const PLACE: ReadonlySet<string> = new Set(['type', 'id', 'order', 'number'])

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]))
}

const keyOf = (value: unknown): string => JSON.stringify(canonical(value))

const roundKey = ({ number, result, hands }: Round): string => keyOf({ number, result, hands })

const closedKeys = (vote: Vote): string[] =>
  vote.rounds.filter(({ state }) => state === 'closed').map((round) => roundKey(round))

/**
 * What a record says, so that two of them can be told to be the same thing. Of a card its words, its voice and its place:
 * where it lies, its tags and its group may differ. Of a person only who it is: the id alone.
 */
export const contentKey = (record: AnyRecord): string => {
  switch (record.type) {
    case 'card':
      return keyOf([record.text, record.voiceId, record.place, record.expects])
    case 'person':
      return ''
    case 'cluster':
      return keyOf([record.boardId, record.label, record.kind])
    case 'link':
      return keyOf([record.kind, record.from, record.to])
    case 'statement':
      return keyOf([record.origin.cardId, record.text])
    case 'vote':
      return keyOf([record.question, closedKeys(record)])
    case 'event':
      return keyOf([record.kind, record.at])
    case 'image':
      return keyOf([record.mime, record.data])
    default:
      return keyOf(Object.fromEntries(Object.entries(record).filter(([name]) => !PLACE.has(name))))
  }
}

/** Of one id: whether both files hold the same. A vote that went on here still holds the rounds of the other file. */
export const saysTheSame = (other: AnyRecord, mine: AnyRecord): boolean => {
  if (other.type !== 'vote' || mine.type !== 'vote') return contentKey(other) === contentKey(mine)
  const known = new Set(closedKeys(mine))
  return other.question === mine.question && closedKeys(other).every((key) => known.has(key))
}
