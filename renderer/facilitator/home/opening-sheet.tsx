import { IconEye, IconFileAlert, IconFolderOpen, IconRefresh } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
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

/** Why a file did not open, that nothing in it was changed, and what can be done. */
export const OpeningSheet = () => {
  const t = useT()
  const opening = useOpening()
  if (opening.kind !== 'failed') return null
  const { failure, name } = opening
  return (
    <Dialog title={t('home:failed.title')} onClose={endOpening}>
      <ErrorSheet
        title={name === '' ? t('home:failed.someFile') : name}
        icon={<IconFileAlert size={28} stroke={1.5} />}
        happened={{ term: t('shell:error.happened'), words: t(`errors:${failure.code}.what`, failure.params) }}
        safe={{ term: t('shell:error.safe'), words: t(`errors:${failure.code}.safe`, failure.params) }}
        todo={{ term: t('shell:error.todo'), words: t(`errors:${failure.code}.do`, failure.params) }}
        actions={<Ways opening={opening} />}
        {...(canOpenWithLoss(failure) ? { note: t('home:failed.lossNote') } : {})}
      />
    </Dialog>
  )
}
