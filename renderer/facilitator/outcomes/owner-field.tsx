import { useId, useState } from 'react'
import type { Owner } from '@core/model/person'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useLab, useOrdered } from '../../shared/replica/react'
import { ownerKey, ownerOf } from './owner'

interface OwnerFieldProps {
  readonly label: string
  readonly owner: Owner | null
  readonly onChoose: (owner: Owner | null) => void
}

const ORGANISATION = 'organisation'
const NAME_LENGTH = 200

/** Who does it: a voice, a person of this session, or an organisation by name. */
export const OwnerField = ({ label, owner, onChoose }: OwnerFieldProps) => {
  const t = useT()
  const id = useId()
  const voices = useOrdered('voice')
  const people = useOrdered('person')
  const lab = useLab()
  const [naming, setNaming] = useState(owner?.kind === ORGANISATION)
  const [name, setName] = useState(owner?.kind === ORGANISATION ? owner.name : '')
  const choose = (key: string): void => {
    setNaming(key === ORGANISATION)
    if (key !== ORGANISATION) onChoose(ownerOf(key))
    else if (name.trim() !== '') onChoose({ kind: ORGANISATION, name: name.trim() })
  }
  const settle = (): void => onChoose(name.trim() === '' ? null : { kind: ORGANISATION, name: name.trim() })
  const known = [...(lab?.organisations ?? []), ...(lab?.partners ?? [])]
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={naming ? ORGANISATION : ownerKey(owner)}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('outcomes:owner.nobody')}</option>
        <optgroup label={t('outcomes:owner.voices')}>
          {voices.map((voice) => (
            <option key={voice.id} value={`voice:${voice.id}`}>
              {labelText(t, voice.label)}
            </option>
          ))}
        </optgroup>
        {people.length === 0 ? null : (
          <optgroup label={t('outcomes:owner.people')}>
            {people.map((person) => (
              <option key={person.id} value={`person:${person.id}`}>
                {person.alias}
              </option>
            ))}
          </optgroup>
        )}
        <option value={ORGANISATION}>{t('outcomes:owner.organisation')}</option>
      </select>
      {naming ? (
        <>
          <input
            className="input"
            aria-label={t('outcomes:owner.organisationName')}
            placeholder={t('outcomes:owner.organisationName')}
            list={`${id}-known`}
            maxLength={NAME_LENGTH}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={settle}
          />
          <datalist id={`${id}-known`}>
            {known.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      ) : null}
    </div>
  )
}
