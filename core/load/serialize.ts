import type { AnyRecord } from '../model/records'
import { FORMAT, FORMAT_VERSION } from './migrations'

/** What a snapshot says about itself. */
export type SnapshotMark = {
  readonly generation: number
  /** Of the last change in it. */
  readonly lastSeq: number
  /** True while a program has the session open: then a journal must stand beside the file. */
  readonly open: boolean
}

/** The first line. Its length does not depend on the hash, so that it can be written last. */
export const headerLine = (mark: SnapshotMark, sha256: string): string => {
  const header = { format: FORMAT, formatVersion: FORMAT_VERSION, ...pickMark(mark), sha256 }
  return `${JSON.stringify(header).slice(0, -1)},\n`
}

/** The first line of a snapshot that another generation replaces: says which, outside the hash. */
export const followedLine = (line: string, generation: number): string =>
  `${line.trimEnd()}"followedBy":${generation},\n`

/**
 * Everything after the first line, in pieces of about `pieceChars`: the records one per line, then `end`, which repeats
 * the mark inside the hashed part, so that a damaged first line is noticed.
 */
export function* bodyPieces(
  records: Iterable<AnyRecord>,
  mark: SnapshotMark,
  keys: readonly string[],
  pieceChars = 128 * 1024,
): Generator<string> {
  let piece = '"records":['
  let first = true
  for (const record of records) {
    piece += (first ? '\n' : ',\n') + JSON.stringify(record)
    first = false
    if (piece.length >= pieceChars) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}\n],"end":${JSON.stringify({ ...pickMark(mark), keys })}}\n`
}

/** A whole file as text; for small documents and tests. Storage writes the pieces. */
export const serializeDocument = (
  records: Iterable<AnyRecord>,
  mark: SnapshotMark,
  keys: readonly string[],
  sha256: (text: string) => string,
): string => {
  const body = [...bodyPieces(records, mark, keys)].join('')
  return headerLine(mark, sha256(body)) + body
}

const pickMark = ({ generation, lastSeq, open }: SnapshotMark): SnapshotMark => ({ generation, lastSeq, open })
