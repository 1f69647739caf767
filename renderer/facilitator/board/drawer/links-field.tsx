import { Select } from '@mantine/core'
import { IconCornerDownRight, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Card, Cluster, Link, LinkKind, Statement } from '@core/model/card'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button, IconButton } from '../../../shared/look/button'
import { useRecord, useReplica, useRun, useTable } from '../../../shared/replica/react'
import { openHit } from '../../app/open-hit'
import { reportFailure } from '../../app/problems'
import { CardWords } from '../map/card-view'
import { useBoardWork } from '../state/board-context'

const KINDS: readonly LinkKind[] = ['causes', 'supports', 'answers', 'origin']
/** Choices shown at a time; typing narrows them. */
const CHOICES = 20

type Other = Card | Cluster | Statement

const useOther = (id: string): Other | undefined => {
  const card = useRecord('card', id)
  const cluster = useRecord('cluster', id)
  const statement = useRecord('statement', id)
  return card ?? cluster ?? statement
}

const OtherWords = ({ other }: { readonly other: Other }) => {
  const t = useT()
  if (other.type === 'card') return <CardWords card={other} />
  return <span dir="auto">{other.type === 'cluster' ? labelText(t, other.label) : other.text}</span>
}

const LinkRow = ({ link, from, locked }: { readonly link: Link; readonly from: string; readonly locked: boolean }) => {
  const t = useT()
  const run = useRun()
  const replica = useReplica()
  const { board } = useBoardWork()
  const outward = link.from === from
  const otherId = outward ? link.to : link.from
  const other = useOther(otherId)
  if (!other) return null
  const away = 'boardId' in other && other.boardId !== board.id ? replica.view.board.get(other.boardId) : undefined
  const elsewhere = away ? labelText(t, away.label) : null
  const remove = async (): Promise<void> => {
    const done = await run('link.remove', { id: link.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="link-row">
      <IconCornerDownRight size={16} stroke={1.75} aria-hidden="true" />
      <button type="button" className="link-open" onClick={() => openHit(replica, { type: other.type, id: otherId })}>
        <span className="quiet">{t(`board:link.${outward ? 'out' : 'in'}.${link.kind}`)}</span>{' '}
        <OtherWords other={other} />
        {elsewhere === null ? null : <span className="quiet"> {t('board:link.onBoard', { board: elsewhere })}</span>}
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

/** What can be linked with: cards and groups, those of this board first. */
const useChoices = (from: string): readonly { readonly value: string; readonly label: string }[] => {
  const t = useT()
  const cards = useTable('card')
  const { board } = useBoardWork()
  const boards = useTable('board')
  const clusters = useTable('cluster')
  return useMemo(() => {
    const near = (one: { readonly boardId: string }): number => (one.boardId === board.id ? 0 : 1)
    const name = (boardId: string): string => {
      const away = boardId === board.id ? undefined : boards.get(boardId)
      return away ? ` (${labelText(t, away.label)})` : ''
    }
    const groups = [...clusters.values()].map((one) => ({ ...one, text: labelText(t, one.label) }))
    const shown = [...cards.values()].filter((card) => card.revealed)
    return [...groups, ...shown]
      .filter((one) => one.id !== from)
      .toSorted((a, b) => near(a) - near(b))
      .map((one) => ({ value: one.id, label: `${one.text}${name(one.boardId)}` }))
  }, [cards, clusters, boards, board.id, from, t])
}

const LinkForm = ({ from, onDone }: { readonly from: string; readonly onDone: () => void }) => {
  const t = useT()
  const run = useRun()
  const [kind, setKind] = useState<LinkKind>('causes')
  const [to, setTo] = useState<string | null>(null)
  const choices = useChoices(from)
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
