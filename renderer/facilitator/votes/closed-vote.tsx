import { IconMessage2, IconPresentation, IconRefresh } from '@tabler/icons-react'
import { Fragment, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ResultView, Sentence } from '@core/rules/result-model'
import { resultView, shownRound } from '@core/rules/result-view'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useSession, useTable } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { StepButton } from '../app/step-header'
import { useActions } from '../app/use-actions'
import { DraftDrawer } from '../outcomes/draft-drawer'
import { startDecision, startTask } from '../outcomes/drafts'
import { DecideButton } from './decision-from-consent'
import { GapsPanel } from './gaps-panel'
import { ResultNotes } from './result-notes'
import { ResultPictures } from './result-pictures'
import { ResultFacts, ResultReadings } from './result-readings'
import { useResultWords } from './result-words'
import { useVoteDeeds } from './use-vote-deeds'
import { VoteHeader } from './vote-header'

/** These stand with the gaps or among the readings. */
const OWN_PLACE = /^result:(divergence|differ|nobodyDiffers|alone|everyVoiceEnd)/
const BY_VOICE = /^result:(voicesFirst|minority|everyVoiceFirst)/

/** Letters, three lines on a laptop: a longer one leaves the minority view to its own place. */
const LONGEST_FINDING = 330

/** The finding, with what the voices put first in bold. Gaps and the difference figure have their own place. */
const Finding = ({ result }: { readonly result: ResultView }) => {
  const { say } = useResultWords()
  const own = result.sentences.filter(({ key }) => !OWN_PLACE.test(key))
  const tooLong = own.map(say).join(' ').length > LONGEST_FINDING
  const sentences = tooLong ? own.filter(({ key }) => key !== 'result:minority') : own
  const byVoice = sentences.filter(({ key }) => BY_VOICE.test(key))
  const isBold = (sentence: Sentence): boolean =>
    byVoice.length === 0 ? sentence === sentences[0] : byVoice.includes(sentence)
  return (
    <div className="notice vote-finding">
      <IconMessage2 size={24} stroke={1.75} aria-hidden="true" />
      <p>
        {sentences.map((sentence) => (
          <Fragment key={say(sentence)}>{isBold(sentence) ? <b>{say(sentence)}</b> : say(sentence)} </Fragment>
        ))}
      </p>
    </div>
  )
}

const ShowButton = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const deeds = useVoteDeeds()
  const stage = useSession()?.stage
  const onStage = vote.resultShown && stage?.view === 'result' && stage.voteId === vote.id
  return onStage ? (
    <Button icon={<IconPresentation size={17} stroke={1.75} />} onClick={() => void deeds.hide(vote)}>
      {t('vote:result.hide')}
    </Button>
  ) : (
    <Button kind="primary" icon={<IconPresentation size={17} stroke={1.75} />} onClick={() => void deeds.show(vote)}>
      {t('vote:result.show')}
    </Button>
  )
}

interface ActionsProps {
  readonly vote: Vote
  readonly stepId: string | undefined
  readonly roundIndex: number
}

const Actions = ({ vote, stepId, roundIndex }: ActionsProps) => {
  const t = useT()
  const deeds = useVoteDeeds()
  const stage = useSession()?.stage
  const onStage = vote.resultShown && stage?.view === 'result' && stage.voteId === vote.id
  return (
    <>
      <DecideButton vote={vote} roundIndex={roundIndex} />
      <Button icon={<IconRefresh size={17} stroke={1.75} />} onClick={() => void deeds.newRound(vote)}>
        {t('vote:result.newRound')}
      </Button>
      <ShowButton vote={vote} />
      {stepId === undefined ? null : <StepButton stepId={stepId} kind={onStage ? 'primary' : 'plain'} />}
    </>
  )
}

interface RoundChoiceProps {
  readonly vote: Vote
  readonly shown: number
  readonly onChoose: (index: number) => void
}

const RoundChoice = ({ vote, shown, onChoose }: RoundChoiceProps) => {
  const t = useT()
  const closed = vote.rounds.flatMap((round, index) => (round.result === undefined ? [] : [{ round, index }]))
  if (closed.length < 2) return null
  return (
    <Segmented
      name={t('vote:rounds.name')}
      value={String(shown)}
      segments={closed.map(({ round, index }) => ({
        value: String(index),
        label: t('vote:rounds.one', { number: round.number }),
      }))}
      onChange={(value) => onChoose(Number(value))}
    />
  )
}

interface ClosedVoteProps {
  readonly vote: Vote
  readonly stepId: string | undefined
  readonly tools?: ReactNode
  /** Instead of the deeds of a finished vote. */
  readonly primary?: ReactNode
}

/** Columns of more groups than this do not fit beside the gaps on a laptop. */
const MANY_GROUPS = 5

/** The result: a sentence, the ranking of everyone and by voice, then where the voices part. */
export const ClosedVote = ({ vote, stepId, tools, primary }: ClosedVoteProps) => {
  const voices = useTable('voice')
  const [chosen, setChosen] = useState<number | null>(null)
  const roundIndex = chosen ?? shownRound(vote)
  const result = useMemo(() => resultView(vote, roundIndex, voices.values(), 'room'), [vote, roundIndex, voices])
  useActions({
    'decision.new': { enabled: () => true, run: () => startDecision({ type: 'vote', id: vote.id }) },
    'task.new': { enabled: () => true, run: () => startTask({ type: 'vote', id: vote.id }) },
  })
  if (result === null) return null
  return (
    <PlaceFrame
      ground="sheet"
      header={
        <VoteHeader
          vote={vote}
          stepId={stepId}
          roundIndex={roundIndex}
          actions={primary ?? <Actions vote={vote} stepId={stepId} roundIndex={roundIndex} />}
        >
          {tools ?? <RoundChoice vote={vote} shown={roundIndex} onChoose={setChosen} />}
          <Finding result={result} />
        </VoteHeader>
      }
      drawer={<DraftDrawer />}
    >
      <div className="vote-result" data-many={result.groups.length > MANY_GROUPS || undefined}>
        <div className="vote-ranking">
          <ResultPictures key={result.method.name} result={result} />
          <ResultReadings result={result} />
          <ResultNotes result={result} />
          <ResultFacts result={result} />
        </div>
        <GapsPanel result={result} />
      </div>
    </PlaceFrame>
  )
}
