import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useSession } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { showDialog } from '../app/panels'
import type { DroppedOpening, Opening } from '../home/opening'
import { endOpening } from '../home/opening'
import { useOpenSent } from '../home/use-open-file'
import { DropMany } from './drop-many'
import './import.css'

type OpenFile = (file: File) => Promise<void>

const Asked = ({ file, openFile }: { readonly file: File; readonly openFile: OpenFile }) => {
  const t = useT()
  const session = useSession()
  return (
    <Dialog title={t('import:drop.title')} onClose={endOpening}>
      <div className="drop-choices">
        <p className="drop-name">{t('import:drop.ask', { name: file.name, title: session?.title ?? '' })}</p>
        <p>{t('import:drop.mergeText')}</p>
        <DialogActions>
          <Button onClick={endOpening}>{t('common:cancel')}</Button>
          <Button
            onClick={() => {
              endOpening()
              showDialog({ kind: 'merge', file })
            }}
          >
            {t('import:drop.merge')}
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              endOpening()
              void openFile(file)
            }}
          >
            {t('import:drop.open')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

type Foreign = Extract<Opening, { readonly kind: 'foreign' }>

const ForeignFile = ({ name, what }: Omit<Foreign, 'kind'>) => {
  const t = useT()
  const inSession = useSession() !== undefined
  return (
    <Dialog title={t('import:foreign.title')} onClose={endOpening}>
      <div className="drop-choices">
        <p className="drop-name">{t('import:foreign.what', { name })}</p>
        <p>{t(inSession ? `import:foreign.${what}` : `import:foreign.${what}Home`)}</p>
        <DialogActions>
          <Button kind="primary" onClick={endOpening}>
            {t('common:close')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** The copy was made to be looked at: it goes again unless it is the one that is opened. */
const Double = ({ name, sent }: Omit<Extract<Opening, { readonly kind: 'double' }>, 'kind'>) => {
  const t = useT()
  const request = useRequest()
  const openSent = useOpenSent()
  const drop = (): void => {
    endOpening()
    void request('session.trash', { fileId: sent.fileId })
  }
  return (
    <Dialog title={t('import:double.title')} onClose={drop}>
      <div className="drop-choices">
        <p className="drop-name">{t('import:double.what', { name })}</p>
        <p>{t('import:double.merge')}</p>
        <DialogActions>
          <Button onClick={drop}>{t('common:cancel')}</Button>
          <Button
            onClick={() => {
              drop()
              void openSent(name, { fileId: sent.other ?? '', known: 'same' })
            }}
          >
            {t('import:double.here')}
          </Button>
          <Button kind="primary" onClick={() => void openSent(name, sent)}>
            {t('import:double.there')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** What was dropped on the window, when it does not simply open: a question, or what to do with such a file. */
export const DropSheet = (props: { readonly opening: DroppedOpening; readonly openFile: OpenFile }) => {
  const { opening, openFile } = props
  switch (opening.kind) {
    case 'asked':
      return <Asked file={opening.file} openFile={openFile} />
    case 'many':
      return <DropMany files={opening.files} />
    case 'double':
      return <Double name={opening.name} sent={opening.sent} />
    case 'foreign':
      return <ForeignFile {...opening} />
  }
}
