/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Axis } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import type { Step } from '@core/model/step'
import { isLocked, stepSecondsLeft } from '@core/rules/step-clock'
import { useLabel, useNow, usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { SentScreen } from './sent'
import { Also } from '../parts/also'

/** From here on the count speaks up. */
const NEARLY = 100

/** One question, one thought. The words are kept as they are typed. */
export const WriteScreen = ({ step }: { readonly step: Step }) => {
  const { phone, say } = usePage()
  const t = useWords()
  const label = useLabel()
  const [sentId, setSentId] = useState<string | null>(null)
  const { text, entryIds } = phone.mine.draft
  const words = text.trim()
  const locked = isLocked(step, useNow(1_000, step.lockAtEnd === true))
  const over = text.length - LIMITS.statement
  const board = step.boardId === undefined ? undefined : phone.view?.board.get(step.boardId)
  // On a board of rounds the session says which round it is: nobody is asked.
  const axes = board === undefined || board.layout === 'rounds' ? [] : board.axes
  const places = axes.map((axis) => axis.entries.find((entry) => entryIds.includes(entry.id))?.id ?? null)
  const chosen = (of: readonly (string | null)[]): string[] => of.filter((id) => id !== null)

  if (sentId !== null) return <SentScreen cardId={sentId} step={step} onAnother={() => setSentId(null)} />

  const missing = locked
    ? t('write.locked')
    : words === ''
      ? t('write.empty')
      : over > 0
        ? t('write.over', { count: over })
        : null
  return (
    <Frame
      title={label(step.question ?? step.label)}
      lead={t('write.lead')}
      note={<StepTime step={step} />}
      foot={
        <Deed missing={missing} onMissing={say} onClick={() => setSentId(phone.sendCard(words, chosen(places)))}>
          {t('write.send')} <Icon name="send" />
        </Deed>
      }
    >
      <div class="write">
        <label class="visually-hidden" for="words">
          {t('write.label')}
        </label>
        <textarea
          id="words"
          class="words"
          dir="auto"
          rows={4}
          autocomplete="off"
          placeholder={t('write.placeholder')}
          aria-describedby="words-count"
          aria-invalid={over > 0}
          value={text}
          onInput={(event) => phone.write({ text: event.currentTarget.value })}
        />
        <div class="write-under">
          <span class="small quiet">{t('write.noName')}</span>
          <WordCount used={text.length} />
        </div>
        {step.contribute === 'alone' ? <p class="small quiet">{t('write.alone')}</p> : null}
      </div>
      {axes.map((axis, index) =>
        // The second question only comes to those who answered the first.
        index > 0 && places[0] === null ? null : (
          <Places
            key={axis.id}
            title={index === 0 ? t('write.where') : label(axis.label)}
            axis={axis}
            chosen={places[index] ?? null}
            onChoose={(id) =>
              phone.write({ entryIds: index === 0 && id === null ? [] : chosen(places.with(index, id)) })
            }
          />
        ),
      )}
      <Also step={step} />
    </Frame>
  )
}

/** Counts as typed, warns near the limit, cuts nothing off. */
const WordCount = ({ used }: { readonly used: number }) => {
  const t = useWords()
  const left = LIMITS.statement - used
  const words =
    left < 0
      ? t('write.over', { count: -left })
      : left <= NEARLY
        ? t('write.nearly', { count: left })
        : t('write.count', { used, most: LIMITS.statement })
  return (
    <span
      id="words-count"
      class={left < 0 ? 'problem' : left <= NEARLY ? 'small warn' : 'small quiet'}
      role={left <= NEARLY ? 'status' : undefined}
    >
      {words}
    </span>
  )
}

type PlacesProps = {
  readonly title: string
  readonly axis: Axis
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const Places = ({ title, axis, chosen, onChoose }: PlacesProps) => {
  const t = useWords()
  const label = useLabel()
  return (
    <fieldset class="places">
      <legend>
        {title} <span class="quiet">{t('write.ifYouLike')}</span>
      </legend>
      <div class="place-chips">
        {axis.entries.map((entry) => (
          <button
            key={entry.id}
            type="button"
            class="place"
            aria-pressed={entry.id === chosen}
            onClick={() => onChoose(entry.id === chosen ? null : entry.id)}
          >
            {entry.id === chosen ? <Icon name="check" size={18} /> : null}
            <span dir="auto">{label(entry.label)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

const StepTime = ({ step }: { readonly step: Step }) => {
  const t = useWords()
  const timed = stepSecondsLeft(step, 0) !== null
  const now = useNow(5_000, timed)
  const left = stepSecondsLeft(step, now)
  if (left === null) return null
  return (
    <p class="foot-line">
      <Icon name="clock" size={18} />
      {left > 0
        ? t('write.time', { count: Math.ceil(left / 60) })
        : t(step.lockAtEnd ? 'write.locked' : 'write.timeUp')}
    </p>
  )
}
