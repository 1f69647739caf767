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

/** Principles of the European Pillar of Social Rights, in their order: the first is number 1, as documents keep them. */
export const ESN_PRINCIPLES = [
  'education',
  'gender-equality',
  'equal-opportunities',
  'active-support',
  'secure-employment',
  'fair-wages',
  'transparent-conditions',
  'social-dialogue',
  'work-life-balance',
  'safe-work',
  'childcare',
  'social-protection',
  'unemployment-benefits',
  'minimum-income',
  'old-age',
  'health-care',
  'disabilities',
  'long-term-care',
  'homelessness',
  'essential-services',
] as const

export const ESN_LIMITS = { objectives: 3, activityWords: 300 } as const

/** Words as a reader counts them: what stands between spaces and has a letter or figure. */
export const countWords = (text: string): number => (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length
