import type { TokenBucket } from './token-bucket'
import { createTokenBucket } from './token-bucket'

/** Wrong guesses an address may make at once, and how many more per second. */
const GUESSES = { burst: 10, perSecond: 1 / 3 } as const
/** The same for all addresses together: 23,000 codes must not be tried within a workshop. */
const ALL_GUESSES = { burst: 100, perSecond: 2 } as const
const MOST_ADDRESSES = 5_000

/** Slows down who guesses codes or tokens. */
export const createGuessLimit = (now: () => number) => {
  const buckets = new Map<string, TokenBucket>()
  const all = createTokenBucket(ALL_GUESSES.perSecond, ALL_GUESSES.burst, now)
  const bucketOf = (address: string): TokenBucket => {
    const bucket = buckets.get(address) ?? createTokenBucket(GUESSES.perSecond, GUESSES.burst, now)
    if (buckets.size > MOST_ADDRESSES) buckets.clear()
    buckets.set(address, bucket)
    return bucket
  }
  return {
    /** Milliseconds until the next guess is looked at. */
    wait: (address: string): number => Math.max(bucketOf(address).wait(), all.wait()),
    wrong: (address: string): void => {
      bucketOf(address).take()
      all.take()
    },
  }
}
export type GuessLimit = ReturnType<typeof createGuessLimit>
