import type { AnyRecord } from '../model/records'
import type { Label } from '../model/text'
import type { MergeDouble } from '../protocol/report-views'

/** Named at most; the number of all is told beside them. */
const NAMED = 100

/** What people read of it; null: nothing that a line could say, or nothing that may be read yet. */
const wordsOf = (record: AnyRecord): Label | null => {
  switch (record.type) {
    case 'card':
      return record.revealed ? { text: record.text } : null
    case 'statement':
    case 'task':
    case 'question':
      return { text: record.text }
    case 'decision':
      return { text: record.wording }
    case 'vote':
      return { text: record.question }
    case 'project':
    case 'activity':
      return { text: record.title }
    case 'indicator':
      return { text: record.name }
    case 'cluster':
      return record.label ?? null
    case 'pulse':
      return record.question
    default:
      return null
  }
}

/** What stands in both files with other content, by its words in the other file. */
export const doublesOf = (records: readonly AnyRecord[]): MergeDouble[] =>
  records
    .flatMap((record) => {
      const words = wordsOf(record)
      return words ? [{ type: record.type, words }] : []
    })
    .slice(0, NAMED)
