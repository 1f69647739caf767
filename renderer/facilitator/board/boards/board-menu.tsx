import { Menu } from '@mantine/core'
import { IconColumns, IconDots, IconPresentation, IconPrinter, IconTableImport } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { loadWords } from '../../../shared/i18n/setup-i18n'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { IconButton } from '../../../shared/look/button'
import { runAction } from '../../app/actions'
import { Dialog } from '../../app/dialog'
import { useActions } from '../../app/use-actions'
import { PictureItems, PictureSaid } from '../../report/picture-items'
import { usePicture } from '../../report/use-picture'
import { useBoardWork } from '../state/board-context'
import { AxisEditor } from './axis-editor'

/** With the words of the report: who it is for, and how the file went. */
const PrintBoard = lazy(async () => {
  const [{ PrintBoard: component }] = await Promise.all([import('./print-board'), loadWords('reportPlace')])
  return { default: component }
})

/** What is done with the board as a whole. */
export const BoardMenu = () => {
  const t = useT()
  const { board, locked } = useBoardWork()
  const pictures = usePicture()
  const [open, setOpen] = useState<'print' | 'axes' | null>(null)
  useActions({
    'board.print': { enabled: () => true, run: () => setOpen('print') },
    'board.axes': { enabled: () => !locked, run: () => setOpen('axes') },
  })
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <IconButton name={t('board:menu.name')} icon={<IconDots size={18} stroke={1.75} />} />
        </Menu.Target>
        <Menu.Dropdown>
          {locked ? null : (
            <Menu.Item
              leftSection={<IconPresentation size={17} stroke={1.75} aria-hidden="true" />}
              onClick={() => void runAction('board.show')}
            >
              {t('board:menu.show')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPrinter size={17} stroke={1.75} aria-hidden="true" />}
            onClick={() => setOpen('print')}
          >
            {t('board:menu.print')}
          </Menu.Item>
          <PictureItems pictures={pictures} ask={{ what: { kind: 'board', boardId: board.id, paper: 'a4' } }} />
          {locked ? null : (
            <Menu.Item
              leftSection={<IconColumns size={17} stroke={1.75} aria-hidden="true" />}
              onClick={() => setOpen('axes')}
            >
              {t('board:menu.axes')}
            </Menu.Item>
          )}
          {locked ? null : (
            <Menu.Item
              leftSection={<IconTableImport size={17} stroke={1.75} aria-hidden="true" />}
              onClick={() => void runAction('board.import')}
            >
              {t('actions:board.import')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <PictureSaid pictures={pictures} />
      {open === 'print' ? (
        <Suspense fallback={null}>
          <PrintBoard board={board} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
      {open === 'axes' ? (
        <Dialog title={labelText(t, board.label)} onClose={() => setOpen(null)} wide>
          <AxisEditor board={board} />
        </Dialog>
      ) : null}
    </>
  )
}
