import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { ExportPart } from '@core/protocol/report-views'
import type { ExportPlan } from '@core/protocol/views'
import { useReplica, useRequest } from '../../shared/replica/react'
import type { ReportAsk } from './report-kit'

/** Said beside the folder. */
export const isOfFolder = (failure: Failure | null): boolean => failure?.code === 'no-such-folder'

export type PlanState = { readonly plan: ExportPlan | null; readonly failure: Failure | null }

/** Changes come in bursts; the report is drawn when nothing happened for this long, ms. */
const REST = 700
/** After a key or a tick, ms. */
const TYPING = 350

/** Rises when the session has changed and come to rest: plan and preview are then made anew. */
export const useStamp = (): number => {
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

/** What was asked last, once no more changes come; the same object as long as it says the same. */
export const useSettled = (ask: ReportAsk): ReportAsk => {
  const text = JSON.stringify(ask)
  const [settled, setSettled] = useState({ ask, text })
  useEffect(() => {
    if (text === settled.text) return undefined
    const timer = window.setTimeout(() => setSettled({ ask, text }), TYPING)
    return () => window.clearTimeout(timer)
  }, [ask, text, settled])
  return settled.ask
}

/** What would be written and what the profile leaves out, as the host says. */
export const usePlan = (ask: ReportAsk, stamp: number, folder: string | null = null): PlanState => {
  const request = useRequest()
  const [state, setState] = useState<PlanState>({ plan: null, failure: null })
  useEffect(() => {
    let current = true
    void request('export.plan', { ...ask, ...(folder === null ? {} : { folder }) }).then((answer) => {
      if (!current) return
      // What is left out stays to be read when only the folder is wrong.
      setState(({ plan }) =>
        answer.ok
          ? { plan: answer.value, failure: null }
          : { plan: isOfFolder(answer.error) ? plan : null, failure: answer.error },
      )
    })
    return () => {
      current = false
    }
  }, [request, ask, stamp, folder])
  return state
}

const NONE: readonly ExportPart[] = []
type Parted = Pick<ReportAsk, 'profile' | 'lang' | 'what'>

/** The parts and charts that the report would have without any choice; none until they are known of this kind. */
export const useParts = ({ profile, lang, what }: Parted, stamp: number): readonly ExportPart[] => {
  const request = useRequest()
  const [known, setKnown] = useState<{ readonly what: unknown; readonly parts: readonly ExportPart[] }>()
  useEffect(() => {
    let current = true
    void request('export.parts', { profile, lang, what }).then((answer) => {
      // The plan says what is wrong.
      if (current) setKnown({ what, parts: answer.ok ? answer.value : NONE })
    })
    return () => {
      current = false
    }
  }, [request, profile, lang, what, stamp])
  return known?.what === what ? known.parts : NONE
}
