import { Select } from '@mantine/core'
import { IconCornerDownRight, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Link, LinkKind } from '@core/model/card'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button, IconButton } from '../../../shared/look/button'
import { useRecord, useRun, useTable } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'
import { selection } from '../../app/selection'
import { CardWords } from '../map/card-view'

const KINDS: readonly LinkKind[] = ['causes', 'supports', 'answers']
/** Choices shown at a time; typing narrows them. */
const CHOICES = 20

const LinkRow = ({ link, from, locked }: { readonly link: Link; readonly from: string; readonly locked: boolean }) => {
  const t = useT()
  const run = useRun()
  const outward = link.from === from
  const otherId = outward ? link.to : link.from
  const other = useRecord('card', otherId)
  if (!other) return null
  const remove = async (): Promise<void> => {
    const done = await run('link.remove', { id: link.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="link-row">
      <IconCornerDownRight size={16} stroke={1.75} aria-hidden="true" />
      <button type="button" className="link-open" onClick={() => selection.openDrawer({ type: 'card', id: otherId })}>
        <span className="quiet">{t(`board:link.${outward ? 'out' : 'in'}.${link.kind}`)}</span>{' '}
        <CardWords card={other} />
      </button>
      {locked ? null : (
        <IconButton
          size="small"
          name={t('board:link.remove')}
          icon={<IconX size={14} stroke={1.75} />}
          onClick={() => void remove()}
        />
      )}
    </li>
  )
}

const LinkForm = ({ from, onDone }: { readonly from: string; readonly onDone: () => void }) => {
  const t = useT()
  const run = useRun()
  const cards = useTable('card')
  const [kind, setKind] = useState<LinkKind>('causes')
  const [to, setTo] = useState<string | null>(null)
  const choices = useMemo(
    () =>
      [...cards.values()]
        .filter((card) => card.id !== from && card.revealed)
        .map((card) => ({ value: card.id, label: card.text })),
    [cards, from],
  )
  const add = async (): Promise<void> => {
    if (to === null) return
    const done = await run('link.add', { id: newId(), kind, from, to })
    if (done.ok) onDone()
    else reportFailure(done.error)
  }
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('select')?.focus({ preventScroll: true })
  }, [])
  // Esc leaves the form and not the whole drawer.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <div ref={form} className="link-form" role="group" aria-label={t('board:deed.link')} onKeyDown={onKeyDown}>
      <div className="field">
        <label htmlFor="link-kind">{t('board:link.kind')}</label>
        <select
          id="link-kind"
          className="input"
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'causes')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`board:link.out.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Select
        label={t('board:link.to')}
        placeholder={t('board:link.search')}
        nothingFoundMessage={t('board:link.nothing')}
        data={choices}
        limit={CHOICES}
        searchable
        withScrollArea={false}
        comboboxProps={{ withinPortal: false }}
        value={to}
        onChange={setTo}
      />
      <div className="actions">
        <Button
          size="small"
          kind="primary"
          unavailable={to === null ? t('board:link.choose') : undefined}
          onClick={() => void add()}
        >
          {t('board:link.add')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}

interface LinksFieldProps {
  readonly cardId: string
  readonly adding: boolean
  readonly onAdded: () => void
  readonly locked: boolean
}

/** What it is caused by, supports and answers, as sentences. */
export const LinksField = ({ cardId, adding, onAdded, locked }: LinksFieldProps) => {
  const t = useT()
  const links = useTable('link')
  const own = useMemo(
    () => [...links.values()].filter((link) => link.from === cardId || link.to === cardId),
    [links, cardId],
  )
  if (own.length === 0 && !adding) return null
  return (
    <div className="field" role="group" aria-label={t('board:drawer.links', { count: own.length })}>
      <span className="field-label">{t('board:drawer.links', { count: own.length })}</span>
      {own.length === 0 ? null : (
        <ul className="link-list">
          {own.map((link) => (
            <LinkRow key={link.id} link={link} from={cardId} locked={locked} />
          ))}
        </ul>
      )}
      {adding ? <LinkForm from={cardId} onDone={onAdded} /> : null}
    </div>
  )
}
