import type { TokenBucket } from './token-bucket'
import { createTokenBucket } from './token-bucket'

const MOST_USERS = 5_000

/** So many deeds at once, then so many a second, for each phone by itself. */
export const createUserLimit = (
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  now: () => number,
) => {
  const buckets = new Map<string, TokenBucket>()
  const of = (user: string): TokenBucket => {
    const bucket = buckets.get(user) ?? createTokenBucket(perSecond, burst, now)
    if (buckets.size > MOST_USERS) buckets.clear()
    buckets.set(user, bucket)
    return bucket
  }
  return {
    /** Milliseconds until the next one is taken. */
    wait: (user: string): number => of(user).wait(),
    take: (user: string): boolean => of(user).take(),
  }
}
