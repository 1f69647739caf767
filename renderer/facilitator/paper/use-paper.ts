import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { PaperView } from '@core/protocol/vote-views'
import { useRequest, useTurnout } from '../../shared/replica/react'

export type Paper = {
  readonly view: PaperView | null
  readonly failure: Failure | null
  readonly reload: () => void
}

/** What has been typed in; asked again whenever somebody, here or at another computer, has typed a slip. */
export const usePaper = (voteId: string, roundId: string): Paper => {
  const request = useRequest()
  const turnout = useTurnout(voteId)
  const [view, setView] = useState<PaperView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asked, setAsked] = useState(0)
  const told = JSON.stringify(turnout?.paper ?? null)
  useEffect(() => {
    let current = true
    void request('paper.view', { voteId, roundId }).then((answer) => {
      if (!current) return
      if (answer.ok) setView(answer.value)
      setFailure(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [request, voteId, roundId, told, asked])
  const reload = useCallback(() => setAsked((count) => count + 1), [])
  return { view, failure, reload }
}
