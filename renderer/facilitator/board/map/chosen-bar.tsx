import { Menu } from '@mantine/core'
import {
  IconArrowsMove,
  IconChartBar,
  IconCopyCheck,
  IconDots,
  IconStack2,
  IconTag,
  IconTrash,
  IconUsers,
  IconX,
} from '@tabler/icons-react'
import { useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { ActionId } from '@core/actions/catalog'
import { lookAlikes } from '@core/rules/similar'
import { useT } from '../../../shared/i18n/use-t'
import { Button, IconButton } from '../../../shared/look/button'
import { useReplica } from '../../../shared/replica/react'
import { canRun, runAction } from '../../app/actions'
import { selection } from '../../app/selection'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { chosenIds } from '../state/chosen'

/** From two on: one card alone has its drawer. */
const FEWEST = 2
/** With more chosen, who says the same is not looked for. */
const MOST_COMPARED = 300

/** Rarer deeds with all that is chosen. */
const REST = [
  ['board.hold', 'board:chosen.hold'],
  ['board.task', 'board:deed.task'],
  ['board.decision', 'board:deed.decision'],
  ['board.question', 'board:deed.question'],
  ['board.project', 'board:deed.project'],
] as const satisfies readonly (readonly [ActionId, string])[]

const Deed = (props: {
  readonly action: ActionId
  readonly words: string
  readonly icon: ReactNode
  readonly danger?: boolean
}) => (
  <Button
    size="small"
    {...(props.danger ? { kind: 'danger' as const } : {})}
    icon={props.icon}
    onClick={() => void runAction(props.action)}
  >
    {props.words}
  </Button>
)

const RestMenu = () => {
  const t = useT()
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <IconButton size="small" name={t('common:more')} icon={<IconDots size={18} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown>
        {REST.filter(([id]) => canRun(id)).map(([id, words]) => (
          <Menu.Item key={id} onClick={() => void runAction(id)}>
            {t(words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Which of the chosen look like duplicates: a hint, nothing more. */
const useAlike = (chosen: ReadonlySet<string>): readonly string[] => {
  const replica = useReplica()
  return useMemo(() => {
    if (chosen.size < FEWEST || chosen.size > MOST_COMPARED) return []
    const cards = [...chosen].flatMap((id) => replica.view.card.get(id) ?? []).filter((card) => card.revealed)
    return lookAlikes(cards).flat()
  }, [chosen, replica])
}

/** What can be done with several cards at once, in reach of the mouse; the keys do the same. */
export const ChosenBar = () => {
  const t = useT()
  const { ui, deeds, locked } = useBoardWork()
  const chosen = useSyncExternalStore(selection.subscribe, chosenIds)
  const busy = useUi(ui, (state) => state.ask !== null || state.carryWords !== null || state.draft !== null)
  const alike = useAlike(chosen)
  if (locked || busy || chosen.size < FEWEST) return null
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
  return (
    <div className="chosen-bar" role="group" aria-label={t('board:chosen.name')}>
      <b role="status">{t('board:chosen.count', { count: deeds.cardsOf([...chosen]).length })}</b>
      {alike.length > 0 && alike.length < chosen.size ? (
        <button
          type="button"
          className="btn btn-link small"
          onClick={() => selection.select(alike.map((id) => ({ type: 'card', id })))}
        >
          {t('board:chosen.alike', { count: alike.length })}
        </button>
      ) : alike.length > 0 ? (
        <span className="quiet small">{t('board:chosen.allAlike')}</span>
      ) : null}
      <Deed action="board.cluster" words={t('board:cluster.make')} icon={<IconStack2 {...icon} />} />
      <Deed action="board.merge" words={t('board:merge.deed')} icon={<IconCopyCheck {...icon} />} />
      <Deed action="board.moveCards" words={t('board:chosen.move')} icon={<IconArrowsMove {...icon} />} />
      <Deed action="board.setVoice" words={t('board:voice.label')} icon={<IconUsers {...icon} />} />
      <Deed action="board.tag" words={t('board:drawer.tag')} icon={<IconTag {...icon} />} />
      <Deed action="vote.fromSelection" words={t('board:chosen.vote')} icon={<IconChartBar {...icon} />} />
      <Deed action="board.delete" words={t('board:deed.delete')} icon={<IconTrash {...icon} />} danger />
      <RestMenu />
      <IconButton
        size="small"
        name={t('board:chosen.none')}
        icon={<IconX size={16} stroke={1.75} />}
        onClick={() => selection.clear()}
      />
    </div>
  )
}
