import { useEffect, useRef } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Vote } from '@core/model/vote'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { KeyCap } from '../../shared/look/key-cap'
import { useTable } from '../../shared/replica/react'
import { EntryCells } from './entry-cells'
import type { Move } from './entry-cells'
import { givenOf } from './entry-model'
import { EntryNumber } from './entry-number'
import { EntryVoice } from './entry-voice'
import { MarksProblem } from './marks-problem'
import type { Pass } from './slip-number'
import type { Entry } from './use-entry'

interface EntryFormProps {
  readonly vote: Vote
  readonly entry: Entry
  readonly pass: Pass
  readonly onSaved?: () => void
}

type Places = {
  readonly number: RefObject<HTMLInputElement | null>
  readonly voice: RefObject<HTMLFieldSetElement | null>
  readonly cells: RefObject<(HTMLInputElement | null)[]>
  readonly reason: RefObject<HTMLTextAreaElement | null>
  readonly save: RefObject<HTMLButtonElement | null>
}

const focusVoice = (group: HTMLFieldSetElement | null): void => {
  const radios = [...(group?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const place = radios.find((radio) => radio.checked) ?? radios[0]
  place?.focus()
}

/** Which field comes after which; the order of the paper. */
const useWay = (entry: Entry, places: Places) => {
  const hasVoices = useTable('voice').size > 0
  const { number, voice, cells, reason, save } = places
  const toMarks = (): void => {
    const target = entry.typed.kind === 'ballot' ? (cells.current[0] ?? save.current) : save.current
    target?.focus()
  }
  return {
    afterNumber: (): void => (hasVoices ? focusVoice(voice.current) : toMarks()),
    afterVoice: toMarks,
    toNumber: (): void => {
      number.current?.focus()
      number.current?.select()
    },
    move: (from: number, way: Move): void => {
      if (way === 'save') return save.current?.focus()
      const target = cells.current[from + (way === 'next' ? 1 : -1)]
      if (target) return target.focus()
      if (way === 'back') return hasVoices ? focusVoice(voice.current) : number.current?.focus()
      return (reason.current ?? save.current)?.focus()
    },
  }
}

/** What is asked beside the marks of a consent vote, once somebody stands aside or objects. */
const Reason = ({ entry, field }: { readonly entry: Entry; readonly field: Places['reason'] }) => {
  const t = useT()
  return (
    <div className="field slip-reason">
      <label htmlFor="slip-reason">{t('paper:entry.reason')}</label>
      <textarea
        ref={field}
        id="slip-reason"
        className="input"
        rows={2}
        maxLength={LIMITS.statement}
        value={entry.typed.reason}
        onChange={(event) => entry.change({ reason: event.target.value })}
      />
    </div>
  )
}

const Given = ({ vote, entry }: { readonly vote: Vote; readonly entry: Entry }) => {
  const t = useT()
  const given = givenOf(vote, entry.typed)
  if (given === null || entry.typed.kind !== 'ballot') return null
  return (
    <span className={given.given > given.most ? 'slip-given over' : 'slip-given'}>
      {t('paper:entry.given', { given: given.given, most: given.most })}
    </span>
  )
}

const KindButtons = ({ entry, onChosen }: { readonly entry: Entry; readonly onChosen: () => void }) => {
  const t = useT()
  const set = (kind: 'blank' | 'invalid'): void => {
    entry.change({ kind: entry.typed.kind === kind ? 'ballot' : kind })
    onChosen()
  }
  return (
    <>
      <Button pressed={entry.typed.kind === 'blank'} iconAfter={<KeyCap keys={['B']} />} onClick={() => set('blank')}>
        {t('paper:entry.blank')}
      </Button>
      <Button
        pressed={entry.typed.kind === 'invalid'}
        iconAfter={<KeyCap keys={['X']} />}
        onClick={() => set('invalid')}
      >
        {t('paper:entry.invalid')}
      </Button>
    </>
  )
}

/** The cursor goes to what was refused. */
const useRefusedFocus = ({ numberFailure, problem }: Entry, { number, cells }: Places): void => {
  useEffect(() => {
    if (numberFailure) number.current?.focus()
  }, [numberFailure, number])
  useEffect(() => {
    if (problem) (cells.current[problem.at ?? 0] ?? null)?.focus()
  }, [problem, cells])
}

const usePlaces = (): Places => ({
  number: useRef<HTMLInputElement>(null),
  voice: useRef<HTMLFieldSetElement>(null),
  cells: useRef<(HTMLInputElement | null)[]>([]),
  reason: useRef<HTMLTextAreaElement>(null),
  save: useRef<HTMLButtonElement>(null),
})

/** A slip on the screen as it lies on the table: typed from the top down, or with the mouse where it is quicker. */
export const EntryForm = ({ vote, entry, pass, onSaved }: EntryFormProps) => {
  const t = useT()
  const places = usePlaces()
  const way = useWay(entry, places)
  const register = (at: number, node: HTMLInputElement | null): void => {
    places.cells.current[at] = node
  }
  useRefusedFocus(entry, places)
  useEffect(() => {
    if (pass === 'fix') way.afterNumber()
    else places.number.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only when the form appears
  }, [])
  const save = async (): Promise<void> => {
    const { sent, accepted } = entry.save()
    if (sent) way.toNumber()
    if (await accepted) onSaved?.()
  }
  const toKind = (kind: 'blank' | 'invalid'): void => {
    entry.change({ kind: entry.typed.kind === kind ? 'ballot' : kind })
    places.save.current?.focus()
  }
  const onKey = (event: KeyboardEvent<HTMLFormElement>): void => {
    const { target, key } = event
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // Elsewhere a single figure leads to another step: here one too many must not.
    if (key.length === 1) event.stopPropagation()
    if (target === places.number.current || target === places.reason.current) return
    const kind = key.toLowerCase() === 'b' ? 'blank' : key.toLowerCase() === 'x' ? 'invalid' : null
    if (kind === null) return
    event.preventDefault()
    toKind(kind)
  }
  const asksReason = vote.method.name === 'consent' && entry.typed.cells.some((cell) => cell === '2' || cell === '3')
  return (
    <form
      className="slip-sheet"
      aria-label={t('paper:entry.slip')}
      onKeyDown={onKey}
      onSubmit={(event) => event.preventDefault()}
    >
      <EntryNumber entry={entry} pass={pass} field={places.number} onNext={way.afterNumber} />
      <EntryVoice entry={entry} group={places.voice} onNext={way.afterVoice} onBack={way.toNumber} />
      <EntryCells vote={vote} entry={entry} register={register} onMove={way.move} />
      {asksReason ? <Reason entry={entry} field={places.reason} /> : null}
      <MarksProblem entry={entry} onInvalid={() => toKind('invalid')} />
      {entry.typed.kind === 'ballot' ? null : (
        <p className="notice notice-warn" role="status">
          {t(`paper:entry.as.${entry.typed.kind}`)}
        </p>
      )}
      <div className="slip-deeds actions">
        <KindButtons entry={entry} onChosen={() => places.save.current?.focus()} />
        <Given vote={vote} entry={entry} />
        <Button ref={places.save} kind="primary" size="large" onClick={() => void save()}>
          {t(entry.typed.replace ? 'paper:entry.saveChange' : 'paper:entry.save')}
        </Button>
      </div>
    </form>
  )
}
