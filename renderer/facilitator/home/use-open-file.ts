import { useCallback, useEffect } from 'react'
import type { Failure } from '@core/protocol/failures'
import { FAILURES } from '@core/protocol/failures'
import { useClient, useReplica, useRequest } from '../../shared/replica/react'
import { provideFileChooser } from './file-picker'
import { endOpening, setOpening } from './opening'

const ENDING = '.polyphony.json'

export const isSessionFile = (name: string): boolean => name.toLowerCase().endsWith('.json')

const failureOf = (answer: unknown): Failure => {
  const code = (answer as { readonly failure?: { readonly code?: unknown } } | null)?.failure?.code
  const known = FAILURES.find((name) => name === code)
  return known === undefined ? { code: 'internal' } : (answer as { readonly failure: Failure }).failure // code is known
}

/** Sends a file's bytes to the host, which checks and opens it; the answer is a failure by name, or nothing. */
const sendFile = async (file: File, token: string): Promise<Failure | null> => {
  try {
    const answer = await fetch('/file', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-upload-token': token,
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    })
    if (answer.ok) return null
    return failureOf(await answer.json().catch(() => null))
  } catch {
    return { code: 'offline' }
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
      if (replica.snapshot() !== null) await request('session.leave', {})
      const failure = await sendFile(file, client.welcome()?.upload ?? '')
      if (failure === null) endOpening()
      else setOpening({ kind: 'failed', name: file.name, failure, fileId: null })
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
