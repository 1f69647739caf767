import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { runningStep } from '@core/commands/running-step'
import { LIMITS } from '@core/model/limits'
import type { Chain } from '@core/rules/chain'
import { statementToAnswer } from '@core/rules/chain'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { useReplica, useRun } from '../../shared/replica/react'
import { useLoose } from '../../shared/replica/use-dialogue'
import { useChosenGroup } from '../app/group-choice'
import { failureText } from '../board/state/failure-text'
import { VoiceSelect } from '../board/tools/voice-select'
import { answerPlace, roundsBoard } from './answer-place'
import { useDialogueWork } from './dialogue-work'

/** Characters of a card in the list of what was said already. */
const SHOWN = 90

/** Keeps an answer as a card in the column of its round; a session without such a board gets one first. */
const useKeep = (chain: Chain, round: number) => {
  const run = useRun()
  const replica = useReplica()
  const groupId = useChosenGroup()?.id
  return async (text: string, voiceId: string | null, spoken: boolean) => {
    let place = answerPlace(replica.view, round)
    if (!place) {
      const made = await run('board.add', roundsBoard(replica.view, { board: newId(), axis: newId() }))
      if (!made.ok) return made
      place = answerPlace(replica.view, round)
    }
    const stepId = runningStep(replica.view, groupId)?.id
    return await run('statement.answer', {
      statementId: statementToAnswer(chain, round),
      cardId: newId(),
      linkId: newId(),
      boardId: place?.boardId ?? '',
      zone: place?.zone ?? [],
      text,
      voiceId,
      spoken,
      ...(stepId === undefined ? {} : { stepId }),
    })
  }
}

/** What came by phone or on paper lies on the board already: it only has to be put to its statement. */
const PutHere = ({
  chain,
  round,
  onProblem,
}: {
  readonly chain: Chain
  readonly round: number
  readonly onProblem: (words: string) => void
}) => {
  const t = useT()
  const run = useRun()
  const { endAnswer } = useDialogueWork()
  const loose = useLoose(round)
  if (loose.length === 0) return null
  const put = async (cardId: string): Promise<void> => {
    const to = statementToAnswer(chain, round)
    const done = await run('link.add', { id: newId(), kind: 'answers', from: cardId, to })
    if (done.ok) endAnswer()
    else onProblem(failureText(t, done.error))
  }
  return (
    <select
      className="input"
      aria-label={t('dialogue:answer.put')}
      value=""
      onChange={(event) => void put(event.target.value)}
    >
      <option value="">{t('dialogue:answer.putOne', { count: loose.length })}</option>
      {loose.map((card) => (
        <option key={card.id} value={card.id}>
          {card.text.slice(0, SHOWN)}
        </option>
      ))}
    </select>
  )
}

/** Writes down what a round answers to a statement: Enter keeps it, Shift+Enter makes a line, Esc ends. */
export const AnswerForm = ({ chain, round }: { readonly chain: Chain; readonly round: number }) => {
  const t = useT()
  const { dialogue, roundName, endAnswer } = useDialogueWork()
  const keepIt = useKeep(chain, round)
  const speaking = dialogue.rounds[round - 1]?.voices ?? []
  const [text, setText] = useState('')
  const [voiceId, setVoiceId] = useState<string | null>(speaking.length === 1 ? (speaking[0]?.id ?? null) : null)
  const [spoken, setSpoken] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const ids = useId()
  useEffect(() => field.current?.focus(), [])
  const keep = async (): Promise<void> => {
    if (text.trim() === '') return setProblem(t('board:draft.empty'))
    const done = await keepIt(text, voiceId, spoken)
    return done.ok ? endAnswer() : setProblem(failureText(t, done.error))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      endAnswer()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void keep()
    }
  }
  return (
    <div className="answer-form" role="group" aria-label={t('dialogue:answer.name', { round: roundName(round) })}>
      <textarea
        ref={field}
        className="input"
        rows={3}
        maxLength={LIMITS.statement}
        dir="auto"
        aria-label={t('dialogue:answer.words')}
        aria-describedby={`${ids}-problem`}
        aria-invalid={problem !== null || undefined}
        placeholder={t('dialogue:answer.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${ids}-problem`} className="field-problem" role="status">
        {problem}
      </p>
      <PutHere chain={chain} round={round} onProblem={setProblem} />
      <VoiceSelect value={voiceId} onChange={setVoiceId} small />
      <label className="tick small">
        <input type="checkbox" checked={spoken} onChange={(event) => setSpoken(event.target.checked)} />
        {t('board:draft.spoken')}
      </label>
      <div className="actions">
        <Button size="small" kind="primary" onClick={() => void keep()}>
          {t('dialogue:answer.keep')}
        </Button>
        <Button size="small" onClick={endAnswer}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
