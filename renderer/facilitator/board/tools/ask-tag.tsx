import { useEffect, useMemo, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { useTable } from '../../../shared/replica/react'
import { TAG_LENGTH, tagsOf } from '../model/tags'
import { useBoardWork } from '../state/board-context'

/** One tag for all that is chosen. */
export const TagForm = ({ itemIds }: { readonly itemIds: readonly string[] }) => {
  const t = useT()
  const { ui, deeds } = useBoardWork()
  const cards = useTable('card')
  const [tag, setTag] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const known = useMemo(() => tagsOf(cards.values()), [cards])
  const count = deeds.cardsOf(itemIds).length
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const name = tag.trim()
    if (name === '') return
    ui.patch({ ask: null, wantsFocus: true })
    if (!(await deeds.addTag(itemIds, name))) return
    ui.patch({ note: { text: t('board:note.tagged', { count, tag: name }), undoable: true } })
  }
  return (
    <form className="ask-form" onSubmit={(event) => void add(event)}>
      <label className="ask-label" htmlFor="board-tag">
        {t('board:ask.tag', { count })}
      </label>
      <input
        ref={field}
        id="board-tag"
        className="input"
        list="board-tags"
        maxLength={TAG_LENGTH}
        dir="auto"
        value={tag}
        onChange={(event) => setTag(event.target.value)}
      />
      <datalist id="board-tags">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit" kind="primary" unavailable={tag.trim() === '' ? t('board:draft.empty') : undefined}>
        {t('board:ask.tagDo')}
      </Button>
    </form>
  )
}
