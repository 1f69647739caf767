import { IconFolderOpen } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useFormat } from '../app/use-format'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Dialog, DialogActions } from '../app/dialog'
import { useWhere, Where } from './merge-where'
import { isNothing, MergeReport } from './merge-report'
import type { MergeWork } from './use-merge'
import { useMerge } from './use-merge'
import './import.css'

const Choose = ({ work }: { readonly work: MergeWork }) => {
  const t = useT()
  const format = useFormat()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState('')
  return (
    <>
      <p>{t('import:merge.lead')}</p>
      {work.sessions.length === 0 ? null : (
        <div className="field-row">
          <div className="field">
            <label htmlFor="merge-session">{t('import:merge.session')}</label>
            <select
              id="merge-session"
              className="input"
              data-autofocus
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{t('import:merge.pick')}</option>
              {work.sessions.map(({ fileId, title, labName, day }) => (
                <option key={fileId} value={fileId}>
                  {t('import:merge.one', { title, lab: labName, day: format.day(day) })}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      <div className="actions">
        <Button
          unavailable={chosen === '' ? t('import:merge.pick') : undefined}
          onClick={() => void work.takeSession(chosen)}
        >
          {t('import:merge.look')}
        </Button>
        <Button
          icon={<IconFolderOpen size={17} stroke={1.75} aria-hidden="true" />}
          onClick={() => field.current?.click()}
        >
          {t('import:source.choose')}
        </Button>
        <input
          ref={field}
          type="file"
          hidden
          accept=".polyphony.json,.json,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void work.takeFile(file)
          }}
        />
      </div>
    </>
  )
}

interface MergeDialogProps {
  /** What was dropped; null: it is chosen here. */
  readonly file: File | null
  readonly onClose: () => void
}

const whatIs = (kind: 'planned' | 'done', isNew: boolean) =>
  kind === 'planned' ? 'import:merge.plan' : isNew ? 'import:merge.doneNew' : 'import:merge.done'

/** The file of a parallel group comes into the open session: what will be is said before, and again when it is done. */
export const MergeDialog = ({ file, onClose }: MergeDialogProps) => {
  const t = useT()
  const work = useMerge(file)
  const { state } = work
  const where = useWhere(work)
  const undo = async (): Promise<void> => {
    await work.undo()
    onClose()
  }
  return (
    <Dialog title={t('import:merge.title')} onClose={onClose} wide>
      <div className="import-dialog">
        {state.kind === 'choose' ? <Choose work={work} /> : null}
        {state.kind === 'busy' ? <p role="status">{t('import:merge.busy')}</p> : null}
        {state.kind === 'failed' ? (
          <p className="notice notice-bad" role="alert">
            {t(`errors:${state.failure.code}.what`, state.failure.params)}{' '}
            {t(`errors:${state.failure.code}.safe`, state.failure.params)}{' '}
            {t(`errors:${state.failure.code}.do`, state.failure.params)}
          </p>
        ) : null}
        {state.kind === 'planned' || state.kind === 'done' ? (
          <>
            <p role="status" className="import-count">
              {t(whatIs(state.kind, where.title !== null), { title: state.plan.title })}
            </p>
            <MergeReport plan={state.plan} />
          </>
        ) : null}
        {state.kind === 'planned' && !isNothing(state.plan) ? <Where work={work} where={where} /> : null}
        <DialogActions>
          {state.kind === 'done' && where.title === null ? (
            <Button onClick={() => void undo()}>{t('common:undo')}</Button>
          ) : null}
          <Button kind={state.kind === 'done' ? 'primary' : 'plain'} onClick={onClose}>
            {t(state.kind === 'done' ? 'common:close' : 'common:cancel')}
          </Button>
          {state.kind === 'planned' && !isNothing(state.plan) ? (
            <Button
              kind="primary"
              unavailable={where.title?.trim() === '' ? t('import:merge.noTitle') : undefined}
              onClick={() => void work.merge(where.title)}
            >
              {t(where.title === null ? 'import:merge.do' : 'import:merge.doNew')}
            </Button>
          ) : null}
        </DialogActions>
      </div>
    </Dialog>
  )
}
