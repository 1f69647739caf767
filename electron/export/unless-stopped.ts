/** The answer of `work`, or the reason of `stop` as soon as it says so; the work itself is ended by whoever does it. */
export const unlessStopped = async <T>(stop: AbortSignal | undefined, work: Promise<T>): Promise<T> => {
  if (!stop) return await work
  let told: () => void = () => undefined
  const stopped = new Promise<never>((_, failed) => {
    told = () => failed(stop.reason as Error) // of `abort()` and of a timeout: an error
    if (stop.aborted) told()
    else stop.addEventListener('abort', told)
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    stop.removeEventListener('abort', told)
  }
}
