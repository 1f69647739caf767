import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Objection } from '@core/model/outcome'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button, IconButton } from '../../shared/look/button'
import { useOrdered } from '../../shared/replica/react'
import { ChoiceField, WordsField } from './fields'

interface ObjectionsFieldProps {
  readonly objections: readonly Objection[]
  readonly type: (objections: readonly Objection[]) => void
  readonly choose: (objections: readonly Objection[]) => void
}

const QUOTES = ['none', 'role', 'named'] as const

/** Objections word for word, with their voice and whether they may be quoted in reports. */
export const ObjectionsField = ({ objections, type, choose }: ObjectionsFieldProps) => {
  const t = useT()
  const voices = useOrdered('voice')
  const fields = useRef<HTMLFieldSetElement>(null)
  const added = useRef(false)
  useEffect(() => {
    if (!added.current) return
    added.current = false
    const all = fields.current?.querySelectorAll<HTMLElement>('.objection-edit textarea')
    all?.item(all.length - 1).focus()
  }, [objections.length])
  const add = (): void => {
    added.current = true
    type([...objections, { id: newId(), text: '', quote: 'role' }])
  }
  const replaced = (changed: Objection): readonly Objection[] =>
    objections.map((objection) => (objection.id === changed.id ? changed : objection))
  return (
    <fieldset ref={fields} className="field plain-fieldset">
      <legend>{t('outcomes:objection.label')}</legend>
      {objections.map((objection, index) => (
        <div key={objection.id} className="objection-edit">
          <WordsField
            label={t('outcomes:objection.text', { number: index + 1 })}
            value={objection.text}
            onType={(text) => type(replaced({ ...objection, text }))}
            rows={2}
          />
          <div className="field-row">
            <ChoiceField
              label={t('outcomes:objection.voice')}
              value={objection.voiceId ?? ''}
              choices={[
                ['', t('outcomes:objection.noVoice')],
                ...voices.map((voice) => [voice.id, labelText(t, voice.label)] as const),
              ]}
              onChoose={(voiceId) => choose(replaced({ ...objection, voiceId: voiceId === '' ? undefined : voiceId }))}
            />
            <ChoiceField
              label={t('outcomes:objection.quote')}
              value={objection.quote}
              choices={QUOTES.map((quote) => [quote, t(`outcomes:quote.${quote}`)] as const)}
              onChoose={(quote) => choose(replaced({ ...objection, quote }))}
            />
            <IconButton
              size="small"
              name={t('outcomes:objection.remove', { number: index + 1 })}
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => choose(objections.filter(({ id }) => id !== objection.id))}
            />
          </div>
        </div>
      ))}
      <div>
        <Button size="small" icon={<IconPlus size={16} stroke={1.9} />} onClick={add}>
          {t('outcomes:objection.add')}
        </Button>
      </div>
      <p className="field-hint">{t('outcomes:objection.hint')}</p>
    </fieldset>
  )
}
