import { lazy, Suspense, useCallback } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { DropZone } from './drop-zone'
import { loadWords } from '../../shared/i18n/setup-i18n'
import { useReplica, useSession } from '../../shared/replica/react'
import type { DroppedOpening, Opening } from './opening'
import { endOpening, setOpening, useOpening } from './opening'
import { isSessionFile, useOpenFile } from './use-open-file'

const Busy = () => {
  const t = useT()
  const opening = useOpening()
  if (opening.kind !== 'busy') return null
  return (
    <div className="home-busy" role="status">
      <p className="sheet">{t('home:opening', { name: opening.name })}</p>
    </div>
  )
}

/** With the dialog's code, which the page can do without until something fails. */
const OpeningSheet = lazy(async () => ({ default: (await import('./opening-sheet')).OpeningSheet }))

const FailedOpening = () =>
  useOpening().kind === 'failed' ? (
    <Suspense fallback={null}>
      <OpeningSheet />
    </Suspense>
  ) : null

/** With its words, which the page can do without until something is dropped. */
const DropSheet = lazy(async () => {
  const [{ DropSheet: component }] = await Promise.all([import('../import/drop-sheet'), loadWords('import')])
  return { default: component }
})

const isDropped = (opening: Opening): opening is DroppedOpening => DROPPED.has(opening.kind)
const DROPPED: ReadonlySet<string> = new Set(['asked', 'foreign', 'many', 'double'])

const Dropped = ({ openFile }: { readonly openFile: (file: File) => Promise<void> }) => {
  const opening = useOpening()
  return isDropped(opening) ? (
    <Suspense fallback={null}>
      <DropSheet opening={opening} openFile={openFile} />
    </Suspense>
  ) : null
}

const TABLE = /\.(?:csv|tsv|tab|txt|xlsx?|xlsm|ods)$/i

const kindOf = ({ name, type }: File): 'table' | 'picture' | 'other' =>
  type.startsWith('image/') ? 'picture' : TABLE.test(name) || type === 'text/csv' ? 'table' : 'other'

/** Opening a file is possible everywhere: from the menu, by a shortcut, or dropped on the window. */
export const OpeningLayer = () => {
  const openFile = useOpenFile()
  const replica = useReplica()
  const inSession = useSession() !== undefined
  const onFiles = useCallback(
    (files: readonly File[]): void => {
      endOpening()
      const [file] = files
      if (!file) return
      if (files.length > 1) setOpening({ kind: 'many', files })
      else if (!isSessionFile(file.name)) setOpening({ kind: 'foreign', name: file.name, what: kindOf(file) })
      else if (replica.snapshot() === null) void openFile(file)
      else setOpening({ kind: 'asked', file })
    },
    [openFile, replica],
  )
  return (
    <>
      <Busy />
      <FailedOpening />
      <Dropped openFile={openFile} />
      <DropZone onFiles={onFiles} inSession={inSession} />
    </>
  )
}
