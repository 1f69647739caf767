import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { REPORT_LANGUAGES } from '@core/text/report-languages'

const LOCALES = resolve(import.meta.dirname, '../../../resources/locales')

test('reports are offered in the languages that have the words of a report, and in no other', () => {
  const translated = readdirSync(LOCALES).filter((lang) => readdirSync(join(LOCALES, lang)).includes('report.json'))
  expect(REPORT_LANGUAGES.map(({ code }) => code).toSorted()).toEqual(translated.toSorted())
})
