import type { Board } from '@core/model/board'
import type { ImportRemark } from '@core/import/card-table'
import { settledKey } from '@core/import/card-table'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered } from '../../shared/replica/react'

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
    found.set(key, { role, value, key, count: (known?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

interface UnknownNamesProps {
  readonly board: Board
  readonly names: readonly UnknownName[]
  readonly settled: ReadonlyMap<string, string>
  readonly onSettle: (key: string, id: string | null) => void
}

/** Voices, columns and rows that the table names and the session does not know: what each of them is here. */
export const UnknownNames = ({ board, names, settled, onSettle }: UnknownNamesProps) => {
  const t = useT()
  const voices = useOrdered('voice')
  if (names.length === 0) return null
  const choicesOf = (role: Role): readonly { readonly id: string; readonly words: string }[] =>
    role === 'voice'
      ? voices.map(({ id, label }) => ({ id, words: labelText(t, label) }))
      : (board.axes[role === 'first' ? 0 : 1]?.entries ?? []).map(({ id, label }) => ({
          id,
          words: labelText(t, label),
        }))
  return (
    <section className="import-unknown" aria-labelledby="import-unknown">
      <h3 id="import-unknown">{t('import:unknown.title', { count: names.length })}</h3>
      <p className="small quiet">{t('import:unknown.lead')}</p>
      <ul>
        {names.slice(0, SHOWN).map(({ role, value, key, count }) => (
          <li key={key}>
            <label htmlFor={`import-${key}`} dir="auto">
              {t(role === 'voice' ? 'import:unknown.voice' : 'import:unknown.entry', { value, count })}
            </label>
            <select
              id={`import-${key}`}
              className="input"
              value={settled.get(key) ?? ''}
              onChange={(event) => onSettle(key, event.target.value === '' ? null : event.target.value)}
            >
              <option value="">{t(role === 'voice' ? 'import:unknown.noVoice' : 'import:unknown.first')}</option>
              {choicesOf(role).map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {names.length > SHOWN ? (
        <p className="small">{t('import:unknown.more', { count: names.length - SHOWN })}</p>
      ) : null}
    </section>
  )
}
