import { IconInbox } from '@tabler/icons-react'
import { runningStep } from '@core/commands/running-step'
import { useT } from '../../shared/i18n/use-t'
import { EmptyState } from '../../shared/look/empty-state'
import { useOrdered, useReplica, useTable } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useChange } from '../people/use-change'
import { useClosed } from '../people/use-closed'
import { HeldCards } from './held-cards'
import { Proposals } from './proposals'
import './waiting.css'

/** Whether what phones send in the running step is looked at first. */
const HoldFirst = () => {
  const t = useT()
  const change = useChange()
  const { view } = useReplica()
  useTable('step')
  const step = runningStep(view)
  if (step === undefined || step.contribute === 'closed') return null
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={step.holdFirst ?? false}
        onChange={(event) => change('step.update', { id: step.id, holdFirst: event.target.checked })}
      />
      <span>{t('waiting:holdFirst')}</span>
    </label>
  )
}

/** One calm list of what came from phones and waits for a yes or a no. */
export const WaitingPlace = () => {
  const t = useT()
  const closed = useClosed()
  const cards = useTable('card')
  const boards = useOrdered('board')
  const proposals = [...useTable('proposal').values()]
  // What is still hidden is revealed with its step, not here.
  const held = [...cards.values()].filter((card) => card.held && card.revealed)
  const empty = held.length === 0 && proposals.length === 0
  return (
    <PlaceFrame
      ground="sheet"
      header={
        <PlaceHeader title={t('waiting:title')} lead={t('waiting:lead')}>
          {closed ? undefined : <HoldFirst />}
        </PlaceHeader>
      }
    >
      {empty ? (
        <div className="waiting-none">
          <EmptyState
            title={t('waiting:emptyTitle')}
            text={t('waiting:emptyText')}
            drawing={<IconInbox size={56} stroke={1.25} aria-hidden="true" />}
          />
        </div>
      ) : (
        <div className="waiting">
          {proposals.length === 0 ? null : <Proposals proposals={proposals} closed={closed} />}
          {held.length === 0 ? null : <HeldCards cards={held} boards={boards} closed={closed} />}
        </div>
      )}
    </PlaceFrame>
  )
}
