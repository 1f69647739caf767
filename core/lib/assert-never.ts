/** Makes a switch over a union exhaustive: a new member is a type error here. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
