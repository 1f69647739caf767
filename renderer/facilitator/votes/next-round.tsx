import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { Vote } from '@core/model/vote'
import { shownRound } from '@core/rules/result-view'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useHelper } from '../../shared/replica/react'
import { useActions } from '../app/use-actions'
import { useObstacle } from './before-opening'
import { ClosedVote } from './closed-vote'
import { OpenParts } from './next-round-parts'
import { useVoteDeeds } from './use-vote-deeds'

type Shown = 'next' | 'last'

/** A further round is ready: the same topics again. The result of the round before stays at hand. */
export const NextRound = ({ vote, stepId }: { readonly vote: Vote; readonly stepId: string | undefined }) => {
  const t = useT()
  const deeds = useVoteDeeds()
  const helper = useHelper()
  const obstacle = useObstacle(vote)
  const [shown, setShown] = useState<Shown>('next')
  const number = vote.rounds.length
  useActions({ 'vote.open': { enabled: () => obstacle === undefined, run: async () => await deeds.open(vote) } })
  const open = helper ? null : (
    <Button
      kind="primary"
      icon={<IconPlayerPlay size={17} stroke={1.9} />}
      unavailable={obstacle}
      onClick={() => void deeds.open(vote)}
    >
      {t('vote:openRound', { number })}
    </Button>
  )
  const choice = (
    <Segmented<Shown>
      name={t('vote:rounds.name')}
      value={shown}
      segments={[
        { value: 'last', label: t('vote:rounds.result', { number: shownRound(vote) + 1 }) },
        { value: 'next', label: t('vote:rounds.next', { number }) },
      ]}
      onChange={setShown}
    />
  )
  return shown === 'last' ? (
    <ClosedVote vote={vote} stepId={stepId} tools={choice} primary={open} />
  ) : (
    <OpenParts vote={vote} stepId={stepId} tools={choice} primary={open} />
  )
}
