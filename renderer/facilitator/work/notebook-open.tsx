import { IconKey, IconNotebook } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newNotebookCode } from '../../shared/lib/notebook-code'
import { Button } from '../../shared/look/button'
import { ProblemNote } from '../outcomes/problem-note'

interface OpenFormProps {
  readonly failure: Failure | null
  readonly onOpen: (code: string) => void
}

const LEAST = 4

/** A code made here is on the screen until its owner says that it is written down, and nowhere else. */
const FreshCode = ({ code, onNoted }: { readonly code: string; readonly onNoted: () => void }) => {
  const t = useT()
  return (
    <div className="notebook-fresh">
      <h3>{t('work:notebook.yourCode')}</h3>
      <p className="notebook-code">{code}</p>
      <p className="field-hint">{t('work:notebook.yourCodeHint')}</p>
      <div>
        <Button kind="primary" onClick={onNoted}>
          {t('work:notebook.noted')}
        </Button>
      </div>
    </div>
  )
}

/** The way into a notebook: its owner's code, or a new one. */
export const OpenForm = ({ failure, onOpen }: OpenFormProps) => {
  const t = useT()
  const id = useId()
  const [code, setCode] = useState('')
  const [fresh, setFresh] = useState<string | null>(null)
  if (fresh !== null) return <FreshCode code={fresh} onNoted={() => onOpen(fresh)} />
  const open = (event: FormEvent): void => {
    event.preventDefault()
    if (code.trim().length < LEAST) return
    onOpen(code)
    // Whatever comes of it: the code does not stay on the screen.
    setCode('')
  }
  return (
    <form className="form notebook-form" autoComplete="off" onSubmit={open}>
      <ProblemNote failure={failure} />
      <div className="field">
        <label htmlFor={id}>{t('work:notebook.code')}</label>
        <input
          id={id}
          className="input notebook-code-input"
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className="field-hint">
          {t('work:notebook.codeHint')}
        </p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          type="submit"
          icon={<IconNotebook size={17} stroke={1.75} />}
          {...(code.trim().length < LEAST ? { unavailable: t('work:notebook.tooShort') } : {})}
        >
          {t('work:notebook.openButton')}
        </Button>
        <Button icon={<IconKey size={17} stroke={1.75} />} onClick={() => setFresh(newNotebookCode())}>
          {t('work:notebook.newCode')}
        </Button>
      </div>
    </form>
  )
}
