import type { Board } from '@core/model/board'
import type { ImportRemark } from '@core/import/card-table'
import { settledKey } from '@core/import/card-table'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useHelper, useOrdered } from '../../shared/replica/react'
import { mayBeNew } from './new-names'
import type { ImportWork } from './use-import'

type Role = 'first' | 'second' | 'voice'

export interface UnknownName {
  readonly role: Role
  readonly value: string
  readonly key: string
  readonly count: number
}

/** Names shown at once; the others come when these are settled. */
const SHOWN = 40

/** Each name that is not known once, the most frequent first. `settled` ones stay, so that a choice can be changed. */
export const unknownNames = (
  remarks: readonly ImportRemark[],
  before: readonly UnknownName[],
  settled: ReadonlyMap<string, string>,
): UnknownName[] => {
  const found = new Map<string, UnknownName>()
  for (const one of before) if (settled.has(one.key)) found.set(one.key, one)
  for (const { role, value } of remarks) {
    if (role === undefined) continue
    const key = settledKey(role, value)
    const known = found.get(key)
    found.set(key, { role, value: known?.value ?? value, key, count: (known?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

interface NameProps {
  readonly name: UnknownName
  readonly choices: readonly { readonly id: string; readonly words: string }[]
  readonly work: ImportWork
}

/** One name, and what it is here: nothing, one that there is, or a new one. */
const NameField = ({ name, choices, work }: NameProps) => {
  const t = useT()
  const isHelper = useHelper()
  const { role, value, key, count } = name
  const isNew = work.choices.made.has(key)
  return (
    <li>
      <label htmlFor={`import-${key}`}>
        {t(role === 'voice' ? 'import:unknown.voice' : 'import:unknown.entry', { value: shortName(value), count })}
      </label>
      <select
        id={`import-${key}`}
        className="input"
        value={isNew ? 'new' : (work.choices.settled.get(key) ?? '')}
        onChange={(event) => work.settle(name, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t(role === 'voice' ? 'import:unknown.noVoice' : 'import:unknown.first')}</option>
        {!isHelper && (isNew || mayBeNew(name, work.room)) ? (
          <option value="new">{t('import:unknown.new', { value: shortName(value) })}</option>
        ) : null}
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </li>
  )
}

/** Letters of a name shown. */
const LETTERS = 80
const shortName = (value: string): string => (value.length > LETTERS ? `${value.slice(0, LETTERS - 1)}…` : value)

const sortOf = (names: readonly UnknownName[]): 'voices' | 'entries' | 'both' => {
  const voices = names.filter(({ role }) => role === 'voice').length
  return voices === 0 ? 'entries' : voices === names.length ? 'voices' : 'both'
}

const AllNew = ({ work }: { readonly work: ImportWork }) => {
  const t = useT()
  const { names, choices, room } = work
  const open = names.filter(({ key }) => !choices.settled.has(key))
  const isAll = choices.made.size > 0 && !open.some((name) => mayBeNew(name, room))
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={isAll} onChange={(event) => work.settleAll(event.target.checked)} />
        {t(`import:unknown.all.${sortOf(names)}`)}
      </label>
      {isAll && open.length > 0 ? (
        <p className="notice notice-warn" role="status">
          {t('import:unknown.noRoom', { count: open.length })}
        </p>
      ) : null}
    </>
  )
}

/** Voices, columns and rows that the table names and the session does not know: what each of them is here. */
export const UnknownNames = ({ board, work }: { readonly board: Board; readonly work: ImportWork }) => {
  const t = useT()
  const isHelper = useHelper()
  const voices = useOrdered('voice')
  const { names } = work
  if (names.length === 0) return null
  const choicesOf = (role: Role): NameProps['choices'] => {
    const named = role === 'voice' ? voices : (board.axes[role === 'first' ? 0 : 1]?.entries ?? [])
    return named.map(({ id, label }) => ({ id, words: labelText(t, label) }))
  }
  return (
    <section className="import-unknown" aria-labelledby="import-unknown">
      <h3 id="import-unknown">{t('import:unknown.title', { count: names.length })}</h3>
      <p className="small quiet">{t(isHelper ? 'import:unknown.leadHelper' : 'import:unknown.lead')}</p>
      {isHelper ? null : <AllNew work={work} />}
      <ul>
        {names.slice(0, SHOWN).map((name) => (
          <NameField key={name.key} name={name} choices={choicesOf(name.role)} work={work} />
        ))}
      </ul>
      {names.length > SHOWN ? (
        <p className="small">{t('import:unknown.more', { count: names.length - SHOWN })}</p>
      ) : null}
    </section>
  )
}
