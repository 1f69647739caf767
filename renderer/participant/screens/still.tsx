/** @jsxImportSource preact */
import { sessionOf } from '@core/model/document'
import type { Step } from '@core/model/step'
import { useLabel, usePage, useWords } from '../context'
import type { VoteRound } from '../model/screen'
import { Frame } from '../parts/frame'
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

export const VoteOverScreen = ({ round }: VoteRound) => {
  const { phone } = usePage()
  const t = useWords()
  const ballot = phone.mine.ballots[round.id]
  // Paper is still typed in while the round is counting; then a ballot under way can still turn out late.
  const own = ballot?.counted ? 'counted' : ballot?.state === 'late' || ballot?.state === 'waiting' ? 'late' : 'without'
  return (
    <Frame class="main-airy" title={t('over.title')} lead={t('over.soon')}>
      <p role="status" class={own === 'counted' ? 'kept-box' : undefined}>
        {t(`over.${own}`)}
      </p>
    </Frame>
  )
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
