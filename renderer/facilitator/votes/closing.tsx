import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Vote } from '@core/model/vote'
import type { PaperView } from '@core/protocol/vote-views'
import { lastRound } from '@core/rules/frozen'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { nav } from '../app/nav'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'
import { useVoteDeeds } from './use-vote-deeds'

type Differing = PaperView['differing']

/** Numbers of the slips whose two typings differ; null until the host has answered. */
const useDiffering = (vote: Vote): Differing | null => {
  const request = useRequest()
  const [found, setFound] = useState<Differing | null>(null)
  const roundId = lastRound(vote).id
  useEffect(() => {
    let gone = false
    void request('paper.view', { voteId: vote.id, roundId }).then((answer) => {
      if (!gone && answer.ok) setFound(answer.value.differing)
    })
    return () => {
      gone = true
    }
  }, [request, vote.id, roundId])
  return found
}

interface DifferingProps {
  readonly vote: Vote
  readonly count: number
  readonly onClose: () => void
  readonly onAccept: () => void
}

/** Two people read a slip differently: looked at again, or counted as first typed. Nothing is decided unseen. */
const DifferingDialog = ({ vote, count, onClose, onAccept }: DifferingProps) => {
  const t = useT()
  const { list } = useFormat()
  const differing = useDiffering(vote)
  return (
    <Dialog title={t('vote:differs.title', { count })} onClose={onClose}>
      <div className="dialog-body">
        <p>{t('vote:differs.text')}</p>
        {differing === null || differing.length === 0 ? null : (
          <p>
            <b>
              {t('vote:differs.numbers', {
                count: differing.length,
                numbers: list(differing.map(({ number }) => String(number))),
              })}
            </b>
          </p>
        )}
        <DialogActions>
          <Button onClick={onAccept}>{t('vote:differs.accept')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onClose()
              nav.go({ kind: 'paper', id: vote.id })
            }}
          >
            {t('vote:differs.look', { count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** Closing a vote, with the question that comes when slips differ. Render `dialog` somewhere in the place. */
export const useClosing = (vote: Vote): { readonly close: () => Promise<void>; readonly dialog: ReactNode } => {
  const deeds = useVoteDeeds()
  const [count, setCount] = useState<number | null>(null)
  const close = async (accept: boolean): Promise<void> => {
    const failure = await deeds.close(vote, accept)
    if (failure === null) return
    if (failure.code === 'paper-differs') setCount(Number(failure.params?.['count'] ?? 1))
    else reportFailure(failure)
  }
  const dialog =
    count === null ? null : (
      <DifferingDialog
        vote={vote}
        count={count}
        onClose={() => setCount(null)}
        onAccept={() => {
          setCount(null)
          void close(true)
        }}
      />
    )
  return { close: async () => await close(false), dialog }
}
