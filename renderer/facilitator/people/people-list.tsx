import { IconEraser, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Person, Quote } from '@core/model/person'
import type { Voice } from '@core/model/voice'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useHelper, useOrdered } from '../../shared/replica/react'
import { showDialog } from '../app/panels'
import { EditField } from './edit-field'
import { PastePeople } from './paste-people'
import { useChange } from './use-change'

const QUOTES: readonly Quote[] = ['none', 'role', 'named']
const ALIAS_LIMIT = 120

interface RowProps {
  readonly person: Person
  readonly voices: readonly Voice[]
}

/** Asked of the person; changed here when they say so. */
const QuoteSelect = ({ person }: { readonly person: Person }) => {
  const t = useT()
  const change = useChange()
  const { id, alias } = person
  return (
    <select
      className="input"
      aria-label={t('people:quoteOf', { person: alias })}
      value={person.consent.quote}
      onChange={(event) =>
        change('person.update', { id, quote: QUOTES.find((quote) => quote === event.target.value) ?? 'none' })
      }
    >
      {QUOTES.map((quote) => (
        <option key={quote} value={quote}>
          {t(`people:quote.${quote}`)}
        </option>
      ))}
    </select>
  )
}

const PersonRow = ({ person, voices }: RowProps) => {
  const t = useT()
  const change = useChange()
  const { id, alias } = person
  const isHelper = useHelper()
  return (
    <tr>
      <td>
        <EditField
          label={t('people:alias')}
          hideLabel
          required
          limit={ALIAS_LIMIT}
          value={alias}
          onSave={(next) => change('person.update', { id, alias: next })}
        />
      </td>
      <td>
        <select
          className="input"
          aria-label={t('people:voiceOf', { person: alias })}
          value={person.voiceId ?? ''}
          onChange={(event) =>
            change('person.update', { id, voiceId: event.target.value === '' ? null : event.target.value })
          }
        >
          <option value="">{t('people:noVoice')}</option>
          {voices.map((voice) => (
            <option key={voice.id} value={voice.id}>
              {labelText(t, voice.label)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <label className="tick">
          <input
            type="checkbox"
            checked={person.present}
            onChange={(event) => change('person.update', { id, present: event.target.checked })}
          />
          <span>
            {t('people:here')}
            <span className="visually-hidden"> {alias}</span>
          </span>
        </label>
      </td>
      <td>
        <QuoteSelect person={person} />
      </td>
      <td className="row-tools">
        {isHelper ? null : (
          <IconButton
            size="small"
            name={t('people:withdraw', { person: alias })}
            icon={<IconEraser size={16} stroke={1.75} />}
            onClick={() =>
              showDialog({ kind: 'erase', erase: { what: { kind: 'person', personId: id }, name: alias } })
            }
          />
        )}
        <IconButton
          size="small"
          name={t('people:removeWhat', { what: alias })}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => change('person.remove', { id })}
        />
      </td>
    </tr>
  )
}

const AddPerson = ({ voices }: { readonly voices: readonly Voice[] }) => {
  const t = useT()
  const id = useId()
  const change = useChange()
  const [alias, setAlias] = useState('')
  const [voiceId, setVoiceId] = useState('')
  const [pasting, setPasting] = useState(false)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (alias.trim() === '') return
    change('person.add', { id: newId(), alias: alias.trim(), present: true, ...(voiceId === '' ? {} : { voiceId }) })
    setAlias('')
  }
  return (
    <form className="add-row" onSubmit={add}>
      <label htmlFor={id} className="visually-hidden">
        {t('people:newPerson')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('people:newPerson')}
        maxLength={ALIAS_LIMIT}
        value={alias}
        onChange={(event) => setAlias(event.target.value)}
      />
      <select
        className="input"
        aria-label={t('people:column.voice')}
        value={voiceId}
        onChange={(event) => setVoiceId(event.target.value)}
      >
        <option value="">{t('people:noVoice')}</option>
        {voices.map((voice) => (
          <option key={voice.id} value={voice.id}>
            {labelText(t, voice.label)}
          </option>
        ))}
      </select>
      <Button type="submit" icon={<IconPlus size={16} stroke={2} />}>
        {t('people:addPerson')}
      </Button>
      <Button onClick={() => setPasting(true)}>{t('people:paste.open')}</Button>
      {pasting ? <PastePeople onClose={() => setPasting(false)} /> : null}
    </form>
  )
}

/** People by an alias they chose; who wants no entry gets none, and counts all the same. */
export const PeopleList = () => {
  const t = useT()
  const people = useOrdered('person')
  const voices = useOrdered('voice')
  return (
    <section className="people-section" aria-labelledby="people-title">
      <h2 id="people-title">{t('people:people')}</h2>
      <p className="quiet small">{t('people:peopleLead')}</p>
      {people.length === 0 ? (
        <p className="missing people-none">{t('people:nobody')}</p>
      ) : (
        <div className="table-scroll">
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">{t('people:column.alias')}</th>
                <th scope="col">{t('people:column.voice')}</th>
                <th scope="col">{t('people:column.here')}</th>
                <th scope="col">{t('people:column.quote')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('people:column.tools')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} voices={voices} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddPerson voices={voices} />
    </section>
  )
}
