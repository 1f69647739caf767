import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { BoardTemplateCard } from '@core/protocol/views'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import { Button } from '../../../shared/look/button'
import { useRequest, useRun } from '../../../shared/replica/react'
import { Dialog, DialogActions } from '../../app/dialog'
import { nav } from '../../app/nav'
import { reportFailure } from '../../app/problems'
import { BoardPreview } from './board-preview'
import type { OwnBoard } from './own-board'
import { axesOf, EMPTY_BOARD, missingIn } from './own-board'
import { OwnBoardFields } from './own-board-fields'
import './new-board.css'

const OWN = 'own'

const useBoardTemplates = (): readonly BoardTemplateCard[] | null => {
  const request = useRequest()
  const [boards, setBoards] = useState<readonly BoardTemplateCard[] | null>(null)
  useEffect(() => {
    void request('board.templates', {}).then((result) => {
      setBoards(result.ok ? result.value : [])
      if (!result.ok) reportFailure(result.error)
    })
  }, [request])
  return boards
}

interface ChoiceProps {
  readonly boards: readonly BoardTemplateCard[]
  readonly chosen: string
  readonly choose: (id: string) => void
}

const BoardChoice = ({ boards, chosen, choose }: ChoiceProps) => {
  const t = useT()
  const radio = (id: string) => (
    <input type="radio" name="board-kind" checked={chosen === id} onChange={() => choose(id)} />
  )
  return (
    <fieldset className="board-choices">
      <legend>{t('board:boards.which')}</legend>
      {boards.map(({ id, key, label, layout, axes }) => (
        <label key={id} className="board-choice">
          {radio(id)}
          <BoardPreview layout={layout} columns={axes[0]?.entries.length ?? 1} rows={axes[1]?.entries.length ?? 1} />
          <span className="board-choice-words">
            <span className="board-choice-name">{labelText(t, label)}</span>
            <span className="board-choice-about">{t(`boards:boardTemplate.${key}.about`)}</span>
          </span>
        </label>
      ))}
      <label className="board-choice board-choice-own">
        {radio(OWN)}
        <BoardPreview layout="columns" columns={3} rows={1} />
        <span className="board-choice-words">
          <span className="board-choice-name">{t('board:boards.own')}</span>
          <span className="board-choice-about">{t('board:boards.ownAbout')}</span>
        </span>
      </label>
    </fieldset>
  )
}

/** What is on the chosen board, in words: its axes with all entries. */
const Entries = ({ board }: { readonly board: BoardTemplateCard }) => {
  const t = useT()
  return (
    <dl className="board-entries">
      {board.axes.map((axis) => (
        <div key={axis.id}>
          <dt>{labelText(t, axis.label)}</dt>
          <dd>
            <ul>
              {axis.entries.map((entry) => (
                <li key={entry.id}>{labelText(t, entry.label)}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface FormProps {
  readonly boards: readonly BoardTemplateCard[]
  readonly onClose: () => void
}

const useMake = (onClose: () => void) => {
  const t = useT()
  const run = useRun()
  return async (template: BoardTemplateCard | undefined, name: string, own: OwnBoard): Promise<void> => {
    const id = newId()
    const names = { first: t('board:boards.columnsName'), second: t('board:boards.rowsName') }
    const done = await run(
      'board.add',
      template
        ? {
            id,
            label: name === '' ? template.label : { text: name },
            layout: template.layout,
            axes: [...template.axes],
            templateKey: template.id,
          }
        : { id, label: { text: name }, layout: own.layout, axes: axesOf(own, names, newId) },
    )
    if (!done.ok) return reportFailure(done.error)
    onClose()
    return nav.go({ kind: 'board', id })
  }
}

const NewBoardForm = ({ boards, onClose }: FormProps) => {
  const t = useT()
  const make = useMake(onClose)
  const [chosen, setChosen] = useState(boards[0]?.id ?? OWN)
  const [name, setName] = useState('')
  const [own, setOwn] = useState(EMPTY_BOARD)
  const template = boards.find(({ id }) => id === chosen)
  const problem = template ? null : name.trim() === '' ? 'ownName' : missingIn(own)
  const missing = problem === null ? undefined : t(`board:boards.${problem}`)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (missing === undefined) void make(template, name.trim(), own)
  }
  return (
    <form className="board-new" onSubmit={submit}>
      <BoardChoice boards={boards} chosen={chosen} choose={setChosen} />
      <div className="board-rest">
        <div className="field">
          <label htmlFor="board-name">{t(template ? 'board:boards.nameOptional' : 'board:boards.name')}</label>
          <input
            id="board-name"
            className="input"
            maxLength={LIMITS.label}
            placeholder={template ? labelText(t, template.label) : undefined}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {template ? (
          <Entries board={template} />
        ) : (
          <OwnBoardFields own={own} set={(part) => setOwn({ ...own, ...part })} />
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button kind="primary" type="submit" unavailable={missing}>
          {t('board:boards.make')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** A board from those that come with the app, or from scratch. */
export const NewBoard = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const boards = useBoardTemplates()
  return (
    <Dialog title={t('board:boards.newTitle')} onClose={onClose} wide>
      {boards === null ? (
        <p aria-busy="true">{t('common:loading')}</p>
      ) : (
        <NewBoardForm boards={boards} onClose={onClose} />
      )}
    </Dialog>
  )
}
