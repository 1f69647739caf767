import type { Failure } from '@core/protocol/failures'
import type { Translate } from '../../../shared/i18n/use-t'

/** A refusal in one line, for a field that keeps the words. */
export const failureText = (t: Translate, failure: Failure): string =>
  t('board:failed', {
    what: t(`errors:${failure.code}.what`, failure.params),
    todo: t(`errors:${failure.code}.do`, failure.params),
  })
