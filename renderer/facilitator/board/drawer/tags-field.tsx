import { IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { useReplica, useRun } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'
import { TAG_LENGTH, tagsOf } from '../model/tags'
import { useBoardWork } from '../state/board-context'

interface FormProps {
  readonly label: string
  readonly begin: string
  readonly known: readonly string[]
  readonly onDone: (tag: string) => void
}

/** A field for a tag; leaving it keeps what is in it, Esc does not. */
const TagForm = ({ label, begin, known, onDone }: FormProps) => {
  const [text, setText] = useState(begin)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    onDone(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onDone('')
  }
  return (
    <form className="tag-form" onSubmit={keep}>
      <input
        ref={field}
        className="input"
        list="known-tags"
        maxLength={TAG_LENGTH}
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </form>
  )
}

interface TagProps {
  readonly tag: string
  readonly locked: boolean
  readonly known: readonly string[]
  readonly onOff: () => void
}

const Tag = ({ tag, locked, known, onOff }: TagProps) => {
  const t = useT()
  const run = useRun()
  const { ui } = useBoardWork()
  const [renaming, setRenaming] = useState(false)
  const rename = async (to: string): Promise<void> => {
    setRenaming(false)
    if (to === '' || to === tag) return
    const done = await run('tag.rename', { from: tag, to })
    if (!done.ok) return reportFailure(done.error)
    return ui.patch({ note: { text: t('board:note.tagRenamed', { tag: to }), undoable: true } })
  }
  if (renaming) {
    return (
      <TagForm
        label={t('board:drawer.tagRename', { tag })}
        begin={tag}
        known={known}
        onDone={(to) => void rename(to)}
      />
    )
  }
  return (
    <span className="tag">
      {tag}
      {locked ? null : (
        <>
          <IconButton
            size="small"
            className="tag-off"
            name={t('board:drawer.tagRename', { tag })}
            icon={<IconPencil size={13} stroke={1.75} />}
            onClick={() => setRenaming(true)}
          />
          <IconButton
            size="small"
            className="tag-off"
            name={t('board:drawer.tagOff', { tag })}
            icon={<IconX size={13} stroke={2} />}
            onClick={onOff}
          />
        </>
      )}
    </span>
  )
}

/** What a card is about, in people's own words; the same tag on many cards is renamed everywhere at once. */
export const TagsField = ({ card, locked }: { readonly card: Card; readonly locked: boolean }) => {
  const t = useT()
  const run = useRun()
  const replica = useReplica()
  const [adding, setAdding] = useState(false)
  const tags = card.tags ?? []
  const known = adding ? tagsOf(replica.view.card.values()) : []
  const set = async (next: readonly string[]): Promise<void> => {
    const done = await run('card.update', { id: card.id, tags: [...next] })
    if (!done.ok) reportFailure(done.error)
  }
  const add = (tag: string): void => {
    setAdding(false)
    if (tag !== '' && !tags.includes(tag)) void set([...tags, tag])
  }
  return (
    <div className="field" role="group" aria-label={t('board:drawer.tags')}>
      <span className="field-label">{t('board:drawer.tags')}</span>
      <div className="tag-row">
        {tags.map((tag) => (
          <Tag
            key={tag}
            tag={tag}
            locked={locked}
            known={known}
            onOff={() => void set(tags.filter((other) => other !== tag))}
          />
        ))}
        {locked || tags.length >= LIMITS.tags ? null : adding ? (
          <TagForm label={t('board:drawer.tagName')} begin="" known={known} onDone={add} />
        ) : (
          <Button
            size="small"
            icon={<IconPlus size={14} stroke={1.9} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('board:drawer.tag')}
          </Button>
        )}
      </div>
    </div>
  )
}
