import { IconChevronLeft, IconChevronRight, IconPresentation } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Board } from '@core/model/board'
import type { Stage } from '@core/model/session'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { itemsByZone } from '../../../shared/lib/board-items'
import { boardPictures, pictureAt, stageOf } from '../../../shared/lib/board-pages'
import { Button, IconButton } from '../../../shared/look/button'
import { useRecord, useSession, useTable } from '../../../shared/replica/react'
import { runAction } from '../../app/actions'
import { useActions } from '../../app/use-actions'
import { useShowStage } from '../../room/use-show-stage'
import { useBoardWork } from '../state/board-context'

type BoardStage = Extract<Stage, { view: 'board' }>

const stageOn = (stage: Stage | undefined, board: Board): BoardStage | null =>
  stage?.view === 'board' && stage.boardId === board.id ? stage : null

/** What the room sees of this board: the group's own projector for the board of a group. */
const useShown = (board: Board): BoardStage | null => {
  const session = useSession()
  const group = useRecord('group', board.groupId)
  return stageOn(group?.stage ?? session?.stage, board)
}

/** The pictures of the board, made only while one of them is shown. */
const usePictures = (board: Board, shown: BoardStage | null) => {
  const cards = useTable('card')
  const clusters = useTable('cluster')
  const on = shown !== null
  const entryId = shown?.entryId
  return useMemo(
    () => (on ? boardPictures(board, itemsByZone(board, cards.values(), clusters.values()), entryId) : []),
    [on, board, cards, clusters, entryId],
  )
}

/** While the projector shows this board: which of its pictures, and the way to the others. */
export const StageBar = () => {
  const t = useT()
  const showStage = useShowStage()
  const { board, locked } = useBoardWork()
  const shown = useShown(board)
  const pictures = usePictures(board, shown)
  const at = shown ? pictureAt(pictures, shown.entryId, shown.page ?? 0) : 0
  const show = (stage: Stage): Promise<void> => showStage(stage, board.groupId)
  const step = (by: number): void => {
    const next = at + by
    if (next >= 0 && next < pictures.length) void show(stageOf(board.id, pictures, next))
  }
  useActions({
    'board.show': { enabled: () => !locked && shown === null, run: () => show({ view: 'board', boardId: board.id }) },
    'board.showNext': { enabled: () => shown !== null && at + 1 < pictures.length, run: () => step(1) },
    'board.showPrevious': { enabled: () => shown !== null && at > 0, run: () => step(-1) },
  })
  if (!shown || locked) return null
  const picture = pictures[at]
  const entry = picture?.kind === 'cards' ? picture.entry : null
  const name = entry ? labelText(t, entry.label) : t('board:stage.whole')
  return (
    <div className="stage-bar" role="group" aria-label={t('board:stage.name')}>
      <IconPresentation size={17} stroke={1.75} aria-hidden="true" />
      <span className="stage-words" role="status">
        {t('board:stage.shown', { name, picture: at + 1, count: pictures.length })}
      </span>
      <IconButton
        size="small"
        name={t('board:stage.previous')}
        unavailable={at === 0 ? t('board:boards.isFirst') : undefined}
        icon={<IconChevronLeft size={17} stroke={1.9} />}
        onClick={() => void runAction('board.showPrevious')}
      />
      <IconButton
        size="small"
        name={t('board:stage.next')}
        unavailable={at + 1 >= pictures.length ? t('board:boards.isLast') : undefined}
        icon={<IconChevronRight size={17} stroke={1.9} />}
        onClick={() => void runAction('board.showNext')}
      />
      {pictures.length > 2 ? (
        <select
          className="input stage-choice"
          aria-label={t('board:stage.choose')}
          value={at}
          onChange={(event) => void show(stageOf(board.id, pictures, Number(event.target.value)))}
        >
          {pictures.map((one, index) => (
            <option key={index} value={index}>
              {one.kind === 'cards' && one.entry
                ? t('board:stage.option', { name: labelText(t, one.entry.label), page: one.page + 1, count: one.pages })
                : t('board:stage.whole')}
            </option>
          ))}
        </select>
      ) : null}
      {at > 0 ? (
        <Button size="small" kind="quiet" onClick={() => void show({ view: 'board', boardId: board.id })}>
          {t('board:stage.overview')}
        </Button>
      ) : null}
    </div>
  )
}
