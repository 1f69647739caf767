import type { Lab } from '../model/lab'

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

type Theme = (typeof ESN_THEMES)[number]
type Status = (typeof ESN_STATUSES)[number]

/** A closed list of the form as it is ticked; `own`: what stands in a file and in no list, so that nothing is lost. */
export type EsnTicks<Value extends string> = { readonly ticked: readonly Value[]; readonly own: readonly string[] }

/** The form as it stands, without surrounding space; empty texts are ''. */
export type EsnForm = {
  readonly title: string
  readonly organisations: readonly string[]
  readonly country: string
  readonly contact: string
  readonly themes: EsnTicks<Theme>
  readonly otherTheme: string
  /** Numbers, 1 to 20. */
  readonly principles: readonly number[]
  readonly statuses: EsnTicks<Status>
  readonly otherStatus: string
  readonly context: string
  readonly objectives: readonly string[]
  readonly activities: string
  readonly outcomes: string
  readonly links: readonly string[]
  readonly tips: string
}

export const ticksOf = <Value extends string>(
  list: readonly Value[],
  values: readonly string[] = [],
): EsnTicks<Value> => ({
  ticked: list.filter((value) => values.includes(value)),
  own: values.filter((value) => value.trim() !== '' && !list.some((known) => known === value)),
})

const filled = (texts: readonly string[] | undefined): string[] =>
  (texts ?? []).map((text) => text.trim()).filter((text) => text !== '')

/** What the profile of a lab says for the form; a practice without a title of its own has that of the lab. */
export const esnFormOf = (lab: Lab | undefined): EsnForm => {
  const esn = lab?.esn ?? {}
  const text = (value: string | undefined): string => value?.trim() ?? ''
  return {
    title: text(esn.title) || text(lab?.name),
    organisations: filled([...(lab?.organisations ?? []), ...(lab?.partners ?? [])]),
    country: text(lab?.country),
    contact: text(esn.contact),
    themes: ticksOf(ESN_THEMES, esn.themes),
    otherTheme: text(esn.otherTheme),
    principles: (esn.principles ?? []).toSorted((a, b) => a - b),
    statuses: ticksOf(ESN_STATUSES, esn.statuses),
    otherStatus: text(esn.otherStatus),
    context: text(esn.context),
    objectives: filled(esn.objectives),
    activities: text(esn.activities),
    outcomes: text(esn.outcomes),
    links: filled(esn.links),
    tips: text(esn.tips),
  }
}

/** What the form asks for. Principles, links and tips may stay empty: not every practice has them. */
const ESN_ASKED = [
  'title',
  'organisations',
  'country',
  'contact',
  'themes',
  'otherTheme',
  'statuses',
  'otherStatus',
  'context',
  'objectives',
  'activities',
  'outcomes',
] as const
export type EsnAsked = (typeof ESN_ASKED)[number]

/** What is still missing, in the order of the form. */
export const esnMissing = (form: EsnForm): EsnAsked[] => ESN_ASKED.filter((field) => isMissing(form, field))

const isMissing = (form: EsnForm, field: EsnAsked): boolean => {
  switch (field) {
    case 'themes':
    case 'statuses':
      return form[field].ticked.length === 0 && form[field].own.length === 0
    case 'otherTheme':
      return form.otherTheme === '' && form.themes.own.length === 0 && form.themes.ticked.includes('other')
    case 'otherStatus':
      return form.otherStatus === '' && form.statuses.own.length === 0 && form.statuses.ticked.includes('other')
    default:
      return form[field].length === 0
  }
}

/** What stands there beyond the limits of the form; 0 where it keeps to them. */
export const esnOver = ({
  objectives,
  activities,
}: EsnForm): { readonly objectives: number; readonly words: number } => ({
  objectives: Math.max(0, objectives.length - ESN_LIMITS.objectives),
  words: Math.max(0, countWords(activities) - ESN_LIMITS.activityWords),
})
