export type TokenBucket = {
  /** Takes one; false when none is left. */
  readonly take: () => boolean
  readonly left: () => number
  /** Milliseconds until one is there again. */
  readonly wait: () => number
}

/** `burst` at once, then `perSecond`. Time is passed in as a function, in milliseconds. */
export const createTokenBucket = (perSecond: number, burst: number, now: () => number): TokenBucket => {
  let tokens = burst
  let at = now()
  const refill = (): void => {
    const time = now()
    // A clock set back must not freeze the bucket.
    tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond)
    at = time
  }
  return {
    take: () => {
      refill()
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    left: () => {
      refill()
      return Math.floor(tokens)
    },
    wait: () => {
      refill()
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000)
    },
  }
}
