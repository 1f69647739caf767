import { Modal } from '@mantine/core'
import {
  IconArrowRight,
  IconChartDots3,
  IconChecklist,
  IconGavel,
  IconHelpHexagon,
  IconNote,
  IconPlayerPlay,
  IconSearch,
} from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { KeyCap } from '../../shared/look/key-cap'
import { runAction } from '../app/actions'
import { keyCaps } from '../app/shortcuts'
import type { PaletteEntry } from './entries'
import { piecesOf } from './rank'
import { useEntries } from './use-entries'
import './palette.css'

const CLASSES = { overlay: 'dialog-veil', content: 'dialog-sheet palette' }
const MOST_SHOWN = 40

const FOUND_ICONS: Readonly<Record<string, typeof IconNote>> = {
  card: IconNote,
  cluster: IconNote,
  decision: IconGavel,
  task: IconChecklist,
  vote: IconChartDots3,
  question: IconHelpHexagon,
}

const iconOf = (entry: PaletteEntry): ReactNode => {
  const Icon =
    entry.kind === 'do' ? IconPlayerPlay : entry.kind === 'go' ? IconArrowRight : (FOUND_ICONS[entry.type] ?? IconNote)
  return <Icon size={19} stroke={1.75} aria-hidden="true" />
}

/** A deed may open a dialog of its own: the palette is gone before. */
const take = (entry: PaletteEntry, onClose: () => void): void => {
  onClose()
  if (entry.kind === 'do') runAction(entry.action)
  else entry.go()
}

interface OptionProps {
  readonly entry: PaletteEntry
  readonly id: string
  readonly chosen: boolean
  readonly search: string
  readonly onTake: () => void
  readonly onHover: () => void
}

const Option = ({ entry, id, chosen, search, onTake, onHover }: OptionProps) => {
  const t = useT()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const keys = entry.kind === 'found' ? undefined : entry.keys
  return (
    // The field keeps the focus and handles the keys; rows only take the pointer.
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      className="palette-row"
      onMouseMove={onHover}
      onClick={onTake}
    >
      {iconOf(entry)}
      <span className="palette-words">
        {piecesOf(entry.words, search).map((piece) =>
          piece.hit ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
        )}
        {entry.hint === undefined ? null : <span className="palette-hint">{entry.hint}</span>}
      </span>
      {keys === undefined ? null : <KeyCap keys={keyCaps(keys, (key) => t(`shell:keys.${key}`))} />}
    </div>
  )
}

/** Groups stand in the order of their first row. */
const kindsOf = (entries: readonly PaletteEntry[]): readonly PaletteEntry['kind'][] => [
  ...new Set(entries.map(({ kind }) => kind)),
]

interface ListProps {
  readonly id: string
  readonly entries: readonly PaletteEntry[]
  readonly chosen: number
  readonly search: string
  readonly onChoose: (index: number) => void
  readonly onTake: (entry: PaletteEntry) => void
}

const List = ({ id, entries, chosen, search, onChoose, onTake }: ListProps) => {
  const t = useT()
  return (
    <div id={id} className="palette-list" role="listbox" aria-label={t('shell:palette.list')}>
      {entries.length === 0 ? <p className="palette-none">{t('shell:palette.none')}</p> : null}
      {kindsOf(entries).map((kind) => {
        const rows = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.kind === kind)
        if (rows.length === 0) return null
        return (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p id={`${id}-${kind}`} className="palette-group">
              {kind === 'found' ? t('shell:palette.foundTitle') : t(`shell:palette.${kind}`)}
            </p>
            {rows.map(({ entry, index }) => (
              <Option
                key={`${kind}-${entry.key}`}
                id={`${id}-${index}`}
                entry={entry}
                chosen={index === chosen}
                search={search}
                onTake={() => onTake(entry)}
                onHover={() => onChoose(index)}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** Everything by its name: deeds, places, findings. One field, arrows, Enter. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const id = useId()
  const [search, setSearch] = useState('')
  const [wanted, setWanted] = useState(0)
  const all = useEntries(search)
  const entries = all.slice(0, MOST_SHOWN)
  const chosen = Math.min(wanted, Math.max(0, entries.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && entries.length > 0) {
      event.preventDefault()
      setWanted((chosen + by + entries.length) % entries.length)
    }
    const entry = entries[chosen]
    if (event.key === 'Enter' && entry !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      take(entry, onClose)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} size="40rem" yOffset="12vh" lockScroll={false} classNames={CLASSES}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('actions:view.palette')}>
        <div className="palette-head ring-outside">
          <IconSearch size={22} stroke={1.75} aria-hidden="true" />
          <input
            className="palette-field ring-inside"
            data-autofocus
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length === 0 ? undefined : `${id}-list-${chosen}`}
            aria-label={t('shell:palette.field')}
            placeholder={t('shell:palette.field')}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value)
              setWanted(0)
            }}
            onKeyDown={onKeyDown}
          />
          <KeyCap keys={[t('shell:keys.esc')]} />
        </div>
        <List
          id={`${id}-list`}
          entries={entries}
          chosen={chosen}
          search={search}
          onChoose={setWanted}
          onTake={(entry) => take(entry, onClose)}
        />
        <div className="palette-foot">
          <span>
            <KeyCap keys={['↑']} /> <KeyCap keys={['↓']} /> {t('shell:palette.choose')}
          </span>
          <span>
            <KeyCap keys={[t('shell:keys.enter')]} /> {t('shell:palette.take')}
          </span>
          <span className="palette-count" role="status">
            {t('shell:palette.count', { shown: entries.length, count: all.length })}
          </span>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}
