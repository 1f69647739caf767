import { crc32 } from 'node:zlib'

/** Signature and the header chunk that comes first in every PNG, bytes. */
const HEAD = 8 + 25

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Keyword, not compressed, no language, no translated keyword, then the words as UTF-8. */
const textChunk = (keyword: string, words: string): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(words, 'utf8')]))

/** The picture with its title and what it shows in words, for programs and people who do not see it. */
export const pngWithWords = (
  png: Uint8Array,
  words: { readonly title: string; readonly description: string },
): Buffer =>
  Buffer.concat([
    png.subarray(0, HEAD),
    textChunk('Title', words.title),
    textChunk('Description', words.description),
    png.subarray(HEAD),
  ])
