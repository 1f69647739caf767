import type { KeyboardEvent, RefObject } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import type { Entry } from './use-entry'
import type { Pass } from './slip-number'
import { typedNumber } from './slip-number'

interface EntryNumberProps {
  readonly entry: Entry
  readonly pass: Pass
  readonly field: RefObject<HTMLInputElement | null>
  readonly onNext: () => void
}

/** What is wrong with the number, in words, and the ways out of it. Nothing that was typed is lost. */
const NumberProblem = ({ entry, pass, onNext }: Omit<EntryNumberProps, 'field'>) => {
  const t = useT()
  const { numberFailure: why } = entry
  if (why === null) return null
  const number = typedNumber(entry.typed.number) ?? Number(why.params?.['number'] ?? 0)
  const again = (): void => {
    entry.change({ replace: true })
    if (entry.checkNumber(true)) onNext()
  }
  return (
    <div id="slip-problem" className="notice notice-bad" role="alert">
      <p>
        <b>{t(`paper:refused.${why.code}.what`, { ...why.params })}</b> {t(`paper:refused.${why.code}.do`)}
      </p>
      {why.code === 'already-entered' ? (
        <div className="actions">
          <Button size="small" onClick={again}>
            {t('paper:entry.again')}
          </Button>
          {pass === 'first' ? (
            <Button size="small" kind="danger" onClick={() => void entry.takeOut(number)}>
              {t('paper:entry.takeOut')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

/** The first field of a slip: its number, or the code under it. */
export const EntryNumber = ({ entry, pass, field, onNext }: EntryNumberProps) => {
  const t = useT()
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    if (entry.checkNumber(entry.typed.replace)) onNext()
  }
  return (
    <div className="slip-number">
      <label htmlFor="slip-number">{t('paper:entry.number')}</label>
      <input
        ref={field}
        id="slip-number"
        className="input"
        autoComplete="off"
        maxLength={12}
        value={entry.typed.number}
        readOnly={pass === 'fix'}
        aria-invalid={entry.numberFailure !== null || undefined}
        aria-describedby={entry.numberFailure === null ? undefined : 'slip-problem'}
        onChange={(event) => entry.change({ number: event.target.value, replace: false })}
        onKeyDown={onKey}
      />
      <NumberProblem entry={entry} pass={pass} onNext={onNext} />
    </div>
  )
}
