import { createHash } from 'node:crypto'

/** Names a file across the wire without its path: 22 characters of a hash. */
export const fileIdOf = (path: string): string => createHash('sha256').update(path).digest('base64url').slice(0, 22)
