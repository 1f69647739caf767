import { IconAlertTriangle, IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Vote } from '@core/model/vote'
import type { Failure } from '@core/protocol/failures'
import { STANCES } from '@core/text/ballot-words'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useRun } from '../../shared/replica/react'
import { Dialog } from '../app/dialog'
import { voiceSlot } from '../app/voice-slot'
import { ProblemNote } from '../outcomes/problem-note'
import { handsFor, handsIn, peopleOf, saidPeople, stancesOf, tooManyHands } from './hands-model'
import type { HandsCell, HandsVoice } from './hands-model'
import { HandsStepper } from './hands-stepper'
import './hands.css'

interface HandsRowView {
  readonly voiceId: HandsVoice
  readonly name: string
  readonly look: ReturnType<typeof voiceSlot> | null
  readonly present: number
}

/** One row a voice, and one for those who speak for none. */
const useRows = (): readonly HandsRowView[] => {
  const t = useT()
  const voices = useOrdered('voice').map((voice) => ({
    voiceId: voice.id,
    name: labelText(t, voice.label),
    look: voiceSlot(voice),
    present: voice.present,
  }))
  return [...voices, { voiceId: null, name: t('vote:hands.noVoice'), look: null, present: 0 }]
}

interface PartProps {
  readonly vote: Vote
  readonly rows: readonly HandsRowView[]
  readonly onCount: (cell: HandsCell, count: number) => void
}

const Voice = ({ row }: { readonly row: HandsRowView }) => {
  const t = useT()
  return (
    <>
      {row.look === null ? <span className="hands-no-mark" /> : <VoiceMark voice={row.look} size={16} />}
      <span className="hands-voice" dir="auto">
        {row.name}
        {row.voiceId === null ? null : (
          <span className="quiet small"> {t('vote:hands.here', { count: row.present })}</span>
        )}
      </span>
    </>
  )
}

