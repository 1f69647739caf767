import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { BoardDrawing } from '../../shared/look/drawings'
import { Segmented } from '../../shared/look/segmented'
import { useRecord } from '../../shared/replica/react'
import { MissingPlace } from '../app/missing-place'
import { nav } from '../app/nav'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { ProblemNote } from '../outcomes/problem-note'
import { CompareList } from './compare-list'
import { EntryForm } from './entry-form'
import { EntrySide } from './entry-side'
import { LogList } from './log-list'
import { useEntry } from './use-entry'
import type { Paper } from './use-paper'
import { usePaper } from './use-paper'
import './entry.css'
import './compare.css'

type Mode = 'first' | 'second' | 'compare' | 'log'
const MODES: readonly Mode[] = ['first', 'second', 'compare', 'log']

interface WorkProps {
  readonly vote: Vote
  readonly paper: Paper
}

const Typing = ({ vote, paper, pass }: WorkProps & { readonly pass: 'first' | 'second' }) => {
  const entry = useEntry(vote, pass, paper)
  return (
    <div className="entry">
      <EntryForm vote={vote} entry={entry} pass={pass} />
      <EntrySide vote={vote} pass={pass} entry={entry} paper={paper} />
    </div>
  )
}

const Work = ({ mode, vote, paper }: WorkProps & { readonly mode: Mode }) => {
  switch (mode) {
    case 'first':
    case 'second':
      return <Typing key={mode} vote={vote} paper={paper} pass={mode} />
    case 'compare':
      return <CompareList vote={vote} paper={paper} />
    case 'log':
      return <LogList paper={paper} />
  }
}

const NotNow = ({ state }: { readonly state: 'draft' | 'closed' }) => {
  const t = useT()
  return (
    <EmptyState
      drawing={<BoardDrawing />}
      title={t(`paper:notNow.${state}.title`)}
      text={t(`paper:notNow.${state}.text`)}
    />
  )
}

const UnderWay = ({ vote, mode }: { readonly vote: Vote; readonly mode: Mode }) => {
  const paper = usePaper(vote.id, lastRound(vote).id)
  return (
    <>
      <ProblemNote failure={paper.failure} />
      <Work mode={mode} vote={vote} paper={paper} />
    </>
  )
}

const OfVote = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const [mode, setMode] = useState<Mode>('first')
  const { state, number } = lastRound(vote)
  const runs = state === 'open' || state === 'counting'
  const kicker = [t('paper:kicker'), vote.rounds.length > 1 ? t('paper:round', { number }) : ''].filter(Boolean)
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          kicker={kicker.join(' \u00B7 ')}
          title={vote.question}
          lead={runs ? t(`paper:lead.${mode}`) : undefined}
          actions={
            <Button
              icon={<IconArrowLeft size={17} stroke={1.75} />}
              onClick={() => nav.go({ kind: 'vote', id: vote.id })}
            >
              {t('paper:toVote')}
            </Button>
          }
        >
          {runs ? (
            <Segmented
              name={t('paper:mode.name')}
              value={mode}
              onChange={setMode}
              segments={MODES.map((value) => ({ value, label: t(`paper:mode.${value}`) }))}
            />
          ) : null}
        </PlaceHeader>
      }
    >
      {state === 'draft' || state === 'closed' ? <NotNow state={state} /> : <UnderWay vote={vote} mode={mode} />}
    </PlaceFrame>
  )
}

/** Typing in what stands on the slips of a vote, a first and a second time; for the facilitator and for helpers. */
export const PaperPlace = ({ voteId }: { readonly voteId: string }) => {
  const vote = useRecord('vote', voteId)
  return vote === undefined ? <MissingPlace /> : <OfVote vote={vote} />
}
