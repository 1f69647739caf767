import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Axis } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button } from '../../../shared/look/button'
import { useRun } from '../../../shared/replica/react'
import { Dialog, DialogActions } from '../../app/dialog'
import { nav } from '../../app/nav'
import { reportFailure } from '../../app/problems'
import { BUILT_IN_BOARDS } from './built-in-boards'

const OWN = 'own'

const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LIMITS.label))
    .filter((line) => line !== '')
    .slice(0, LIMITS.axisEntries)

const axisOf = (label: string, names: readonly string[]): Axis => ({
  id: newId(),
  label: { text: label },
  entries: names.map((text) => ({ id: newId(), label: { text } })),
})

const OwnFields = (props: {
  readonly columns: string
  readonly rows: string
  readonly onColumns: (text: string) => void
  readonly onRows: (text: string) => void
}) => {
  const t = useT()
  return (
    <div className="field-row">
      <div className="field">
        <label htmlFor="board-columns">{t('board:boards.columns')}</label>
        <textarea
          id="board-columns"
          className="input"
          rows={6}
          value={props.columns}
          onChange={(event) => props.onColumns(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="board-rows">{t('board:boards.rows')}</label>
        <textarea
          id="board-rows"
          className="input"
          rows={6}
          value={props.rows}
          onChange={(event) => props.onRows(event.target.value)}
        />
      </div>
    </div>
  )
}

/** A board from those that come with the app, or with one's own columns and rows. */
export const NewBoard = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const [kind, setKind] = useState<string>(BUILT_IN_BOARDS[0]?.key ?? OWN)
  const [name, setName] = useState('')
  const [columns, setColumns] = useState('')
  const [rows, setRows] = useState('')
  const builtIn = BUILT_IN_BOARDS.find((board) => board.key === kind)
  const columnNames = namesIn(columns)
  const missing = builtIn || (name.trim() !== '' && columnNames.length > 0) ? undefined : t('board:boards.ownMissing')
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (missing !== undefined) return
    const id = newId()
    const text = name.trim()
    const ownAxes = (): Axis[] => {
      const rowNames = namesIn(rows)
      const first = axisOf(t('board:boards.columnsName'), columnNames)
      return rowNames.length === 0 ? [first] : [first, axisOf(t('board:boards.rowsName'), rowNames)]
    }
    const axes = builtIn ? [...builtIn.axes] : ownAxes()
    const done = await run('board.add', {
      id,
      label: text === '' && builtIn ? builtIn.label : { text },
      layout: builtIn?.layout ?? (axes.length > 1 ? 'matrix' : 'columns'),
      axes,
      ...(builtIn ? { templateKey: builtIn.key } : {}),
    })
    if (!done.ok) return reportFailure(done.error)
    onClose()
    return nav.go({ kind: 'board', id })
  }
  return (
    <Dialog title={t('board:boards.newTitle')} onClose={onClose} wide>
      <form className="board-new" onSubmit={(event) => void make(event)}>
        <fieldset className="tag-filter">
          <legend>{t('board:boards.which')}</legend>
          {[
            ...BUILT_IN_BOARDS.map((board) => ({ key: board.key, name: labelText(t, board.label) })),
            { key: OWN, name: t('board:boards.own') },
          ].map((choice) => (
            <label key={choice.key} className="tick">
              <input
                type="radio"
                name="board-kind"
                checked={kind === choice.key}
                onChange={() => setKind(choice.key)}
              />
              {choice.name}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="board-name">{t(builtIn ? 'board:boards.nameOptional' : 'board:boards.name')}</label>
          <input
            id="board-name"
            className="input"
            maxLength={LIMITS.label}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {builtIn ? null : <OwnFields columns={columns} rows={rows} onColumns={setColumns} onRows={setRows} />}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" unavailable={missing}>
            {t('board:boards.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
