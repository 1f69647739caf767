import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { newId } from '../../../shared/lib/new-id'
import { useBoardWork } from '../state/board-context'
import type { Draft } from '../state/board-ui'
import { useUi } from '../state/board-ui'
import { VoiceSelect } from '../tools/voice-select'
import { failureText } from '../state/failure-text'

/** From here on the number of characters left is shown. */
const SHOW_LEFT = 200
/** In a column of the least width; only for how many lines the field has. */
const LETTERS_PER_LINE = 20

interface DraftCardProps {
  readonly draft: Draft
}

/** The words typed so far and what becomes of them. */
const useDraftWords = (draft: Draft) => {
  const t = useT()
  const { ui, deeds } = useBoardWork()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [draft.zone])

  const type = (next: string): void => {
    setText(next)
    setProblem(null)
  }
  const close = (): void => ui.patch({ draft: null, wantsFocus: ui.get().active !== null })
  const keep = async (): Promise<void> => {
    const words = text.trim()
    if (words === '') return setProblem(t('board:draft.empty'))
    const id = newId()
    const { lastVoice, spoken } = ui.get()
    type('')
    field.current?.focus({ preventScroll: true })
    // A wish for the focus that nobody took (the button that opened this field is gone) must not carry it off now.
    ui.patch({ active: id, wantsFocus: false })
    const fresh = { text: words, zone: draft.zone, before: draft.before, voiceId: lastVoice, spoken }
    const reply = await deeds.add(fresh, id)
    if (reply.ok) return undefined
    // The words come back into the field, unless the next card has been begun.
    setText((now) => (now === '' ? words : now))
    return setProblem(failureText(t, reply.error))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void keep()
    }
  }
  return { field, text, type, problem, close, keep, onKeyDown }
}

const rowsFor = (text: string): number =>
  Math.min(8, Math.max(2, text.split('\n').length, Math.ceil(text.length / LETTERS_PER_LINE)))

const WhoseWords = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const voice = useUi(ui, (state) => state.lastVoice)
  const spoken = useUi(ui, (state) => state.spoken)
  return (
    <>
      <VoiceSelect value={voice} onChange={(lastVoice) => ui.patch({ lastVoice })} small />
      <label className="tick small">
        <input type="checkbox" checked={spoken} onChange={(event) => ui.patch({ spoken: event.target.checked })} />
        {t('board:draft.spoken')}
      </label>
    </>
  )
}

/** The field for new cards: Enter keeps one and begins the next, Shift+Enter makes a line, Esc ends. */
export const DraftCard = ({ draft }: DraftCardProps) => {
  const t = useT()
  const { ui, zoneName } = useBoardWork()
  const { field, text, type, problem, close, keep, onKeyDown } = useDraftWords(draft)
  const ids = useId()
  const left = LIMITS.statement - text.length
  return (
    <div
      className="draft-card ring-outside"
      role="group"
      aria-label={t('board:draft.name', { zone: zoneName(draft.zone) })}
    >
      <textarea
        ref={field}
        className="draft-text ring-inside"
        aria-label={t('board:draft.statement')}
        aria-describedby={`${ids}-keys ${ids}-problem`}
        aria-invalid={problem !== null || undefined}
        placeholder={t('board:draft.placeholder')}
        rows={rowsFor(text)}
        maxLength={LIMITS.statement}
        dir="auto"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {left < SHOW_LEFT ? <p className="draft-left">{t('board:draft.left', { count: left })}</p> : null}
      <p id={`${ids}-problem`} className="field-problem" role="status">
        {problem}
      </p>
      <WhoseWords />
      <div className="draft-foot">
        <Button size="small" kind="primary" onClick={() => void keep()}>
          {t('board:draft.keep')}
        </Button>
        <Button size="small" onClick={close}>
          {t('board:draft.done')}
        </Button>
        <button type="button" className="btn btn-link small" onClick={() => ui.patch({ draft: null, pasting: '' })}>
          {t('board:empty.paste')}
        </button>
      </div>
      <p id={`${ids}-keys`} className="visually-hidden">
        {t('board:draft.keys')}
      </p>
    </div>
  )
}
