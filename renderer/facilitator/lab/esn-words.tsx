import { countWords, ESN_LIMITS } from '@core/rules/esn'
import { useT } from '../../shared/i18n/use-t'

/** Counted while one writes; what goes beyond is said and kept. */
export const WordCount = ({ text }: { readonly text: string }) => {
  const t = useT()
  const count = countWords(text)
  const over = count - ESN_LIMITS.activityWords
  return (
    <span className="word-count" data-over={over > 0 || undefined}>
      {t('lab:esn.words', { count, limit: ESN_LIMITS.activityWords })}
      {over > 0 ? <> {t('lab:esn.tooMany', { count: over })}</> : null}
    </span>
  )
}
