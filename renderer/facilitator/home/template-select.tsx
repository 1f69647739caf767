import type { TemplateCard } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { TemplatePicture } from './template-picture'
import { useTemplateWords } from './template-words'
import './templates.css'

interface SelectProps {
  readonly id: string
  readonly templates: readonly TemplateCard[]
  readonly value: string
  readonly onChange: (id: string) => void
  /** What choosing none is called; absent: one must be chosen. */
  readonly none?: string
}

/** The templates as a list to choose from, one's own by themselves. */
export const TemplateSelect = ({ id, templates, value, onChange, none }: SelectProps) => {
  const t = useT()
  const { name } = useTemplateWords()
  const own = templates.filter((one) => one.name !== undefined)
  const options = (list: readonly TemplateCard[]) =>
    list.map((one) => (
      <option key={one.id} value={one.id}>
        {name(one)}
      </option>
    ))
  return (
    <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      {none === undefined ? null : <option value="">{none}</option>}
      {own.length === 0 ? (
        options(templates)
      ) : (
        <>
          <optgroup label={t('home:template.yours')}>{options(own)}</optgroup>
          <optgroup label={t('home:template.builtIn')}>
            {options(templates.filter((one) => one.name === undefined))}
          </optgroup>
        </>
      )}
    </select>
  )
}

/** What the chosen template is about, how many steps it has and how long it takes. */
export const TemplateFacts = ({ template }: { readonly template: TemplateCard | undefined }) => {
  const { about, facts } = useTemplateWords()
  if (template === undefined) return null
  const line = facts(template)
  return (
    <div className="template-facts">
      <TemplatePicture {...template} />
      <div>
        <p>{template.name === undefined ? about(template) : line}</p>
        {template.name === undefined && line !== '' ? <p className="quiet small">{line}</p> : null}
      </div>
    </div>
  )
}
