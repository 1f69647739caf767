import { IconArrowsMove } from '@tabler/icons-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import { KeyCap } from '../../../shared/look/key-cap'
import { useHistory } from '../../../shared/replica/react'
import { runAction } from '../../app/actions'
import { selection } from '../../app/selection'
import { useBoardWork } from '../state/board-context'
import { ChosenBar } from './chosen-bar'
import type { BoardUiStore } from '../state/board-ui'
import { useUi } from '../state/board-ui'
import { chosenIds } from '../state/chosen'

/** How long a quiet line stays, ms. Undo stays possible after it, by the button above and by keyboard. */
const NOTE_TIME = 12_000

const CarryBar = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const words = useUi(ui, (state) => state.carryWords)
  if (!words) return null
  return (
    <div className="board-bar" data-by={words.by} aria-hidden="true">
      <IconArrowsMove size={20} stroke={1.75} />
      <div className="board-bar-words">
        <p className="board-bar-title">{words.title}</p>
        <p>{t(words.by === 'keyboard' ? 'board:carry.hint' : 'board:carry.pointerHint')}</p>
      </div>
      <div className="board-bar-keys">
        {words.by === 'keyboard' ? (
          <>
            <KeyCap keys={['←']} />
            <KeyCap keys={['↑']} />
            <KeyCap keys={['↓']} />
            <KeyCap keys={['→']} />
            <span>{t('board:carry.move')}</span>
            <KeyCap keys={[t('board:keys.space')]} />
            <span>{t('board:carry.drop')}</span>
          </>
        ) : null}
        <KeyCap keys={[t('board:keys.esc')]} />
        <span>{t('board:carry.cancel')}</span>
      </div>
    </div>
  )
}

/** A line about a deed that was taken back, by whichever way, goes with it: its Undo would take back another one. */
const useGoesWithUndo = (ui: BoardUiStore): void => {
  const { redo } = useHistory()
  const before = useRef(redo)
  useEffect(() => {
    if (before.current === null && redo !== null && ui.get().note?.undoable) ui.patch({ note: null })
    before.current = redo
  }, [redo, ui])
}

const NoteBar = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const note = useUi(ui, (state) => state.note)
  const several = useSyncExternalStore(selection.subscribe, () => chosenIds().size > 1)
  useGoesWithUndo(ui)
  useEffect(() => {
    if (!note) return undefined
    const timer = setTimeout(() => ui.patch({ note: null }), NOTE_TIME)
    return () => clearTimeout(timer)
  }, [note, ui])
  // The bar of the chosen cards stands in the same place and lasts longer.
  if (!note || several) return null
  return (
    <div className="board-note">
      <span>{note.text}</span>
      {note.link ? (
        <button type="button" className="btn btn-link" onClick={note.link.go}>
          {note.link.text}
        </button>
      ) : null}
      {note.undoable ? (
        <button
          type="button"
          className="btn btn-link"
          onClick={() => {
            runAction('edit.undo')
            ui.patch({ note: null, wantsFocus: true })
          }}
        >
          {t('board:note.undo')}
        </button>
      ) : null}
    </div>
  )
}

/** What is spoken and shown while something is carried, and the quiet line after a deed. */
export const BoardBars = () => {
  const { ui } = useBoardWork()
  const words = useUi(ui, (state) => state.carryWords?.title ?? state.note?.text ?? '')
  return (
    <>
      <p className="visually-hidden" role="status" aria-live="assertive">
        {words}
      </p>
      <CarryBar />
      <ChosenBar />
      <NoteBar />
    </>
  )
}
