import { IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { TemplateCard } from '@core/protocol/views'
import { showDialog } from '../app/panels'
import { reportFailure } from '../app/problems'
import { useDuration } from '../app/use-duration'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { TemplatePicture } from './template-picture'
import { useTemplateWords } from './template-words'
import './templates.css'

/** Two full rows on a usual screen; the rest is asked for. */
const FIRST = 10

const Card = ({ template }: { readonly template: TemplateCard }) => {
  const duration = useDuration()
  const { name, about } = useTemplateWords()
  return (
    <button
      type="button"
      className="template-card"
      onClick={() => showDialog({ kind: 'new-session', templateId: template.id })}
    >
      <span className="template-head">
        <TemplatePicture {...template} />
        {template.minutes > 0 ? <span className="template-time">{duration(template.minutes)}</span> : null}
      </span>
      <span className="template-name">{name(template)}</span>
      <span className="template-about">{about(template)}</span>
    </button>
  )
}

/** An own template can go; its file is lost for good, so that is asked first. */
const OwnCard = ({ template }: { readonly template: TemplateCard }) => {
  const t = useT()
  const request = useRequest()
  const [asking, setAsking] = useState(false)
  const name = template.name ?? ''
  const remove = async (): Promise<void> => {
    const done = await request('template.remove', { templateId: template.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="template-own">
      {asking ? (
        <div className="template-card template-ask" role="alertdialog" aria-label={t('home:template.remove', { name })}>
          <p>{t('home:template.removeAsk', { name })}</p>
          <div className="actions">
            <Button size="small" onClick={() => setAsking(false)}>
              {t('home:template.stay')}
            </Button>
            <Button size="small" kind="danger" onClick={() => void remove()}>
              {t('home:template.removeDo')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <Card template={template} />
          <IconButton
            name={t('home:template.remove', { name })}
            kind="quiet"
            size="small"
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => setAsking(true)}
          />
        </>
      )}
    </li>
  )
}

const Own = ({ templates }: { readonly templates: readonly TemplateCard[] }) => {
  const t = useT()
  if (templates.length === 0) return null
  return (
    <>
      <h3 className="template-yours">{t('home:template.yours')}</h3>
      <ul className="template-list">
        {templates.map((template) => (
          <OwnCard key={template.id} template={template} />
        ))}
      </ul>
    </>
  )
}

/**
 * Those that a lab begins with: of a dialogue its first round, and always the empty one, which comes last: an agenda of
 * one's own from nothing is the last resort.
 */
const firstOf = (templates: readonly TemplateCard[]): readonly TemplateCard[] => {
  if (templates.length <= FIRST) return templates
  const empty = templates.filter(({ picture }) => picture === 'empty')
  const others = templates.filter(({ picture, round = 1 }) => picture !== 'empty' && round === 1)
  return [...others.slice(0, FIRST - empty.length), ...empty]
}

/** Templates as cards with a drawing; a click asks for title and day. */
export const Templates = ({ templates }: { readonly templates: readonly TemplateCard[] }) => {
  const t = useT()
  const id = useId()
  const [all, setAll] = useState(false)
  const builtIn = templates.filter(({ name }) => name === undefined)
  return (
    <section aria-labelledby="templates-title">
      <div className="templates-head">
        <h2 id="templates-title">{t('home:templates')}</h2>
        {builtIn.length > FIRST ? (
          <button
            type="button"
            className="btn btn-link"
            aria-expanded={all}
            aria-controls={id}
            onClick={() => setAll(!all)}
          >
            {all ? t('home:template.fewer') : t('home:template.all', { count: builtIn.length })}
          </button>
        ) : null}
      </div>
      <ul id={id} className="template-list">
        {(all ? builtIn : firstOf(builtIn)).map((template) => (
          <li key={template.id}>
            <Card template={template} />
          </li>
        ))}
      </ul>
      <Own templates={templates.filter(({ name }) => name !== undefined)} />
    </section>
  )
}
