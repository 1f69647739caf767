import { useCallback, useEffect } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useClient, useReplica, useRequest } from '../../shared/replica/react'
import { provideFileChooser } from './file-picker'
import { endOpening, setOpening } from './opening'

const ENDING = '.polyphony.json'

export const isSessionFile = (name: string): boolean => name.toLowerCase().endsWith('.json')

type Answer = { readonly ok: true; readonly fileId: string } | { readonly ok: false; readonly failure: Failure }

/** Sends a file's bytes to the host, which checks it and keeps a copy among the sessions. */
export const sendFile = async (file: File, token: string): Promise<Answer> => {
  try {
    const answer = await fetch('/file', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-polyphony-token': token },
      body: file,
    })
    const body: Answer | null = await answer.json().catch(() => null)
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

/** Opens a file from the disk: by the system's dialog, by the browser's, or dropped on the window. */
export const useOpenFile = (): ((file: File) => Promise<void>) => {
  const client = useClient()
  const request = useRequest()
  const replica = useReplica()
  const openFile = useCallback(
    async (file: File): Promise<void> => {
      setOpening({ kind: 'busy', name: file.name })
      const sent = await sendFile(file, client.welcome()?.upload ?? '')
      if (!sent.ok) return setOpening({ kind: 'failed', name: file.name, failure: sent.failure, fileId: null })
      // Only a file that can be read makes one leave what is open.
      if (replica.snapshot() !== null) await request('session.leave', {})
      const { fileId } = sent
      const opened = await request('session.open', { fileId })
      if (opened.ok) endOpening()
      else setOpening({ kind: 'failed', name: file.name, failure: opened.error, fileId, alone: true })
      return undefined
    },
    [client, replica, request],
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
