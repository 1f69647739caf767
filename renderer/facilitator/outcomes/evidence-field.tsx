import { IconArrowRight, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
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

const ORDERED = ['vote', 'decision', 'project', 'indicator', 'activity', 'task', 'cluster', 'card', 'question'] as const

const candidates = (view: DocumentView, types: readonly Ref['type'][]): Ref[] => [
  ...ORDERED.filter((type) => types.includes(type)).flatMap((type) =>
    ordered(view, type).map(({ id }) => ({ type, id })),
  ),
  ...(types.includes('statement') ? [...view.statement.keys()].map((id) => ({ type: 'statement' as const, id })) : []),
]

const Linked = ({ item, onRemove }: { readonly item: Ref; readonly onRemove: () => void }) => {
  const t = useT()
  const { text } = useRefWords()
  const follow = useFollow()
  const words = short(text(item) ?? t('outcomes:gone'))
  return (
    <li>
      <button type="button" className="evidence-link" onClick={() => follow(item)}>
        <span className="evidence-kind">{t(`outcomes:kind.${item.type}`)}</span>
        <span>{words}</span>
        <IconArrowRight size={15} stroke={1.75} aria-hidden="true" />
      </button>
      <IconButton
        size="small"
        name={t('outcomes:unlink', { name: words })}
        icon={<IconX size={15} stroke={1.75} />}
        onClick={onRemove}
      />
    </li>
  )
}

interface FinderProps {
  readonly types: readonly Ref['type'][]
  readonly taken: readonly Ref[]
  readonly onAdd: (ref: Ref) => void
  readonly onClose: () => void
}

/** Looks through the session's own words; Esc closes it without closing the drawer. */
const Finder = ({ types, taken, onAdd, onClose }: FinderProps) => {
  const t = useT()
  const { view } = useReplica()
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const wanted = search.trim().toLocaleLowerCase()
  const found = candidates(view, types)
    .filter((ref) => !taken.some((other) => other.id === ref.id))
    .map((ref) => ({ ref, words: refText(view, t, ref) ?? '' }))
    .filter(({ words }) => words.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST)
  return (
    <>
      <input
        type="search"
        className="input"
        aria-label={t('outcomes:linkSearch')}
        placeholder={t('outcomes:linkSearch')}
        value={search}
        ref={field}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }}
      />
      <ul className="evidence evidence-found">
        {found.map(({ ref, words }) => (
          <li key={ref.id}>
            <button type="button" className="evidence-link" onClick={() => onAdd(ref)}>
              <span className="evidence-kind">{t(`outcomes:kind.${ref.type}`)}</span>
              <span>{short(words)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 ? <li className="field-hint">{t('outcomes:linkNone')}</li> : null}
      </ul>
    </>
  )
}

/** What something rests on: to follow, to take away, and to look for more. */
export const EvidenceList = ({ label, empty, refs, onChange, types, single = false }: EvidenceListProps) => {
  const t = useT()
  const id = useId()
  const [finding, setFinding] = useState(false)
  const add = (ref: Ref): void => {
    setFinding(false)
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
          <Linked key={ref.id} item={ref} onRemove={() => onChange(refs.filter((other) => other.id !== ref.id))} />
        ))}
      </ul>
      {finding ? (
        <Finder types={types} taken={refs} onAdd={add} onClose={() => setFinding(false)} />
      ) : (
        <div>
          <Button size="small" onClick={() => setFinding(true)}>
            {t('outcomes:link')}
          </Button>
        </div>
      )}
    </div>
  )
}
