import { useMemo } from 'react'
import type { ResultGroup, Sentence } from '@core/rules/result-model'
import { sentenceParams } from '@core/rules/result-sentences'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'

type ResultWords = {
  readonly say: (sentence: Sentence) => string
  readonly nameOf: (group: Pick<ResultGroup, 'names'>) => string
}

/** Sentences and group names of a result in the reader's language. */
export const useResultWords = (): ResultWords => {
  const t = useT()
  const { list } = useFormat()
  return useMemo(
    () => ({
      say: (sentence) =>
        t(
          sentence.key,
          sentenceParams(sentence, (label) => labelText(t, label), list),
        ),
      nameOf: (group) => list(group.names.map((label) => labelText(t, label))),
    }),
    [t, list],
  )
}
