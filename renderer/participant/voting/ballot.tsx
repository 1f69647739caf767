/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Lookup } from '@core/text/lookup'
import type { Vote } from '@core/model/vote'
import { keptWords, methodWords } from '@core/text/ballot-words'
import { useOwnVoice, usePage } from '../context'
import { isEmpty } from '../model/ballot'
import { halfPair, ownBallot } from './rules'
import type { OwnBallot } from '../model/memory'
import type { Part, VoteRound } from '../model/screen'
import { shownSlip } from '../model/slip'
import { Closing } from '../parts/closing'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { MoreBelow } from '../parts/more-below'
import { Budget } from './budget'
import { MethodRows } from './method-rows'
import { PartLine } from './part-line'

/** Any ballot. What is chosen is kept on the phone at once; it counts when it is handed in. */
export const BallotScreen = ({ vote, round, part }: VoteRound & { readonly part: Part }) => {
  const { phone, say, t } = usePage()
  const voice = useOwnVoice()
  const ballot = ownBallot(vote, phone.mine.ballots[round.id])
  const [why, setWhy] = useState<string | null>(null)
  const refuse = (reason: string): void => {
    setWhy(reason)
    say(reason)
  }
  const choose = (chosen: Partial<OwnBallot>, said?: string): void => {
    setWhy(null)
    phone.choose(round.id, { ...ballot, ...chosen, state: 'choosing' })
    if (said !== undefined) say(said)
  }
  const empty = isEmpty(vote.method, ballot.values)
  return (
    <Frame
      title={vote.question}
      above={<PartLine part={part} />}
      lead={
        <>
          {vote.explanation === undefined ? null : (
            <span dir="auto" class="explanation">
              {vote.explanation}
            </span>
          )}
          {methodWords(t, vote.method, vote.options.length)}
        </>
      }
      note={
        <span class="kept-note">
          <strong>{t('ballot:screen.keptShort')}</strong> {keptWords(t, vote, voice !== null)}
        </span>
      }
      foot={
        <>
          <Closing round={round} />
          <Deed missing={whyNotYet(t, vote, ballot)} onMissing={refuse} onClick={() => phone.handIn(round.id, ballot)}>
            <Icon name="handIn" size={24} /> {t('ballot:screen.handIn')}
          </Deed>
        </>
      }
    >
      <Budget vote={vote} values={ballot.values} why={why} />
      <Before roundId={round.id} ballot={ballot} />
      <MethodRows
        vote={vote}
        values={ballot.values}
        reason={ballot.reason ?? ''}
        onReason={(reason) => choose({ reason })}
        onChange={(values, said) => choose({ values }, said)}
        onRefuse={refuse}
      />
      {empty ? (
        <button type="button" class="link" onClick={() => phone.handIn(round.id, ballot)}>
          {t('ballot:screen.emptyDeed')}
        </button>
      ) : null}
      <SlipLine roundId={round.id} />
      <MoreBelow />
    </Frame>
  )
}

const whyNotYet = (t: Lookup, { method, options }: Vote, { values }: OwnBallot): string | null => {
  if (isEmpty(method, values)) return t('ballot:screen.empty')
  const half = method.name === 'effort-effect' ? halfPair(values) : -1
  return half < 0 ? null : t('ballot:screen.why.half', { option: options[half]?.text ?? '' })
}

/** What happened to this ballot until now. */
const Before = ({ roundId, ballot }: { readonly roundId: string; readonly ballot: OwnBallot }) => {
  const { phone, t } = usePage()
  const { problem, counted } = ballot
  const isChannel = problem?.code === 'channel-not-allowed'
  return (
    <>
      {problem ? (
        <p class="kept-box" role="alert">
          {isChannel ? t('ballot:screen.otherChannel') : t('ballot:screen.problem')}
        </p>
      ) : null}
      {counted ? (
        <p class="earlier small">
          {t('ballot:screen.earlier')}{' '}
          <button type="button" class="link" onClick={() => phone.keepBallot(roundId)}>
            {t('ballot:screen.keepEarlier')}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** With which slip this person votes; somebody may have typed the code of a neighbour. */
const SlipLine = ({ roundId }: { readonly roundId: string }) => {
  const { phone, t } = usePage()
  const code = phone.mine.slips?.[roundId]
  if (code === undefined) return null
  return (
    <p class="earlier small quiet">
      {t('ballot:screen.withSlip', { code: shownSlip(code) })}{' '}
      <button type="button" class="link" onClick={() => phone.forgetSlip(roundId)}>
        {t('ballot:screen.otherSlip')}
      </button>
    </p>
  )
}
