import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { useRun } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'

/** The longest tag, in letters. */
const TAG_LENGTH = 60

export const TagsField = ({
  card,
  known,
  locked,
}: {
  readonly card: Card
  readonly known: readonly string[]
  readonly locked: boolean
}) => {
  const t = useT()
  const run = useRun()
  const [adding, setAdding] = useState<string | null>(null)
  const tags = card.tags ?? []
  const set = async (next: readonly string[]): Promise<void> => {
    const done = await run('card.update', { id: card.id, tags: [...next] })
    if (!done.ok) reportFailure(done.error)
  }
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const tag = (adding ?? '').trim()
    setAdding(null)
    if (tag !== '' && !tags.includes(tag)) void set([...tags, tag])
  }
  return (
    <div className="field" role="group" aria-label={t('board:drawer.tags')}>
      <span className="field-label">{t('board:drawer.tags')}</span>
      <div className="tag-row">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
            {locked ? null : (
              <IconButton
                size="small"
                className="tag-off"
                name={t('board:drawer.tagOff', { tag })}
                icon={<IconX size={13} stroke={2} />}
                onClick={() => void set(tags.filter((other) => other !== tag))}
              />
            )}
          </span>
        ))}
        {locked || tags.length >= LIMITS.tags ? null : adding === null ? (
          <Button
            size="small"
            icon={<IconPlus size={14} stroke={1.9} aria-hidden="true" />}
            onClick={() => setAdding('')}
          >
            {t('board:drawer.tag')}
          </Button>
        ) : (
          <form className="tag-form" onSubmit={add}>
            <input
              // The reader asked for this field a moment ago.
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens where the focus is
              autoFocus
              className="input"
              list="known-tags"
              maxLength={TAG_LENGTH}
              aria-label={t('board:drawer.tagName')}
              value={adding}
              onChange={(event) => setAdding(event.target.value)}
              onBlur={add}
            />
            <datalist id="known-tags">
              {known.map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
          </form>
        )}
      </div>
    </div>
  )
}
