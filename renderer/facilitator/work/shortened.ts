import { LIMITS } from '@core/model/limits'

/** A statement as a name: its first line, as long as names may be. */
export const shortened = (text: string): string => (text.split('\n')[0] ?? '').slice(0, LIMITS.label)
