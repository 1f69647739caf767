import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureParams } from '@core/protocol/failures'

/** Words by full key, `namespace:path.to.key`; `count` chooses the plural form. */
export type Translate = (key: string, params?: FailureParams) => string

/** Re-renders when the language changes. The page must have loaded the namespace (`setupI18n`). */
export const useT = (): Translate => {
  const { t } = useTranslation()
  return useCallback((key, params = {}) => t(key, params), [t])
}

/** The language of the page, for Intl. */
export const useLang = (): string => useTranslation().i18n.language
