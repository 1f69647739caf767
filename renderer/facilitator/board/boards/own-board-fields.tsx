import { useId } from 'react'
import type { Layout } from '@core/model/board'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { BoardPreview } from './board-preview'
import type { OwnBoard } from './own-board'
import { entriesIn, hasSecond, LAYOUTS } from './own-board'

interface FieldsProps {
  readonly own: OwnBoard
  readonly set: (part: Partial<OwnBoard>) => void
}

/** As a picture of each layout: what was typed already is drawn, else a usual number of entries. */
const sizeOf = (own: OwnBoard, layout: Layout): { readonly columns: number; readonly rows: number } => ({
  columns: entriesIn(own.firstEntries).length || 3,
  rows: layout === 'matrix' ? entriesIn(own.secondEntries).length || 3 : entriesIn(own.secondEntries).length || 1,
})

const LayoutChoice = ({ own, set }: FieldsProps) => {
  const t = useT()
  return (
    <fieldset className="board-layouts">
      <legend>{t('board:boards.layout')}</legend>
      {LAYOUTS.map((layout) => (
        <label key={layout} className="board-choice board-choice-small">
          <input type="radio" name="board-layout" checked={own.layout === layout} onChange={() => set({ layout })} />
          <BoardPreview layout={layout} {...sizeOf(own, layout)} />
          <span className="board-choice-name">{t(`shell:layout.${layout}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface AxisProps {
  readonly title: string
  readonly hint: string
  readonly name: string
  readonly entries: string
  readonly onName: (text: string) => void
  readonly onEntries: (text: string) => void
}

const AxisFields = ({ title, hint, name, entries, onName, onEntries }: AxisProps) => {
  const t = useT()
  const id = useId()
  return (
    <div className="board-axis" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('board:boards.axisName')}</label>
        <input
          id={`${id}-name`}
          className="input"
          maxLength={LIMITS.label}
          value={name}
          onChange={(event) => onName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-entries`}>{t('board:boards.entries')}</label>
        <textarea
          id={`${id}-entries`}
          className="input"
          rows={5}
          value={entries}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onEntries(event.target.value)}
        />
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      </div>
    </div>
  )
}

/** Layout, axes and entries of a board from scratch. */
export const OwnBoardFields = ({ own, set }: FieldsProps) => {
  const t = useT()
  const { layout } = own
  return (
    <>
      <LayoutChoice own={own} set={set} />
      <div className="board-axes">
        <AxisFields
          title={t(`board:boards.first.${layout}`)}
          hint={t(layout === 'quadrants' ? 'board:boards.hintTwo' : `board:boards.hint.${layout}`)}
          name={own.first}
          entries={own.firstEntries}
          onName={(first) => set({ first })}
          onEntries={(firstEntries) => set({ firstEntries })}
        />
        {hasSecond(layout) ? (
          <AxisFields
            title={t(layout === 'columns' ? 'board:boards.secondMaybe' : `board:boards.second.${layout}`)}
            hint={t(layout === 'quadrants' ? 'board:boards.hintTwo' : 'board:boards.hintRows')}
            name={own.second}
            entries={own.secondEntries}
            onName={(second) => set({ second })}
            onEntries={(secondEntries) => set({ secondEntries })}
          />
        ) : null}
      </div>
    </>
  )
}
