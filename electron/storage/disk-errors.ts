import type { DiskCode } from '@core/load/failures'

export const errorCode = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** The named reason of a file system error. */
export const diskCode = (error: unknown): DiskCode => {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'DiskFull'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'ReadOnlyPlace'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      return 'Gone'
    default:
      return 'DiskError'
  }
}

export const isMissing = (error: unknown): boolean => errorCode(error) === 'ENOENT'
