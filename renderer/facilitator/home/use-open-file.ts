import { useCallback, useEffect } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { StoredFile } from '@core/protocol/stored-file'
import { useClient, useReplica, useRequest } from '../../shared/replica/react'
import { provideFileChooser } from './file-picker'
import { endOpening, setOpening } from './opening'

const ENDING = '.polyphony.json'

export const isSessionFile = (name: string): boolean => name.toLowerCase().endsWith('.json')

export type SentFile = ({ readonly ok: true } & StoredFile) | { readonly ok: false; readonly failure: Failure }

/** Sends a file's bytes to the host, which checks it and keeps a copy among the sessions. */
export const sendFile = async (file: File, token: string): Promise<SentFile> => {
  try {
    const answer = await fetch('/file', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-polyphony-token': token },
      body: file,
    })
    const body: SentFile | null = await answer.json().catch(() => null)
    return body ?? { ok: false, failure: { code: 'internal' } }
  } catch {
    return { ok: false, failure: { code: 'offline' } }
  }
}

const pick = (take: (file: File) => void): void => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = `${ENDING},.json,application/json`
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) take(file)
  })
  input.click()
}

/** Opens a file that the host has; a copy made for it alone is not kept if it does not open. */
export const useOpenSent = (): ((name: string, sent: StoredFile) => Promise<void>) => {
  const request = useRequest()
  const replica = useReplica()
  return useCallback(
    async (name, { fileId, known }) => {
      setOpening({ kind: 'busy', name })
      // Only a file that can be read makes one leave what is open.
      if (replica.snapshot() !== null) await request('session.leave', {})
      const opened = await request('session.open', { fileId })
      if (opened.ok) return endOpening()
      const alone = known === 'same' ? {} : ({ alone: true } as const)
      return setOpening({ kind: 'failed', name, failure: opened.error, fileId, ...alone })
    },
    [replica, request],
  )
}

/** Opens a file from the disk: by the system's dialog, by the browser's, or dropped on the window. */
export const useOpenFile = (): ((file: File) => Promise<void>) => {
  const client = useClient()
  const request = useRequest()
  const openSent = useOpenSent()
  const openFile = useCallback(
    async (file: File): Promise<void> => {
      setOpening({ kind: 'busy', name: file.name })
      const sent = await sendFile(file, client.welcome()?.upload ?? '')
      if (!sent.ok) return setOpening({ kind: 'failed', name: file.name, failure: sent.failure, fileId: null })
      if (sent.known === 'other') return setOpening({ kind: 'double', name: file.name, sent })
      return openSent(file.name, sent)
    },
    [client, openSent],
  )
  useEffect(
    () =>
      provideFileChooser(async () => {
        if (client.welcome()?.capabilities.nativeDialogs !== true) return pick((file) => void openFile(file))
        const opened = await request('session.open-dialog', {})
        if (opened.ok || opened.error.code === 'dialog-cancelled') return endOpening()
        return setOpening({ kind: 'failed', name: '', failure: opened.error, fileId: null })
      }),
    [client, openFile, request],
  )
  return openFile
}
