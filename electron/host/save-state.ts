import type { SaveState } from '@core/protocol/views'
import type { OpenSession } from '../storage/session-types'
import { codeOfStorage } from './storage-failures'

export const saveStateOf = (store: OpenSession, savedAt: number | null): SaveState => {
  const { state, unsaved, code } = store.state
  if (store.readOnly) return { state: 'read-only', unsaved: 0, savedAt: null }
  return { state, unsaved, savedAt, ...(code ? { code: codeOfStorage(code) } : {}) }
}
