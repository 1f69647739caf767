/** Language-neutral, so that it needs no words. */
const MASK = '[\u2026]'

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/**
 * The text with the names masked where they stand as whole words, so that "Ana" leaves "analysis" alone. Longest first;
 * names of one or two letters would mask half the language and are left.
 */
export const withoutNames = (text: string, names: readonly string[]): string =>
  [...new Set(names.map((name) => name.trim()).filter((name) => name.length > 2))]
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (masked, name) =>
        masked.includes(name)
          ? masked.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), MASK)
          : masked,
      text,
    )
