import type { Language } from './languages'
import { LANGUAGES } from './languages'

/**
 * Languages that a report can be written in: those whose folder has the words of a whole report (a test holds this list to the
 * folders). Apart from the language of the screen. In a file of its own: the phone page carries the other list.
 */
export const REPORT_LANGUAGES: readonly Language[] = LANGUAGES.filter(({ code }) => code === 'en')
