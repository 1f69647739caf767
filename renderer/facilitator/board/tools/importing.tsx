import { lazy, Suspense } from 'react'
import { loadWords } from '../../../shared/i18n/setup-i18n'
import { useT } from '../../../shared/i18n/use-t'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'

/** With its words and the readers of tables, which no board needs before. */
const ImportTable = lazy(async () => {
  const [{ ImportTable: component }] = await Promise.all([import('../../import/import-table'), loadWords('import')])
  return { default: component }
})

/** The dialog for a table, while one comes in; afterwards a line says how many, with the way back. */
export const Importing = () => {
  const t = useT()
  const { board, stepId, ui } = useBoardWork()
  const importing = useUi(ui, (state) => state.importing)
  if (importing === null) return null
  const onClose = (count: number): void => {
    const note = { text: t('import:take.added', { count }), undoable: true }
    ui.patch({ importing: null, ...(count > 0 ? { note } : {}) })
  }
  return (
    <Suspense fallback={null}>
      <ImportTable board={board} stepId={stepId} begin={importing === 'choose' ? null : importing} onClose={onClose} />
    </Suspense>
  )
}
