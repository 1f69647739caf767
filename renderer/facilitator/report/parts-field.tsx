import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ExportPart } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { ListTarget, useListSurface } from '../agenda/list-surface'
import { CarryProvider } from '../dnd/carry-provider'
import { CARRY_ATTRIBUTE } from '../dnd/carry-surface'
import { Fold } from './fold'
import { inOrder } from './report-kit'
import type { PartsChoice } from './report-kit'

interface RowProps {
  readonly part: ExportPart
  readonly place: number
  readonly count: number
  readonly shown: boolean
  readonly helpId: string
  readonly onShow: () => void
  readonly onMove: (by: -1 | 1) => void
}

const Row = ({ part, place, count, shown, helpId, onShow, onMove }: RowProps) => {
  const t = useT()
  const name = t('reportPlace:parts.grip', { part: part.title, place })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li data-row={part.id} className="report-part" data-off={!shown || undefined}>
      <button
        type="button"
        {...{ [CARRY_ATTRIBUTE]: part.id }}
        className="report-grip list-grip"
        aria-label={name}
        aria-describedby={helpId}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={name}
        onKeyDown={onKeyDown}
      >
        <IconGripVertical size={15} stroke={1.75} aria-hidden="true" />
        {/* Only in the air: the copy that floats says which part it is. */}
        <span className="list-floating" aria-hidden="true">
          {part.title}
        </span>
      </button>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={onShow} />
        <span>{part.title}</span>
      </label>
      <IconButton
        size="small"
        name={t('reportPlace:parts.up', { part: part.title })}
        icon={<IconArrowUp size={16} stroke={1.75} aria-hidden="true" />}
        unavailable={place === 1 ? t('reportPlace:parts.at', { place }) : undefined}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="small"
        name={t('reportPlace:parts.down', { part: part.title })}
        icon={<IconArrowDown size={16} stroke={1.75} aria-hidden="true" />}
        unavailable={place === count ? t('reportPlace:parts.at', { place }) : undefined}
        onClick={() => onMove(1)}
      />
    </li>
  )
}

interface PartsFieldProps {
  readonly parts: readonly ExportPart[]
  readonly choice: PartsChoice
  readonly onChoose: (choice: PartsChoice) => void
}

/** Which parts, in which order: ticked, dragged, moved with buttons or with Alt and the arrows. */
export const PartsField = ({ parts, choice, onChoose }: PartsFieldProps) => {
  const t = useT()
  const helpId = useId()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const rows = inOrder(parts, choice)
  const ids = rows.map(({ id }) => id)
  const off = choice?.off ?? []
  const put = (id: string, before: string | null): void => {
    const others = ids.filter((one) => one !== id)
    const at = before === null ? others.length : others.indexOf(before)
    onChoose({ order: [...others.slice(0, at), id, ...others.slice(at)], off })
  }
  const move = (part: ExportPart, by: -1 | 1): void => {
    const to = ids.indexOf(part.id) + by
    if (to < 0 || to >= ids.length) return
    put(part.id, (by < 0 ? ids[to] : ids[to + 1]) ?? null)
    setSaid(t('reportPlace:parts.moved', { part: part.title, place: to + 1 }))
  }
  const surface = useListSurface({
    list: () => list.current,
    ids: () => ids,
    onDrop: put,
    say: (index) => setSaid(t(`reportPlace:parts.${index === null ? 'back' : 'at'}`, { place: (index ?? 0) + 1 })),
  })
  const shown = ids.filter((id) => !off.includes(id)).length
  const now = choice === null ? t('reportPlace:parts.usual') : t('reportPlace:parts.own', { shown, all: rows.length })
  return (
    <Fold title={t('reportPlace:parts.title')} now={now}>
      <p className="quiet small">{t('reportPlace:parts.intro')}</p>
      <CarryProvider surface={surface} className="report-carry">
        <ol ref={list} className="report-parts">
          {rows.map((part, index) => (
            <Row
              key={part.id}
              part={part}
              place={index + 1}
              count={rows.length}
              shown={!off.includes(part.id)}
              helpId={helpId}
              onShow={() =>
                onChoose({
                  order: ids,
                  off: off.includes(part.id) ? off.filter((one) => one !== part.id) : [...off, part.id],
                })
              }
              onMove={(by) => move(part, by)}
            />
          ))}
        </ol>
        <ListTarget />
      </CarryProvider>
      <p id={helpId} className="visually-hidden">
        {t('reportPlace:parts.help')}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {choice === null ? null : (
        <Button size="small" className="report-reset" onClick={() => onChoose(null)}>
          {t('reportPlace:parts.reset')}
        </Button>
      )}
    </Fold>
  )
}
