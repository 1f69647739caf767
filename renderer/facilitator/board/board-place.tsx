import { IconEye } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import type { Board } from '@core/model/board'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { keep, kept } from '../../shared/lib/storage'
import { Button } from '../../shared/look/button'
import { useRecord, useReplica, useSession } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { MissingPlace } from '../app/missing-place'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { StepButton, useStepWords } from '../app/step-header'
import { createStore } from '../app/store'
import { BoardMenu } from './boards/board-menu'
import { BoardDrawer } from './drawer/board-drawer'
import { EmptyBoard } from './empty-board'
import { BoardBars } from './map/board-bar'
import { BoardMap } from './map/board-map'
import type { SmallMapView } from './map/small-map'
import { StageBar } from './map/stage-bar'
import { cellOf, gridOf } from './model/grid'
import type { BoardIndex } from './model/zone-index'
import { Outline } from './outline/outline'
import { BoardWorkProvider, useBoardWork } from './state/board-context'
import type { BoardWork } from './state/board-context'
import { BoardDeeds } from './state/board-deeds'
import { createBoardUi, useUi } from './state/board-ui'
import { useBoardActions } from './state/use-board-actions'
import { useBoardIndex } from './state/use-board-index'
import { useBoardFiles } from './state/use-board-files'
import { useOpenShown } from './state/use-open-shown'
import { AskBar } from './tools/ask-bar'
import { Importing } from './tools/importing'
import { MergeDialog } from './tools/merge-dialog'
import { PasteList } from './tools/paste-list'
import { ToolRow } from './tools/tool-row'
import type { BoardView } from './tools/tool-row'
import { useNarrow } from './use-narrow'
import './board.css'
import './layouts.css'
import './card.css'
import './tools.css'
import './outline.css'
import './sense.css'

export interface BoardPlaceProps {
  readonly boardId: string
  /** The step of the agenda it is opened for; without one it is opened from the list of boards. */
  readonly stepId?: string
}

const VIEW_KEY = 'polyphony.board.view'

const useBoardWorkOf = (board: Board, stepId: string | undefined): BoardWork => {
  const t = useT()
  const replica = useReplica()
  const session = useSession()
  const [ui] = useState(createBoardUi)
  const grid = useMemo(() => gridOf(board), [board])
  const deeds = useMemo(() => new BoardDeeds(replica, board.id, stepId), [replica, board.id, stepId])
  const locked = session?.state === 'closed' || (replica.snapshot()?.readOnly ?? false)
  const zoneName = useCallback(
    (zone: readonly string[]): string => {
      const cell = cellOf(grid, zone)
      const column = cell && grid.columns[cell.column]
      const row = cell && grid.rows[cell.row]
      if (!column) return ''
      const name = labelText(t, column.label)
      return row ? t('board:zone.of', { column: name, row: labelText(t, row.label) }) : name
    },
    [grid, t],
  )
  return useMemo(
    () => ({ board, grid, stepId, ui, deeds, locked, t, zoneName }),
    [board, grid, stepId, ui, deeds, locked, t, zoneName],
  )
}

const RevealButton = ({ index }: { readonly index: BoardIndex }) => {
  const t = useT()
  const { locked } = useBoardWork()
  // What is held still waits to be looked at when everything hidden is shown.
  const count = index.hidden > 0 ? index.hidden : index.held
  if (count === 0 || locked) return null
  return (
    <Button
      icon={<IconEye size={17} stroke={1.75} aria-hidden="true" />}
      onClick={() => void runAction('board.reveal')}
    >
      {t(index.hidden > 0 ? 'board:reveal.hidden' : 'board:reveal.held', { count })}
    </Button>
  )
}

const useChosenView = (): readonly [BoardView, (view: BoardView) => void] => {
  const [view, setView] = useState<BoardView>(kept(VIEW_KEY) === 'outline' ? 'outline' : 'map')
  const choose = useCallback((next: BoardView): void => {
    keep(VIEW_KEY, next)
    setView(next)
  }, [])
  return [view, choose]
}

const OpenBoard = ({ board, stepId }: { readonly board: Board; readonly stepId: string | undefined }) => {
  const t = useT()
  const work = useBoardWorkOf(board, stepId)
  const { ui } = work
  const words = useStepWords(stepId)
  const filter = useUi(ui, (state) => state.filter)
  const pasting = useUi(ui, (state) => state.pasting)
  const merging = useUi(ui, (state) => state.merging)
  const area = useBoardFiles(work)
  const drafting = useUi(ui, (state) => state.draft !== null)
  const index = useBoardIndex(board.id, work.grid, filter)
  const narrow = useNarrow()
  useOpenShown(work, index)
  const [chosen, setView] = useChosenView()
  const [smallMap] = useState(() => createStore<SmallMapView | null>(null))
  const view = narrow ? 'outline' : chosen
  useBoardActions(work, index, () => setView(view === 'map' ? 'outline' : 'map'))
  const name = labelText(t, board.label)
  const step = useRecord('step', stepId)
  // In a step for everybody the board of a group is for all eyes.
  const group = useRecord('group', step && step.groupId === undefined ? undefined : board.groupId)
  const kicker = words ? t('board:kicker', { step: words.kicker, board: name }) : t('board:kickerBoard')
  const empty = index.cards === 0 && !drafting
  return (
    <BoardWorkProvider value={work}>
      <PlaceFrame
        header={
          <>
            <PlaceHeader
              kicker={group ? t('board:kickerGroup', { kicker, group: labelText(t, group.label) }) : kicker}
              title={words?.title ?? name}
              lead={words?.lead}
              actions={
                <>
                  <RevealButton index={index} />
                  <BoardMenu />
                  {stepId === undefined ? null : <StepButton stepId={stepId} />}
                </>
              }
            >
              <ToolRow index={index} view={view} onView={setView} narrow={narrow} smallMap={smallMap} />
            </PlaceHeader>
            <StageBar />
          </>
        }
        drawer={<BoardDrawer index={index} />}
      >
        <div ref={area} className="board-area" data-view={view}>
          {empty ? (
            <EmptyBoard />
          ) : view === 'map' ? (
            <BoardMap index={index} smallMap={smallMap} />
          ) : (
            <Outline index={index} />
          )}
          <BoardBars />
          <AskBar />
        </div>
      </PlaceFrame>
      {pasting === null ? null : <PasteList begin={pasting} onClose={() => ui.patch({ pasting: null })} />}
      <Importing />
      {merging ? <MergeDialog itemIds={merging} onClose={() => ui.patch({ merging: null, wantsFocus: true })} /> : null}
    </BoardWorkProvider>
  )
}

/** A board at work: as a step of the agenda, or opened from the list of boards. */
export const BoardPlace = ({ boardId, stepId }: BoardPlaceProps) => {
  const board = useRecord('board', boardId)
  return board ? <OpenBoard key={board.id} board={board} stepId={stepId} /> : <MissingPlace />
}
