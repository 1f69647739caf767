import { IconArrowRight } from '@tabler/icons-react'
import type { Ref } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { useFollow, useRefWords } from './refs'

const SHORT = 90

/** Where something came from, to go there; nothing when it came from nowhere. */
export const OriginNote = ({ origin }: { readonly origin: Ref | null | undefined }) => {
  const t = useT()
  const { text, origin: words } = useRefWords()
  const follow = useFollow()
  if (origin == null) return null
  const said = text(origin) ?? t('outcomes:gone')
  return (
    <div className="field">
      <span className="field-label">{t('outcomes:task.origin')}</span>
      <button type="button" className="evidence-link" onClick={() => follow(origin)}>
        <span className="evidence-kind">{words(origin)}</span>
        <span>{said.length > SHORT ? `${said.slice(0, SHORT).trimEnd()}…` : said}</span>
        <IconArrowRight size={15} stroke={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}
