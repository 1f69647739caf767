import type { TemplateCard } from '@core/protocol/views'
import { showDialog } from '../app/panels'
import { useDuration } from '../app/use-duration'
import { useT } from '../../shared/i18n/use-t'
import { TemplatePicture } from './template-picture'

/** Templates as cards with a drawing; a click asks for title and day. */
export const Templates = ({ templates }: { readonly templates: readonly TemplateCard[] }) => {
  const t = useT()
  const duration = useDuration()
  // An agenda of one's own is the last resort; few templates fill wide rows instead of leaving one alone in its row.
  const sorted = templates.toSorted((a, b) => Number(a.picture === 'empty') - Number(b.picture === 'empty'))
  const wide = templates.length === 6
  return (
    <section aria-labelledby="templates-title">
      <h2 id="templates-title">{t('home:templates')}</h2>
      <ul className="template-list" data-wide={wide || undefined}>
        {sorted.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className="template-card"
              onClick={() => showDialog({ kind: 'new-session', templateId: template.id })}
            >
              <span className="template-head">
                <TemplatePicture picture={template.picture} />
                {template.minutes > 0 ? <span className="template-time">{duration(template.minutes)}</span> : null}
              </span>
              <span className="template-name">{t(`boards:template.${template.key}.name`)}</span>
              <span className="template-about">{t(`boards:template.${template.key}.about`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
