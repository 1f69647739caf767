/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { usePage } from '../context'
import type { VoteRound } from '../model/screen'
import { BigTick } from '../parts/big-tick'
import { Closing } from '../parts/closing'
import { Frame } from '../parts/frame'
import { Icon } from '../parts/icon'

/** Several questions at once: what is handed in, what not, and the way to each. */
export const VotesScreen = ({ votes }: { readonly votes: readonly VoteRound[] }) => {
  const { phone, tablet, t } = usePage()
  const [looks, setLooks] = useState(phone.mine.at !== undefined)
  const states = votes.map(({ round }) => phone.mine.ballots[round.id]?.state)
  const waiting = states.includes('waiting')
  const allIn = states.every((state) => state === 'counted' || state === 'waiting')
  useEffect(() => {
    if (phone.mine.at !== undefined) setLooks(true)
  }, [phone.mine.at])
  if (tablet && allIn && !looks) {
    return (
      <tablet.After
        state={waiting ? 'waiting' : 'in'}
        title={t(waiting ? 'ballot:counted.waitingTitle' : 'ballot:counted.title')}
        text={t('ballot:counted.tablet')}
        onAgain={() => setLooks(true)}
        again={t('ballot:counted.change')}
      />
    )
  }
  return (
    <Frame title={t('ballot:votes.title')} lead={t('ballot:votes.lead')}>
      {allIn && !waiting ? <BigTick /> : null}
      {allIn ? <p role="status">{t(waiting ? 'ballot:counted.waitingText' : 'ballot:votes.done')}</p> : null}
      <ul class="own-cards">
        {votes.map((one) => (
          <OneVote key={one.round.id} {...one} />
        ))}
      </ul>
    </Frame>
  )
}

const OneVote = ({ vote, round }: VoteRound) => {
  const { phone, t } = usePage()
  const state = phone.mine.ballots[round.id]?.state
  const said = state === 'counted' ? 'in' : state === 'waiting' ? 'waiting' : 'not'
  const deed = said === 'not' ? 'answer' : 'change'
  return (
    <li class={said === 'not' ? 'own-card own-card-open' : 'own-card'}>
      <p class="strong" dir="auto">
        {vote.question}
      </p>
      <p class="vote-state">
        {said === 'in' ? <Icon name="check" /> : null} {t(`ballot:votes.${said}`)}
      </p>
      <Closing round={round} />
      <button
        type="button"
        class="small-deed"
        aria-label={t(`ballot:votes.${deed}Of`, { question: vote.question })}
        onClick={() => phone.changeBallot(round.id)}
      >
        <Icon name={deed === 'change' ? 'pencil' : 'right'} /> {t(`ballot:votes.${deed}`)}
      </button>
    </li>
  )
}
