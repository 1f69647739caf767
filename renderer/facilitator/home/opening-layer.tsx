import { lazy, Suspense, useCallback } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { DropZone } from './drop-zone'
import { endOpening, useOpening } from './opening'
import { useOpenFile } from './use-open-file'

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

/** Opening a file is possible everywhere: from the menu, by a shortcut, or dropped on the window. */
export const OpeningLayer = () => {
  const openFile = useOpenFile()
  const onFile = useCallback(
    (file: File): void => {
      endOpening()
      void openFile(file)
    },
    [openFile],
  )
  return (
    <>
      <Busy />
      <FailedOpening />
      <DropZone onFile={onFile} />
    </>
  )
}
