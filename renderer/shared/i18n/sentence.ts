import type { FailureParams } from '@core/protocol/failures'
import type { Sentence } from '@core/rules/result-model'
import { sentenceParams } from '@core/rules/result-sentences'
import { formatList } from './format'
import { labelText } from './label'

/** A sentence of a result in the reader's words; names are listed as the language does. */
export const sentenceText = (
  t: (key: string, params?: FailureParams) => string,
  lang: string,
  sentence: Sentence,
): string =>
  t(
    sentence.key,
    sentenceParams(
      sentence,
      // Statements end with a full stop, which has no place inside a list.
      (label) => labelText(t, label).replace(/\.$/, ''),
      (names) => formatList(lang, names),
    ),
  )
