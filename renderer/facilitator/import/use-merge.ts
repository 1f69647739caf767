import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { MergePlan } from '@core/protocol/report-views'
import type { SessionCard } from '@core/protocol/views'
import { useClient, useReplica, useRequest } from '../../shared/replica/react'
import { sendFile } from '../home/use-open-file'
import { useMayMerge } from './use-may-merge'

export type Merging =
  | { readonly kind: 'choose' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'planned' | 'done'; readonly plan: MergePlan; readonly fileId: string }

export interface MergeWork {
  readonly state: Merging
  /** Other sessions on this laptop. */
  readonly sessions: readonly SessionCard[]
  readonly takeFile: (file: File) => Promise<void>
  readonly takeSession: (fileId: string) => Promise<void>
  /** Into the open session; with a title into a new one, which is opened. */
  readonly merge: (title: string | null) => Promise<void>
  /** The open session can only be read: all goes into a new one. */
  readonly onlyNew: boolean
  readonly undo: () => Promise<void>
}

/** A file that came by drop or choice is copied to be read; the copy goes to the trash when the dialog closes. */
export const useMerge = (given: File | null): MergeWork => {
  const client = useClient()
  const request = useRequest()
  const replica = useReplica()
  const onlyNew = !useMayMerge()
  const [state, setState] = useState<Merging>(given ? { kind: 'busy' } : { kind: 'choose' })
  const [sessions, setSessions] = useState<readonly SessionCard[]>([])
  const copies = useRef<string[]>([])
  const begun = useRef(false)
  const look = useCallback(
    async (fileId: string): Promise<void> => {
      const planned = await request('session.merge-plan', onlyNew ? { fileId, asNew: true } : { fileId })
      setState(
        planned.ok ? { kind: 'planned', plan: planned.value, fileId } : { kind: 'failed', failure: planned.error },
      )
    },
    [request, onlyNew],
  )
  const send = useCallback(
    async (file: File): Promise<void> => {
      const sent = await sendFile(file, client.welcome()?.upload ?? '')
      if (!sent.ok) return setState({ kind: 'failed', failure: sent.failure })
      if (sent.known !== 'same') copies.current.push(sent.fileId)
      return look(sent.fileId)
    },
    [client, look],
  )
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void Promise.resolve(given).then((file) => (file ? send(file) : undefined))
    void request('home.view', {}).then((home) => {
      const own = replica.snapshot()?.fileId
      if (home.ok) setSessions(home.value.sessions.filter(({ fileId }) => fileId !== own))
    })
  }, [given, request, replica, send])
  useEffect(
    () => () => {
      for (const fileId of copies.current.splice(0)) void request('session.trash', { fileId })
    },
    [request],
  )
  return {
    state,
    sessions,
    takeFile: (file) => {
      setState({ kind: 'busy' })
      return send(file)
    },
    takeSession: (fileId) => {
      setState({ kind: 'busy' })
      return look(fileId)
    },
    onlyNew,
    merge: async (title) => {
      if (state.kind !== 'planned') return
      const { fileId } = state
      setState({ kind: 'busy' })
      const merged = await request('session.merge', title === null ? { fileId } : { fileId, title })
      setState(merged.ok ? { kind: 'done', plan: merged.value, fileId } : { kind: 'failed', failure: merged.error })
    },
    undo: async () => {
      const undone = await request('history.undo', {})
      if (!undone.ok) setState({ kind: 'failed', failure: undone.error })
    },
  }
}
