/** Raised when an old client could misunderstand a new host or the other way round. Apart, so that phones need no zod. */
export const PROTOCOL_VERSION = 3
