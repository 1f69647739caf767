/** What Excel and its kin write where people live. */
export const ENCODINGS = ['utf-8', 'utf-16', 'windows-1250', 'windows-1252'] as const
export type TextEncodingName = (typeof ENCODINGS)[number]

/** Bytes looked at for letters that tell one code page from another. */
const SAMPLE = 200_000

/** UTF-8 or UTF-16, with or without its mark; else one of the old code pages of Europe. */
export const encodingOf = (bytes: Uint8Array): TextEncodingName => {
  if (wideOrder(bytes)) return 'utf-16'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return centralEuropean(bytes.subarray(0, SAMPLE)) ? 'windows-1250' : 'windows-1252'
  }
}

/** The text; what cannot be read in this encoding shows as \uFFFD, for people to see and choose another. */
export const decodedText = (bytes: Uint8Array, encoding: TextEncodingName): string => {
  const label = encoding === 'utf-16' ? (wideOrder(bytes) ?? 'utf-16le') : encoding
  return new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '')
}

/** By the mark at the start, else by where the zero bytes of plain letters stand; null: not UTF-16. */
const wideOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length < 8) return null
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 6
  if (odd > enough && even < odd / 10) return 'utf-16le'
  return even > enough && odd < even / 10 ? 'utf-16be' : null
}

/** č ž š ć đ of windows-1250 stand where windows-1252 has è, ž, š, æ, ð: whichever is seen more often decides. */
const CENTRAL = new Set([0xe8, 0xc8, 0xe6, 0xc6, 0xf0, 0xd0, 0x9e, 0x9a, 0x8e, 0x8a])
const NORDIC = new Set([0xe5, 0xc5, 0xf8, 0xd8, 0xe4, 0xc4, 0xf6, 0xd6, 0xf1, 0xd1, 0xe9])

const centralEuropean = (bytes: Uint8Array): boolean => {
  let central = 0
  let nordic = 0
  for (const byte of bytes) {
    if (CENTRAL.has(byte)) central += 1
    if (NORDIC.has(byte)) nordic += 1
  }
  return central > nordic
}
