/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import { sessionOf } from '@core/model/document'
import type { Step } from '@core/model/step'
import type { Round } from '@core/model/vote'
import { useLabel, usePage, useWords } from '../context'
import type { OwnBallot } from '../model/memory'
import type { VoteRound } from '../model/screen'
import { Deed, Frame } from '../parts/frame'
import { Also } from '../parts/also'

/** Screens with nothing to do. */
export const WaitScreen = ({ step }: { readonly step: Step | undefined }) => {
  const { phone } = usePage()
  const t = useWords()
  const label = useLabel()
  const view = phone.view
  const runs = view !== null && sessionOf(view)?.state === 'running'
  // Who came in with the code for everybody belongs to none of the groups that work now.
  const isLeftOut = runs && !step && phone.groupId === undefined && view.group.size > 0
  return (
    <Frame
      class="main-airy"
      title={t('wait.title')}
      lead={t(isLeftOut ? 'wait.groups' : runs ? 'wait.text' : 'wait.soon')}
    >
      {step ? (
        <p class="now-running" dir="auto">
          {label(step.question ?? step.label)}
        </p>
      ) : null}
      <Also step={step} />
    </Frame>
  )
}

type VoteOverProps = VoteRound & { readonly passing: boolean }

/** Whether the last ballot counted; what was not handed in is said too. */
export const VoteOverScreen = ({ vote, round, passing }: VoteOverProps) => {
  const { phone } = usePage()
  const t = useWords()
  const ballot = phone.mine.ballots[round.id]
  const isToldNow = !passing && round.state === 'closed' && ballot !== undefined && !ballot.seen
  useEffect(() => {
    // Told here, it is not told again once something else runs.
    if (isToldNow) phone.markSeen(round.id)
  }, [isToldNow, phone, round.id])
  return (
    <Frame
      class="main-airy"
      title={t('over.title')}
      lead={t('over.soon')}
      foot={passing ? <Deed onClick={() => phone.markSeen(round.id)}>{t('over.go')}</Deed> : undefined}
    >
      {passing ? (
        <p class="now-running" dir="auto">
          {vote.question}
        </p>
      ) : null}
      <p role="status" class={ballot?.counted ? 'kept-box' : undefined}>
        {t(`over.${whatBecame(round, ballot)}`)}
      </p>
    </Frame>
  )
}

type Became = 'counted' | 'countedBefore' | 'late' | 'notHandedIn' | 'without'

/** Paper is still typed in while the round is counting; then a ballot under way can still turn out late. */
const whatBecame = ({ state }: Round, ballot: OwnBallot | undefined): Became => {
  if (!ballot) return 'without'
  if (ballot.state === 'late' || ballot.state === 'waiting') return 'late'
  // While paper is counted, what was chosen and not handed in is still there.
  const left = ballot.unsent === true || (state === 'counting' && ballot.state === 'choosing')
  if (ballot.counted) return left ? 'countedBefore' : 'counted'
  return left && (ballot.unsent === true || ballot.values.some((value) => value !== null && value !== 0))
    ? 'notHandedIn'
    : 'without'
}

export const EndedScreen = () => {
  const t = useWords()
  return (
    <Frame class="main-airy" title={t('ended.title')} lead={t('ended.text')}>
      <p class="small quiet">{t('ended.read')}</p>
      <Also step={undefined} />
    </Frame>
  )
}

/** Connected, but no meeting is open on the laptop; or not connected for the first time yet. */
export const NothingScreen = ({ connecting }: { readonly connecting: boolean }) => {
  const t = useWords()
  return connecting ? (
    <Frame key="connecting" class="main-airy" title={t('offline.connecting')} lead={t('offline.connectingText')} />
  ) : (
    <Frame key="nothing" class="main-airy" title={t('wait.title')} lead={t('wait.preparing')} />
  )
}
