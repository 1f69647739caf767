/** What stands between the cells; `none`: every line is one cell. */
export const SEPARATORS = [',', ';', '\t', '|', 'none'] as const
export type Separator = (typeof SEPARATORS)[number]
