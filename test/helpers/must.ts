type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

/** The value of a result that a test expects to be good. */
export const must = <T>(result: Outcome<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
