import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useReadOnly, useSession } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { showDialog } from '../app/panels'
import type { Opening } from '../home/opening'
import { endOpening } from '../home/opening'
import './import.css'

type OpenFile = (file: File) => Promise<void>

const Asked = ({ file, openFile }: { readonly file: File; readonly openFile: OpenFile }) => {
  const t = useT()
  const session = useSession()
  const readOnly = useReadOnly()
  const why = session?.state === 'closed' || readOnly ? t('import:drop.closed') : undefined
  return (
    <Dialog title={t('import:drop.title')} onClose={endOpening}>
      <div className="drop-choices">
        <p dir="auto">{t('import:drop.ask', { name: file.name, title: session?.title ?? '' })}</p>
        <p>{t('import:drop.mergeText')}</p>
        <DialogActions>
          <Button onClick={endOpening}>{t('common:cancel')}</Button>
          <Button
            unavailable={why}
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
        <p dir="auto">{t('import:foreign.what', { name })}</p>
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

/** What was dropped on the window, when it does not simply open: a question, or what to do with such a file. */
export const DropSheet = (props: {
  readonly opening: Extract<Opening, { readonly kind: 'asked' | 'foreign' }>
  readonly openFile: OpenFile
}) => {
  const { opening, openFile } = props
  return opening.kind === 'asked' ? <Asked file={opening.file} openFile={openFile} /> : <ForeignFile {...opening} />
}
