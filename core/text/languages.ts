/**
 * Languages of what participants see and hold: the phone, the tablet, the printed ballot and the sheet at the door. The
 * laptop's pages are English. `reviewed`: read by somebody who speaks it and runs such meetings; what is not yet is
 * marked wherever it can be chosen.
 */
export type Language = { readonly code: string; readonly name: string; readonly reviewed: boolean }

/** By its own name, as people look for it. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', reviewed: true },
  { code: 'nb', name: 'Norsk bokmål', reviewed: false },
  { code: 'sl', name: 'Slovenščina', reviewed: false },
]

/** What phones call languages that are read by the same people. */
const SAME: { readonly [code: string]: string } = { no: 'nb', nn: 'nb' }

/** The language here for what a phone or a person asks for (`sl-SI`, `no`); undefined: there is none. */
export const languageFor = (asked: string): Language | undefined => {
  const [base = ''] = asked.toLowerCase().split(/[-_]/)
  return LANGUAGES.find(({ code }) => code === (SAME[base] ?? base))
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ps', 'ur', 'yi']

/** The direction to write in, for the `dir` of a page. */
export const dirOf = (lang: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr')
