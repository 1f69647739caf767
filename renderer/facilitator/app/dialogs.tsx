import { lazy, Suspense } from 'react'
import { loadWords } from '../../shared/i18n/setup-i18n'
import { showDialog, useDialog } from './panels'

/** Fetched ahead: whoever opens it types on at once, and what is typed before it stands is lost. */
export const loadPalette = async () => ({ default: (await import('../palette/palette')).Palette })
const Palette = lazy(loadPalette)
const Shortcuts = lazy(async () => ({ default: (await import('../palette/shortcuts-sheet')).ShortcutsSheet }))
const NewSession = lazy(async () => {
  const [dialog] = await Promise.all([import('../home/new-session'), loadWords('home')])
  return { default: dialog.NewSession }
})
const NextSession = lazy(async () => {
  const [dialog] = await Promise.all([import('./next-session'), loadWords('home', 'people')])
  return { default: dialog.NextSession }
})
const KeepTemplate = lazy(async () => {
  const [dialog] = await Promise.all([import('../home/keep-template'), loadWords('home')])
  return { default: dialog.KeepTemplate }
})
const Finish = lazy(async () => ({ default: (await import('./finish-dialog')).FinishDialog }))
const Erase = lazy(async () => {
  const [dialog] = await Promise.all([import('../custody/erase-dialog'), loadWords('custody')])
  return { default: dialog.EraseDialog }
})
const SplitGroups = lazy(async () => {
  const [dialog] = await Promise.all([import('../agenda/split-groups'), loadWords('agenda')])
  return { default: dialog.SplitGroups }
})
const Merge = lazy(async () => {
  const [dialog] = await Promise.all([import('../import/merge-dialog'), loadWords('import')])
  return { default: dialog.MergeDialog }
})
const Leave = lazy(async () => ({ default: (await import('./leave-dialog')).LeaveDialog }))

const Shown = () => {
  const dialog = useDialog()
  const close = (): void => showDialog(null)
  switch (dialog?.kind) {
    case 'palette':
      return <Palette onClose={close} />
    case 'shortcuts':
      return <Shortcuts onClose={close} />
    case 'new-session':
      return <NewSession templateId={dialog.templateId} labOf={dialog.labOf} onClose={close} />
    case 'next-session':
      return <NextSession onClose={close} />
    case 'keep-template':
      return <KeepTemplate onClose={close} />
    case 'finish':
      return <Finish onClose={close} />
    case 'split-groups':
      return <SplitGroups onClose={close} />
    case 'leave':
      return <Leave onClose={close} />
    case 'merge':
      return <Merge file={dialog.file ?? null} onClose={close} />
    case 'erase':
      return dialog.erase === undefined ? null : <Erase {...dialog.erase} onClose={close} />
    case undefined:
      return null
  }
}

/** Dialogs and the palette, each loaded when first asked for. */
export const Dialogs = () => (
  <Suspense fallback={null}>
    <Shown />
  </Suspense>
)
