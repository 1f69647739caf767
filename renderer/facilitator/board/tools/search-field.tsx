import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import { IconButton } from '../../../shared/look/button'
import { useReplica } from '../../../shared/replica/react'
import { openHit } from '../../app/open-hit'
import { useSearchHits } from '../../app/use-search-hits'
import { foldWords } from '../model/filter'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'

/** Rows of the list; the palette has all. */
const MOST = 8

interface Row {
  readonly key: string
  readonly words: string
  readonly hint: string
  readonly take: () => void
}

/** First the way to see only these cards, then what is on this board, then the rest of the session. */
const useRows = (text: string, done: () => void): readonly Row[] => {
  const t = useT()
  const replica = useReplica()
  const { ui, board } = useBoardWork()
  const hits = useSearchHits(text)
  if (text.trim() === '') return []
  const isHere = (hit: (typeof hits)[number]): boolean =>
    (hit.type === 'card' || hit.type === 'cluster') && replica.view[hit.type].get(hit.id)?.boardId === board.id
  const onlyThese: Row = {
    key: 'only',
    words: t('board:search.only', { words: text.trim() }),
    hint: t('board:filter.tag'),
    take: () => {
      ui.patch({ filter: { ...ui.get().filter, words: foldWords(text) } })
      done()
    },
  }
  const found = [...hits.filter(isHere), ...hits.filter((hit) => !isHere(hit))].slice(0, MOST).map((hit): Row => ({
    key: `${hit.type} ${hit.id}`,
    words: hit.text,
    hint: isHere(hit) ? t('board:search.here') : t(`shell:palette.found.${hit.type}`),
    take: () => {
      done()
      if (isHere(hit)) ui.patch({ active: null })
      openHit(replica, hit)
    },
  }))
  return [...found, onlyThese]
}

const Field = () => {
  const t = useT()
  const id = useId()
  const { ui } = useBoardWork()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const close = (): void => ui.patch({ searching: false, wantsFocus: true })
  const rows = useRows(text, () => ui.patch({ searching: false }))
  const at = Math.min(wanted, Math.max(0, rows.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && rows.length > 0) {
      event.preventDefault()
      setWanted((at + by + rows.length) % rows.length)
    }
    if (event.key === 'Enter' && rows[at] && !event.nativeEvent.isComposing) {
      event.preventDefault()
      rows[at].take()
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <div className="board-search" role="search">
      <IconSearch size={16} stroke={1.75} aria-hidden="true" />
      <input
        ref={field}
        className="input"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={rows.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        aria-label={t('board:search.field')}
        placeholder={t('board:search.field')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setWanted(0)
        }}
        onKeyDown={onKeyDown}
      />
      <IconButton size="small" name={t('common:close')} icon={<IconX size={15} stroke={1.75} />} onClick={close} />
      {rows.length === 0 ? null : (
        <div id={`${id}-list`} className="board-search-list" role="listbox" aria-label={t('board:search.found')}>
          {rows.map((row, index) => (
            // The field keeps the focus and handles the keys; rows only take the pointer.
            <div
              key={row.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className="board-search-row"
              onMouseDown={(event) => event.preventDefault()}
              onClick={row.take}
            >
              <span dir="auto">{row.words}</span>
              <span className="quiet small">{row.hint}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** Finds cards on this board and everything else of the session; Ctrl and F open it. */
export const SearchField = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const open = useUi(ui, (state) => state.searching)
  if (open) return <Field />
  return (
    <IconButton
      size="small"
      name={t('board:search.open')}
      icon={<IconSearch size={17} stroke={1.75} />}
      onClick={() => ui.patch({ searching: true })}
    />
  )
}
