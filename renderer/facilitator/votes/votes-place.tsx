import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { resultView, shownRound } from '@core/rules/result-view'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useReadOnly, useReplica, useRun, useTable, useTurnout } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { selection, useSelection } from '../app/selection'
import { useActions } from '../app/use-actions'
import { useResultWords } from './result-words'
import { optionFrom } from './vote-draft'
import { kindWords } from './vote-header'
import './votes.css'

/** Three ballots with dots, made of the interface's own shapes. */
const VoteDrawing = () => (
  <svg className="empty-state-drawing" viewBox="0 0 340 196" aria-hidden="true">
    {[30, 82, 134].map((y, row) => (
      <g key={y}>
        <rect x="20" y={y} width="150" height="30" rx="4" fill="var(--well)" stroke="var(--rule)" />
        {[0, 1, 2, 3].map((column) => (
          <circle
            key={column}
            cx={204 + column * 34}
            cy={y + 15}
            r="11"
            fill={column < 3 - row ? 'var(--ink)' : 'none'}
            stroke={column < 3 - row ? 'var(--ink)' : 'var(--line)'}
            strokeWidth="2.5"
            strokeDasharray={column < 3 - row ? undefined : '6 5'}
          />
        ))}
      </g>
    ))}
  </svg>
)

/** Turnout, the first place or how many topics there are. */
const StateWords = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const voices = useTable('voice')
  const turnout = useTurnout(vote.id)
  const { say } = useResultWords()
  const round = lastRound(vote)
  if (round.state === 'open' || round.state === 'counting') {
    return <>{t('vote:list.turnout', { cast: turnout?.cast ?? 0, present: turnout?.present ?? 0 })}</>
  }
  const index = shownRound(vote)
  if (index === -1) return <>{t('vote:list.topics', { count: vote.options.length })}</>
  const first = resultView(vote, index, voices.values(), 'room')?.sentences[0]
  return <>{first === undefined ? '' : say(first)}</>
}

const BADGES = { draft: 'tag', open: 'badge-ok', counting: 'badge-warn', closed: 'tag' } as const

const VoteRow = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const { state, number } = lastRound(vote)
  return (
    <li>
      <button type="button" className="vote-row" onClick={() => nav.go({ kind: 'vote', id: vote.id })}>
        <span className="vote-row-words">
          <b className="vote-row-question">{vote.question}</b>
          <span className="quiet">
            <StateWords vote={vote} />
          </span>
        </span>
        <span className="vote-row-signs">
          <span className="small quiet">
            {kindWords(t, vote)}
            {number > 1 ? ` · ${t('vote:kicker.round', { number })}` : null}
          </span>
          <span className={BADGES[state]}>{t(`vote:state.${state}`)}</span>
        </span>
        <IconArrowRight size={18} stroke={1.75} aria-hidden="true" />
      </button>
    </li>
  )
}

const isUnderway = (vote: Vote): boolean => {
  const { state } = lastRound(vote)
  return state === 'open' || state === 'counting'
}

/** Newest first. */
const VoteList = ({ votes }: { readonly votes: readonly Vote[] }) => (
  <ul className="vote-list">
    {votes.toReversed().map((vote) => (
      <VoteRow key={vote.id} vote={vote} />
    ))}
  </ul>
)

/** Makes a vote with sound settings, with what is chosen as its topics, and goes to it. */
const useNewVote = (): (() => Promise<void>) => {
  const t = useT()
  const run = useRun()
  const { view } = useReplica()
  return async () => {
    const id = newId()
    const options = selection
      .get()
      .selected.flatMap(({ type, id: sourceId }) =>
        type === 'card' || type === 'cluster' || type === 'decision'
          ? (optionFrom(view, t, { type, id: sourceId }) ?? [])
          : [],
      )
    const done = await run('vote.add', { id, question: t('vote:new.question'), options })
    if (done.ok) nav.go({ kind: 'vote', id })
    else reportFailure(done.error)
  }
}

/** All votes of the session: those that are open now stand on top, each with how many have voted. */
export const VotesPlace = () => {
  const t = useT()
  const votes = useOrdered('vote')
  const { selected } = useSelection()
  const create = useNewVote()
  useActions({ 'vote.fromSelection': { enabled: () => true, run: create } })
  const readOnly = useReadOnly()
  const open = votes.filter(isUnderway)
  const rest = votes.filter((vote) => !isUnderway(vote))
  const button = readOnly ? undefined : (
    <Button kind="primary" icon={<IconPlus size={17} stroke={1.9} />} onClick={() => void create()}>
      {selected.length > 0 ? t('vote:new.fromChosen', { count: selected.length }) : t('vote:new.button')}
    </Button>
  )
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('vote:list.title')}
          lead={t('vote:list.lead')}
          actions={votes.length === 0 ? undefined : button}
        />
      }
    >
      {votes.length === 0 ? (
        <div className="place-centred">
          <EmptyState
            drawing={<VoteDrawing />}
            title={t('vote:list.emptyTitle')}
            text={t('vote:list.emptyText')}
            actions={button}
            tip={t('vote:list.emptyTip')}
          />
        </div>
      ) : (
        <div className="vote-lists">
          {open.length === 0 ? null : (
            <section aria-labelledby="votes-open">
              <h2 id="votes-open">{t('vote:list.open', { count: open.length })}</h2>
              <VoteList votes={open} />
            </section>
          )}
          {rest.length === 0 ? null : (
            <section aria-label={t('vote:list.others')}>
              {open.length === 0 ? null : <h2>{t('vote:list.others')}</h2>}
              <VoteList votes={rest} />
            </section>
          )}
        </div>
      )}
    </PlaceFrame>
  )
}
