/**
 * The closed lists and limits of the European Social Network's practice form. Labels stand in the locale files under
 * these keys; a report writes them in its own language.
 */
export const ESN_THEMES = [
  'ageing-care',
  'asylum-migration',
  'young-people',
  'children-families',
  'community-care',
  'integrated-care',
  'co-production',
  'disability',
  'housing',
  'artificial-intelligence',
  'digitalisation',
  'quality-care',
  'labour-market',
  'social-inclusion',
  'technology',
  'workforce',
  'social-benefits',
  'eu-funding',
  'resilience',
  'mental-health',
  'person-centred',
  'research',
  'other',
] as const

export const ESN_STATUSES = ['concept', 'execution', 'consolidation', 'scaling', 'other'] as const

/** Principles of the European Pillar of Social Rights, by their numbers. */
export const ESN_PRINCIPLES: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1)

export const ESN_LIMITS = { objectives: 3, activityWords: 300 } as const

/** Words as a reader counts them: what stands between spaces and has a letter or figure. */
export const countWords = (text: string): number => (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length
