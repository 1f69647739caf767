import type { RequestArgs } from '@core/protocol/requests'
import { createStore, useStore } from './store'

/** What lies over the sheet without stopping the work on it: one at a time. */
export type Panel =
  | { readonly kind: 'room'; readonly test: boolean; readonly part?: 'grants' }
  /** A new step has no id; it stands before `before`, else last. */
  | { readonly kind: 'step'; readonly id: string | null; readonly before?: string | undefined }
  | { readonly kind: 'save' }
  | { readonly kind: 'projector' }
  | { readonly kind: 'write-down' }

/** What stops the work until it is answered. */
/** Whose words are to be erased, by people's name for them. */
export type EraseAsk = { readonly what: RequestArgs<'erase.plan'>['what']; readonly name?: string }

export type DialogKind =
  | 'palette'
  | 'shortcuts'
  | 'new-session'
  | 'next-session'
  | 'keep-template'
  | 'finish'
  | 'split-groups'
  | 'leave'
  | 'erase'
  | 'merge'

export type OpenDialog = {
  readonly kind: DialogKind
  readonly templateId?: string
  readonly labOf?: string
  readonly erase?: EraseAsk
  /** Of a parallel group; chosen in the dialog where it is absent. */
  readonly file?: File
} | null

const panels = createStore<Panel | null>(null)
const dialogs = createStore<OpenDialog>(null)

export const showPanel = (panel: Panel | null): void => panels.set(panel)
export const showDialog = (dialog: OpenDialog): void => dialogs.set(dialog)
export const usePanel = (): Panel | null => useStore(panels)
export const useDialog = (): OpenDialog => useStore(dialogs)
