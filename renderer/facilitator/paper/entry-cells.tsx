import type { KeyboardEvent } from 'react'
import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { cellsPerOption, cleanCell, isOneKey, takesMinus } from './entry-model'
import { PaperMarks } from './paper-marks'
import type { Entry } from './use-entry'

export type Move = 'next' | 'back' | 'save'

interface EntryCellsProps {
  readonly vote: Vote
  readonly entry: Entry
  readonly register: (at: number, node: HTMLInputElement | null) => void
  readonly onMove: (from: number, move: Move) => void
}

/** Keys that lead on; all others are for the field. */
const moveOf = (event: KeyboardEvent<HTMLInputElement>): Move | null => {
  if (event.key === 'Enter' || event.key === 'ArrowDown') return 'next'
  if (event.key === 'ArrowUp') return 'back'
  if (event.key === 'Backspace' && event.currentTarget.value === '') return 'back'
  return event.key === 'End' ? 'save' : null
}

interface CellProps extends EntryCellsProps {
  readonly at: number
  readonly name: string
}

const Cell = ({ vote, entry, register, onMove, at, name }: CellProps) => {
  const value = entry.typed.cells[at] ?? ''
  const { method, options } = vote
  const set = (next: string): void =>
    entry.change({ kind: 'ballot', cells: entry.typed.cells.map((cell, index) => (index === at ? next : cell)) })
  const type = (text: string): void => {
    const next = cleanCell(method, options.length, text)
    set(next)
    if (isOneKey(method, options.length) && /\d$/.test(next) && /\d/.test(text)) onMove(at, 'next')
  }
  return (
    <span className="slip-cell">
      <PaperMarks method={method} value={value} onSet={set} />
      <input
        ref={(node) => register(at, node)}
        className="input cell-input"
        inputMode={takesMinus(method) ? 'text' : 'numeric'}
        autoComplete="off"
        aria-label={name}
        aria-invalid={entry.problem?.at === at || undefined}
        aria-describedby={entry.problem?.at === at ? 'marks-problem' : undefined}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          const move = event.ctrlKey || event.metaKey || event.altKey ? null : moveOf(event)
          if (move === null) return
          event.preventDefault()
          onMove(at, move)
        }}
      />
    </span>
  )
}

/** The options in the order of the paper, each with its marks and the field for the keyboard. */
export const EntryCells = (props: EntryCellsProps) => {
  const t = useT()
  const { vote } = props
  const size = cellsPerOption(vote.method)
  return (
    <ol className={`slip-options method-${vote.method.name}`}>
      {vote.options.map((option, index) => {
        const name = `${index + 1} ${option.text}`
        return (
          <li key={option.id} data-off={props.entry.typed.kind !== 'ballot' || undefined}>
            <span className="slip-option">
              <b>{index + 1}</b>
              <span dir="auto">{option.text}</span>
            </span>
            {size === 1 ? (
              <Cell {...props} at={index} name={name} />
            ) : (
              <span className="slip-pair">
                {(['effort', 'effect'] as const).map((scale, part) => (
                  <span key={scale}>
                    <span className="quiet">{t(`ballot:scale.${scale}.name`)}</span>
                    <Cell {...props} at={index * 2 + part} name={`${name}: ${t(`ballot:scale.${scale}.name`)}`} />
                  </span>
                ))}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