/** The hands for one option, by voice; of consent for each of the three answers. */
const OptionHands = ({ vote, rows, onCount, optionId }: PartProps & { readonly optionId: string }) => {
  const t = useT()
  const stances = stancesOf(vote)
  const isConsent = stances.length > 1
  const stanceName = (stance: number): string => t(`ballot:stance.${STANCES[stance] ?? 'support'}.name`)
  return (
    <div className="hands-rows" role="group" aria-labelledby="hands-option">
      {rows.map((row, index) => (
        <div key={row.voiceId ?? ''} className="hands-row">
          <p className="hands-who">
            <Voice row={row} />
          </p>
          <div className="hands-counts">
            {stances.map((stance) => (
              <div key={stance} className="hands-count">
                {isConsent ? (
                  <span className="small quiet" aria-hidden="true">
                    {stanceName(stance)}
                  </span>
                ) : null}
                <HandsStepper
                  key={optionId}
                  name={isConsent ? `${row.name}, ${stanceName(stance)}` : row.name}
                  value={handsIn(vote, { voiceId: row.voiceId, optionId, stance })}
                  first={index === 0 && stance === 0}
                  onChoose={(count) => onCount({ voiceId: row.voiceId, optionId, stance }, count)}
                />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** With approval one person raises a hand more than once: how many people they are is said for itself. */
const PeopleByHand = ({ vote, rows, onPeople }: Omit<PartProps, 'onCount'> & PeopleDeed) => {
  const t = useT()
  return (
    <section className="hands-people" aria-labelledby="hands-people">
      <h3 id="hands-people">{t('vote:hands.people')}</h3>
      <p className="quiet small">{t('vote:hands.peopleHint')}</p>
      <div className="hands-rows">
        {rows.map((row) => (
          <div key={row.voiceId ?? ''} className="hands-row">
            <p className="hands-who">
              <Voice row={row} />
            </p>
            <HandsStepper
              name={t('vote:hands.peopleOf', { name: row.name })}
              value={saidPeople(vote, row.voiceId) ?? peopleOf(vote, row.voiceId)}
              onChoose={(people) => onPeople(row.voiceId, people)}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

interface PeopleDeed {
  readonly onPeople: (voiceId: HandsVoice, people: number) => void
}

const Totals = ({ vote, rows }: Omit<PartProps, 'onCount'>) => {
  const t = useT()
  const people = rows.reduce((sum, row) => sum + peopleOf(vote, row.voiceId), 0)
  const wrong = tooManyHands(vote, new Map(rows.map((row) => [row.voiceId, row.present])))
  return (
    <div className="hands-totals" role="status">
      <p>
        <b>{t('vote:hands.total', { count: people })}</b>
      </p>
      {wrong.map(({ voiceId, hands, people: of }) => (
        <p key={voiceId ?? ''} className="notice notice-warn">
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
          {t('vote:hands.tooMany', {
            name: rows.find((row) => row.voiceId === voiceId)?.name ?? '',
            hands,
            count: of,
          })}
        </p>
      ))}
    </div>
  )
}

interface OptionListProps {
  readonly vote: Vote
  readonly at: number
  readonly onGo: (index: number) => void
}

/** The options with the hands counted so far; the one being counted is marked. */
const OptionList = ({ vote, at, onGo }: OptionListProps) => {
  const t = useT()
  return (
    <ol className="hands-options" aria-label={t('vote:topics')}>
      {vote.options.map((option, index) => {
        const count = handsFor(vote, option.id)
        return (
          <li key={option.id}>
            <button type="button" aria-current={index === at || undefined} onClick={() => onGo(index)}>
              <span className="quiet">{index + 1}</span>
              <span className="hands-option-text" dir="auto">
                {option.text}
              </span>
              <b aria-hidden="true">{count}</b>
              <span className="visually-hidden">{t('vote:hands.raised', { count })}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

interface StepsProps {
  readonly at: number
  readonly count: number
  readonly onGo: (index: number) => void
}

const Steps = ({ at, count, onGo }: StepsProps) => {
  const t = useT()
  return (
    <span className="actions">
      <Button
        size="small"
        icon={<IconArrowLeft size={16} stroke={1.75} />}
        unavailable={at === 0 ? t('vote:options.isFirst') : undefined}
        onClick={() => onGo(at - 1)}
      >
        {t('vote:hands.before')}
      </Button>
      <Button
        size="small"
        iconAfter={<IconArrowRight size={16} stroke={1.75} />}
        unavailable={at === count - 1 ? t('vote:options.isLast') : undefined}
        onClick={() => onGo(at + 1)}
      >
        {t('vote:hands.next')}
      </Button>
    </span>
  )
}

/** One option after the other: who raises a hand is asked aloud, counted by voice, and kept at once. */
export const HandsDialog = ({ vote, onClose }: { readonly vote: Vote; readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const rows = useRows()
  const [at, setAt] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const option = vote.options[at]
  const keep = async (work: ReturnType<typeof run>): Promise<void> => {
    const done = await work
    setFailure(done.ok ? null : done.error)
  }
  if (option === undefined) return null
  return (
    <Dialog title={t('vote:hands.title')} onClose={onClose} wide>
      <div className="dialog-body">
        <p className="quiet">{t(vote.method.name === 'consent' ? 'vote:hands.leadConsent' : 'vote:hands.lead')}</p>
        <div className="hands">
          <OptionList vote={vote} at={at} onGo={setAt} />
          <div className="hands-work">
            <div className="hands-head">
              <p className="small quiet">{t('vote:hands.option', { number: at + 1, count: vote.options.length })}</p>
              <Steps at={at} count={vote.options.length} onGo={setAt} />
            </div>
            <h3 id="hands-option" dir="auto">
              {option.text}
            </h3>
            <OptionHands
              vote={vote}
              rows={rows}
              optionId={option.id}
              onCount={(cell, count) => void keep(run('vote.hands', { id: vote.id, ...cell, count }))}
            />
          </div>
        </div>
        {vote.method.name === 'approval' ? (
          <PeopleByHand
            vote={vote}
            rows={rows}
            onPeople={(voiceId, people) => void keep(run('vote.hands-people', { id: vote.id, voiceId, people }))}
          />
        ) : null}
        <ProblemNote failure={failure} />
        <div className="hands-foot">
          <Totals vote={vote} rows={rows} />
          <Button kind="primary" onClick={onClose}>
            {t('vote:hands.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
