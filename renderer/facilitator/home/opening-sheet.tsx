import { IconEye, IconFileAlert, IconFolderOpen, IconRefresh } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { useRequest } from '../../shared/replica/react'
import { Button } from '../../shared/look/button'
import { ErrorSheet } from '../../shared/look/error-sheet'
import { Dialog } from '../app/dialog'
import { chooseFile } from './file-picker'
import { canOpenReadOnly, canOpenWithLoss, endOpening, useOpening } from './opening'
import type { Opening } from './opening'
import { useOpen } from './use-open'

type Failed = Extract<Opening, { readonly kind: 'failed' }>

/** The ways out, best first: what loses nothing before what loses something. */
const Ways = ({ opening }: { readonly opening: Failed }) => {
  const t = useT()
  const open = useOpen()
  const { failure, fileId, name } = opening
  const withLoss = canOpenWithLoss(failure)
  const readOnly = canOpenReadOnly(failure)
  return (
    <>
      {fileId !== null && readOnly ? (
        <Button
          kind="primary"
          icon={<IconEye size={17} stroke={1.9} />}
          onClick={() => void open.session(fileId, name, 'read-only')}
        >
          {t('home:failed.readOnly')}
        </Button>
      ) : null}
      {fileId !== null && withLoss ? (
        <Button kind="danger" onClick={() => void open.session(fileId, name, 'loss')}>
          {t('home:failed.loss')}
        </Button>
      ) : null}
      {fileId === null || withLoss ? null : (
        <Button
          kind={readOnly ? 'plain' : 'primary'}
          icon={<IconRefresh size={17} stroke={1.75} />}
          onClick={() => void open.session(fileId, name)}
        >
          {t('common:tryAgain')}
        </Button>
      )}
      <Button
        icon={<IconFolderOpen size={17} stroke={1.75} />}
        onClick={() => {
          endOpening()
          chooseFile()
        }}
      >
        {t('home:failed.another')}
      </Button>
    </>
  )
}

/** What lies beside a session file while it is open, and is hidden by most systems. */
const folderBeside = (name: string): string => `.${name.replace(/\.polyphony\.json$/i, '')}.polyphony`

/** Why a file did not open, that nothing in it was changed, and what can be done. */
export const OpeningSheet = () => {
  const t = useT()
  const request = useRequest()
  const opening = useOpening()
  if (opening.kind !== 'failed') return null
  const { failure, name } = opening
  // The copy of a file that does not open would only stand in the way of the real one.
  const close = (): void => {
    endOpening()
    if (opening.alone && opening.fileId !== null) void request('session.trash', { fileId: opening.fileId })
  }
  const missing = opening.alone && failure.code === 'journal-missing'
  return (
    <Dialog title={t('home:failed.title')} onClose={close}>
      <ErrorSheet
        title={name === '' ? t('home:failed.someFile') : name}
        icon={<IconFileAlert size={28} stroke={1.5} />}
        happened={{ term: t('shell:error.happened'), words: t(`errors:${failure.code}.what`, failure.params) }}
        safe={{ term: t('shell:error.safe'), words: t(`errors:${failure.code}.safe`, failure.params) }}
        todo={{
          term: t('shell:error.todo'),
          words: missing
            ? t('home:failed.alone', { folder: folderBeside(name) })
            : t(`errors:${failure.code}.do`, failure.params),
        }}
        actions={<Ways opening={opening} />}
        {...(canOpenWithLoss(failure) ? { note: t('home:failed.lossNote') } : {})}
      />
    </Dialog>
  )
}
