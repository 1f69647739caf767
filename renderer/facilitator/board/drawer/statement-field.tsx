import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { useReplica, useRun } from '../../../shared/replica/react'
import { failureText } from '../state/failure-text'
import { Conflict } from './conflict'

const SHOW_LEFT = 200
/** In the drawer; only for how many lines the field has. */
const LETTERS_PER_LINE = 32

interface StatementFieldProps {
  readonly card: Card
  readonly locked: boolean
}

/** What the field holds and began with; null while it only shows the card. */
interface Edit {
  readonly text: string
  readonly was: string
}

/** What is typed, and what became of keeping it. Also keeps it when the field goes away. */
const useStatement = (card: Card) => {
  const t = useT()
  const run = useRun()
  const replica = useReplica()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [conflict, setConflict] = useState(false)
  const gone = useRef(false)

  const drop = (): void => {
    setEdit(null)
    setConflict(false)
    setProblem(null)
  }
  const save = async (words: string, was: string): Promise<void> => {
    if (words.trim() === '') return setProblem(t('board:draft.empty'))
    if (words === was) return setEdit(null)
    const done = await run('card.update', { id: card.id, text: words, was })
    if (gone.current) return undefined
    if (done.ok) {
      setConflict(false)
      setProblem(null)
      return setEdit((now) => (now?.text === words ? null : now))
    }
    if (done.error.code === 'changed-meanwhile') return setConflict(true)
    return setProblem(failureText(t, done.error))
  }
  const leave = useEffectEvent(() => {
    gone.current = true
    if (edit && !conflict && edit.text.trim() !== '') void save(edit.text, edit.was)
  })
  useEffect(() => {
    gone.current = false
    return () => leave()
  }, [])
  return {
    edit,
    problem,
    conflict,
    drop,
    type: (text: string): void => {
      setEdit({ text, was: edit?.was ?? card.text })
      setProblem(null)
    },
    keep: (): void => {
      if (edit && !conflict) void save(edit.text, edit.was)
    },
    /** Over whatever it says now. */
    keepMine: (): void => {
      if (edit) void save(edit.text, replica.view.card.get(card.id)?.text ?? card.text)
    },
  }
}

/**
 * The words of a card, kept when the field is left. Somebody else's change meanwhile is never overwritten: the typed
 * words stay in the field and both are shown.
 */
export const StatementField = ({ card, locked }: StatementFieldProps) => {
  const t = useT()
  const { edit, problem, conflict, drop, type, keep, keepMine } = useStatement(card)
  const text = edit?.text ?? card.text
  const left = LIMITS.statement - text.length
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && edit) {
      event.preventDefault()
      keep()
    }
    if (event.key === 'Escape' && edit) {
      event.preventDefault()
      event.stopPropagation()
      drop()
    }
  }
  return (
    <div className="field">
      <label htmlFor="card-statement">{t('board:drawer.statement')}</label>
      <textarea
        id="card-statement"
        className="input statement-input"
        readOnly={locked || !card.revealed}
        rows={Math.min(14, Math.max(3, Math.ceil(text.length / LETTERS_PER_LINE)))}
        maxLength={LIMITS.statement}
        dir="auto"
        aria-invalid={problem !== null || undefined}
        value={card.revealed ? text : t('board:card.hidden')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
      {left < SHOW_LEFT ? <p className="field-hint">{t('board:draft.left', { count: left })}</p> : null}
      <p className="field-problem" role="status">
        {problem}
      </p>
      {conflict && edit ? <Conflict theirs={card.text} onMine={keepMine} onTheirs={drop} /> : null}
    </div>
  )
}
