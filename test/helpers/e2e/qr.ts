import type { Locator } from 'playwright-core'

/** Reads a QR code as a phone does: from its picture alone. Only for undamaged codes of versions 1 to 6, bytes. */

type Modules = readonly (readonly boolean[])[]

/** Data codewords of one block and number of blocks, by version and level of error correction (the format's bits). */
const BLOCKS: readonly Readonly<Record<number, readonly [number, number]>>[] = [
  {},
  { 1: [19, 1], 0: [16, 1] },
  { 1: [34, 1], 0: [28, 1] },
  { 1: [55, 1], 0: [44, 1] },
  { 1: [80, 1], 0: [32, 2] },
  { 1: [108, 1], 0: [43, 2] },
  { 1: [68, 2], 0: [27, 4] },
]

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

const modulesOf = (path: string): Modules => {
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const border = Math.min(...dark.map(([x]) => x))
  const size = Math.max(...dark.map(([x]) => x)) - border + 1
  const set = new Set(dark.map(([x, y]) => `${x - border},${y - border}`))
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => set.has(`${x},${y}`)))
}

/** Finder, timing, alignment and format modules hold no data. */
const isPattern = (size: number, x: number, y: number): boolean => {
  if (x === 6 || y === 6 || (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9)) return true
  const centre = size - 7
  return size > 21 && Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2
}

const bitsOf = (modules: Modules, mask: (x: number, y: number) => boolean): number[] => {
  const size = modules.length
  const bits: number[] = []
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (!isPattern(size, x, y)) bits.push(Number((modules[y]?.[x] ?? false) !== mask(x, y)))
      }
    }
    upwards = !upwards
  }
  return bits
}

const numberOf = (bits: readonly number[]): number => bits.reduce((sum, bit) => sum * 2 + bit, 0)

const decode = (modules: Modules): string => {
  // Level and mask stand in row 8, first five modules, under a fixed pattern (10101…).
  const format = [0, 1, 2, 3, 4].map((x) => Number(modules[8]?.[x] ?? false) ^ (x % 2 === 0 ? 1 : 0))
  const mask = MASKS[numberOf(format.slice(2))]
  const [length, count] = BLOCKS[(modules.length - 17) / 4]?.[numberOf(format.slice(0, 2))] ?? [0, 0]
  if (mask === undefined || count === 0) throw new Error('This QR code is of a kind that tests do not read.')
  const bits = bitsOf(modules, mask)
  const words = Array.from({ length: length * count }, (_, at) => numberOf(bits.slice(at * 8, at * 8 + 8)))
  // The blocks are interleaved word by word.
  const ordered = Array.from({ length: count }, (_, block) => words.filter((__, at) => at % count === block)).flat()
  const stream = ordered.flatMap((word) => Array.from({ length: 8 }, (_, bit) => (word >> (7 - bit)) & 1))
  if (numberOf(stream.slice(0, 4)) !== 4) throw new Error('This QR code does not hold bytes.')
  const bytes = numberOf(stream.slice(4, 12))
  const at = (index: number): number => numberOf(stream.slice(12 + index * 8, 20 + index * 8))
  return new TextDecoder().decode(Uint8Array.from({ length: bytes }, (_, index) => at(index)))
}

/** What a phone's camera would read. */
export const readQr = async (picture: Locator): Promise<string> =>
  decode(modulesOf((await picture.locator('path').getAttribute('d')) ?? ''))
