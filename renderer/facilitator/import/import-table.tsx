import type { Board } from '@core/model/board'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { Dialog, DialogActions } from '../app/dialog'
import { PreviewTable } from './preview-table'
import { ReadingFields } from './reading-fields'
import { RemarkList } from './remark-list'
import { SourceStep } from './source-step'
import type { TableSource } from './table-source'
import { limitOf } from './table-source'
import { UnknownNames } from './unknown-names'
import type { ImportWork } from './use-import'
import { useImport } from './use-import'
import './import.css'

const SOURCES = ['import', 'paper', 'facilitator'] as const

export interface ImportTableProps {
  readonly board: Board
  readonly stepId: string | undefined
  /** What was dropped on the board or taken over from another dialog; null: it is chosen here. */
  readonly begin: TableSource | null
  /** Cards that came in; 0 when nothing was done. */
  readonly onClose: (added: number) => void
}

const HowFields = ({ work }: { readonly work: ImportWork }) => {
  const t = useT()
  const { how, setHow, twice, skips, setSkips } = work
  return (
    <div className="import-how">
      <div className="field">
        <label htmlFor="import-source">{t('import:how.source')}</label>
        <select
          id="import-source"
          className="input"
          value={how.source}
          onChange={(event) =>
            setHow({ ...how, source: SOURCES.find((one) => one === event.target.value) ?? 'import' })
          }
        >
          {SOURCES.map((source) => (
            <option key={source} value={source}>
              {t(`import:how.${source}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="import-ticks">
        <label className="tick">
          <input
            type="checkbox"
            checked={how.held}
            onChange={(event) => setHow({ ...how, held: event.target.checked })}
          />
          {t('import:how.held')}
        </label>
        {twice > 0 ? (
          <label className="tick">
            <input type="checkbox" checked={skips} onChange={(event) => setSkips(event.target.checked)} />
            {t('import:take.skip', { count: twice })}
          </label>
        ) : null}
      </div>
    </div>
  )
}

const Unread = ({ work }: { readonly work: ImportWork }) => {
  const t = useT()
  const { reading, choose } = work
  if (reading.kind === 'busy') return <p role="status">{t('import:reading.busy')}</p>
  if (reading.kind !== 'failed') return null
  const { problem } = reading
  return (
    <>
      <p className="notice notice-bad" role="alert">
        {t(`import:problem.${problem}`, limitOf(problem))}
      </p>
      {problem === 'bad-encoding' ? (
        <div className="actions">
          <Button onClick={() => choose({ reading: { encoding: 'utf-16' } })}>{t('import:problem.tryWide')}</Button>
        </div>
      ) : null}
    </>
  )
}

const isLeftOut = ({ what }: { readonly what: string }): boolean =>
  what === 'empty' || what === 'too-long' || what === 'over'

/** How many come in and how many stay out; while they come, how far it is; and what went wrong. */
const Outcome = ({ work }: { readonly work: ImportWork }) => {
  const t = useT()
  const { cards, plan, sending, failed, skips, twice } = work
  const [voices, entries] = [work.made.voices.length, work.made.entries.length]
  const left = plan.remarks.filter(isLeftOut).length + (skips ? twice : 0)
  return (
    <>
      {failed ? (
        <p className="notice notice-bad" role="alert">
          {failed.done > 0 ? `${t('import:take.partly', { count: failed.done })} ` : null}
          {t(`errors:${failed.failure.code}.what`, failed.failure.params)}{' '}
          {t(`errors:${failed.failure.code}.do`, failed.failure.params)}
        </p>
      ) : null}
      {sending ? (
        <Progress
          {...sending}
          name={t('import:take.busy')}
          words={t('import:take.progress', { done: sending.done, count: sending.total })}
        />
      ) : null}
      <p role="status" className="import-count">
        {t('import:take.count', { count: cards.length })}
        {left > 0 ? ` ${t('import:take.left', { count: left })}` : null}
        {voices > 0 ? ` ${t('import:take.voices', { count: voices })}` : null}
        {entries > 0 ? ` ${t('import:take.entries', { count: entries })}` : null}
      </p>
    </>
  )
}

const Mapping = ({ board, work }: { readonly board: Board; readonly work: ImportWork }) => {
  const t = useT()
  const { reading, choices, choose, roles, hasHead, plan } = work
  if (reading.kind !== 'read') return null
  return (
    <>
      <ReadingFields
        read={reading.read}
        pasted={work.source?.name === null}
        hasHead={hasHead}
        onRead={(part) => choose({ reading: { ...choices.reading, ...part }, roles: null })}
        onHead={(value) => choose({ hasHead: value })}
      />
      {reading.read.table.length === 0 ? (
        <p className="notice notice-warn">{t('import:problem.emptySheet')}</p>
      ) : (
        <PreviewTable
          board={board}
          table={reading.read.table}
          roles={roles}
          hasHead={hasHead}
          onRoles={(next) => choose({ roles: next })}
        />
      )}
      {work.hasGaps ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={choices.fillsDown}
            onChange={(event) => choose({ fillsDown: event.target.checked })}
          />
          {t('import:reading.fillsDown')}
        </label>
      ) : null}
      <UnknownNames board={board} work={work} />
      <RemarkList remarks={plan.remarks} />
      <HowFields work={work} />
    </>
  )
}

/** A table of somebody else's becomes cards: what each column holds is guessed, shown and changed before anything comes in. */
export const ImportTable = ({ board, stepId, begin, onClose }: ImportTableProps) => {
  const t = useT()
  const work = useImport(board, stepId, begin, onClose)
  const { source, reading, roles, cards, sending, failed } = work
  // Cards on their way cannot be called back by closing: no more go out, and what is in is told, with its undo.
  const close = (): void => (sending ? work.stop() : onClose(failed?.done ?? 0))
  // What is on its way, or in by half, is settled.
  const isUnderway = sending !== null || (failed?.done ?? 0) > 0
  const why = !roles.includes('text')
    ? t('import:take.noText')
    : cards.length === 0
      ? t('import:take.none')
      : sending
        ? t('import:take.busy')
        : undefined
  return (
    <Dialog title={t('import:title')} onClose={close} wide>
      <div className="import-dialog">
        {source === null ? (
          <SourceStep onSource={work.begin} />
        ) : (
          <div className="import-work" inert={isUnderway}>
            <div className="import-from">
              <p dir="auto">{source.name ?? t('import:source.pasted')}</p>
              <Button size="small" onClick={() => work.begin(null)}>
                {t('import:source.another')}
              </Button>
            </div>
            <Unread work={work} />
            <Mapping board={board} work={work} />
          </div>
        )}
        <div className="import-foot">
          {source !== null && reading.kind === 'read' ? <Outcome work={work} /> : null}
          <DialogActions>
            <Button onClick={close}>
              {t(sending ? 'import:take.stop' : failed ? 'common:close' : 'common:cancel')}
            </Button>
            {source !== null && reading.kind === 'read' ? (
              <Button kind="primary" unavailable={why} onClick={() => void work.take()}>
                {t('import:take.do', { count: cards.length })}
              </Button>
            ) : null}
          </DialogActions>
        </div>
      </div>
    </Dialog>
  )
}
