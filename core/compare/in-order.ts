const names = new Intl.Collator('en', { numeric: true })

/** Names of places and labs as people look for them: Lab 2 before Lab 10, Österreich beside Oslo. */
export const byName = (a: string, b: string): number => names.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
