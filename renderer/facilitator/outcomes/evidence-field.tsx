import { IconArrowRight, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { ordered } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Ref } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useReplica } from '../../shared/replica/react'
import { refText, useFollow, useRefWords } from './refs'

interface EvidenceListProps {
  readonly label: string
  readonly empty: string
  readonly refs: readonly Ref[]
  readonly onChange: (refs: readonly Ref[]) => void
  readonly types: readonly Ref['type'][]
  /** One at most: choosing another takes its place. */
  readonly single?: boolean
}

/** Found things shown at once, and the length of their words. */
const MOST = 8
const SHORT = 90

const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text)

const ORDERED = ['vote', 'decision', 'cluster', 'card', 'question'] as const

const candidates = (view: DocumentView, types: readonly Ref['type'][]): Ref[] =>
  ORDERED.filter((type) => types.includes(type)).flatMap((type) => ordered(view, type).map(({ id }) => ({ type, id })))

/** What something rests on: to follow, to take away, and to look for more. */
export const EvidenceList = ({ label, empty, refs, onChange, types, single = false }: EvidenceListProps) => {
  const t = useT()
  const id = useId()
  const { view } = useReplica()
  const { text } = useRefWords()
  const follow = useFollow()
  const [search, setSearch] = useState<string | null>(null)
  const found =
    search === null
      ? []
      : candidates(view, types)
          .filter((ref) => !refs.some((other) => other.id === ref.id))
          .map((ref) => ({ ref, words: refText(view, t, ref) ?? '' }))
          .filter(({ words }) => words.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()))
          .slice(0, MOST)
  const add = (ref: Ref): void => {
    setSearch(null)
    onChange(single ? [ref] : [...refs, ref])
  }
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span id={id} className="field-label">
        {label}
      </span>
      {refs.length === 0 ? <p className="field-hint">{empty}</p> : null}
      <ul className="evidence">
        {refs.map((ref) => (
          <li key={ref.id}>
            <button type="button" className="evidence-link" onClick={() => follow(ref)}>
              <span className="evidence-kind">{t(`outcomes:kind.${ref.type}`)}</span>
              <span>{short(text(ref) ?? t('outcomes:gone'))}</span>
              <IconArrowRight size={15} stroke={1.75} aria-hidden="true" />
            </button>
            <IconButton
              size="small"
              name={t('outcomes:unlink', { name: short(text(ref) ?? t('outcomes:gone')) })}
              icon={<IconX size={15} stroke={1.75} />}
              onClick={() => onChange(refs.filter((other) => other.id !== ref.id))}
            />
          </li>
        ))}
      </ul>
      {search === null ? (
        <div>
          <Button size="small" onClick={() => setSearch('')}>
            {t('outcomes:link')}
          </Button>
        </div>
      ) : (
        <>
          <input
            type="search"
            className="input"
            aria-label={t('outcomes:linkSearch')}
            placeholder={t('outcomes:linkSearch')}
            value={search}
            autoFocus
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              setSearch(null)
            }}
          />
          <ul className="evidence evidence-found">
            {found.map(({ ref, words }) => (
              <li key={ref.id}>
                <button type="button" className="evidence-link" onClick={() => add(ref)}>
                  <span className="evidence-kind">{t(`outcomes:kind.${ref.type}`)}</span>
                  <span>{short(words)}</span>
                </button>
              </li>
            ))}
            {found.length === 0 ? <li className="field-hint">{t('outcomes:linkNone')}</li> : null}
          </ul>
        </>
      )}
    </div>
  )
}
