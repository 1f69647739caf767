import type { FailureCode } from '@core/protocol/failures'

const OWN_WORDS: readonly FailureCode[] = [
  'step-closed',
  'text-too-long',
  'text-empty',
  'session-is-closed',
  'wrong-secret',
]

/** The words for a refusal, as far as a phone needs to tell them apart. */
export const problemKey = (code: FailureCode | undefined): string =>
  code !== undefined && OWN_WORDS.includes(code) ? `problem.${code}` : 'problem.other'
