import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { ExportPlan } from '@core/protocol/views'
import { useReplica, useRequest } from '../../shared/replica/react'
import { REPORT_LANG } from './report-kit'
import type { Profile } from './report-kit'

export type PlanState = {
  readonly plan: ExportPlan | null
  readonly failure: Failure | null
  /** Rises when the session has changed and come to rest: plan and preview are then made anew. */
  readonly stamp: number
}

/** Changes come in bursts; the report is drawn when nothing happened for this long, ms. */
const REST = 700

const useStamp = (): number => {
  const replica = useReplica()
  const [stamp, setStamp] = useState(0)
  useEffect(() => {
    let timer = 0
    const leave = replica.subscribe(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setStamp((now) => now + 1), REST)
    })
    return () => {
      window.clearTimeout(timer)
      leave()
    }
  }, [replica])
  return stamp
}

/** What would be written and what the profile leaves out, as the host says. */
export const usePlan = (profile: Profile): PlanState => {
  const request = useRequest()
  const stamp = useStamp()
  const [plan, setPlan] = useState<ExportPlan | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let current = true
    void request('export.plan', { profile, lang: REPORT_LANG }).then((answer) => {
      if (!current) return
      setPlan(answer.ok ? answer.value : null)
      setFailure(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [request, profile, stamp])
  return { plan, failure, stamp }
}
