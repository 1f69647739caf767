import { useEffect, useId, useRef } from 'react'
import type { FormEvent, ReactNode, RefObject } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Drawer } from '../app/drawer'
import { endDraft, markDraft } from './drafts'
import type { OutcomeDraft } from './drafts'
import { ProblemNote } from './problem-note'
import { useRefWords } from './refs'

interface FormProps {
  readonly title: string
  readonly mark: ReactNode
  readonly addWords: string
  readonly failure: Failure | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

const useFirstField = (form: RefObject<HTMLFormElement | null>): void => {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>('[data-first]')
    first?.focus({ preventScroll: true })
    first?.select()
    markDraft(false)
  }, [form])
}

/** Mod+Enter adds from every field; the words stay when adding is refused. */
export const DraftForm = ({ title, mark, addWords, failure, onSubmit, children }: FormProps) => {
  const t = useT()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  return (
    <Drawer
      title={title}
      mark={mark}
      onClose={endDraft}
      actions={
        <>
          <Button kind="primary" type="submit" form={id}>
            {addWords}
          </Button>
          <Button onClick={endDraft}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        className="form outcome-form"
        noValidate
        onInput={() => markDraft(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.stopPropagation()
            onSubmit()
          }
        }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <ProblemNote failure={failure} />
        {children}
      </form>
    </Drawer>
  )
}

/** The first words of a new record: those of what it comes from, where they could be its own. */
export const useSuggestion = (draft: OutcomeDraft): string => {
  const { text } = useRefWords()
  if (draft.text !== undefined) return draft.text
  // The words of a card are a start for a task; a vote's question and a decision are not a deed.
  return draft.from === null || draft.from.type === 'vote' || draft.from.type === 'decision'
    ? ''
    : (text(draft.from) ?? '')
}
