import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ActionId } from '@core/actions/catalog'
import { useT } from '../../../shared/i18n/use-t'
import { IconButton } from '../../../shared/look/button'
import { canRun, runAction } from '../../app/actions'
import { showDialog } from '../../app/panels'
import { useHelper } from '../../../shared/replica/react'

/** The same deeds are named in the palette without what they are about. */
const WORDS = {
  'board.task': 'board:deed.task',
  'board.decision': 'board:deed.decision',
  'board.question': 'board:deed.question',
  'board.project': 'board:deed.project',
  'board.indicator': 'board:deed.indicator',
  'board.activity': 'board:deed.activity',
  'vote.fromSelection': 'board:deed.vote',
} as const satisfies Partial<Record<ActionId, string>>

/** What can come of a card or of a group. */
export const CARD_DEEDS = [
  'vote.fromSelection',
  'board.task',
  'board.decision',
  'board.question',
  'board.project',
  'board.indicator',
  'board.activity',
] as const satisfies readonly ActionId[]

interface MoreMenuProps {
  readonly deeds: readonly (keyof typeof WORDS)[]
  readonly held?: { readonly now: boolean; readonly change: (held: boolean) => void }
  /** The card whose words can be erased for good. */
  readonly erasableId?: string
}

/** Rarer deeds with what the drawer shows. */
export const MoreMenu = ({ deeds, held, erasableId }: MoreMenuProps) => {
  const t = useT()
  const isHelper = useHelper()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton size="small" name={t('common:more')} icon={<IconDots size={18} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.filter(canRun).map((id) => (
          <Menu.Item key={id} onClick={() => void runAction(id)}>
            {t(WORDS[id])}
          </Menu.Item>
        ))}
        {held ? (
          <Menu.Item onClick={() => held.change(!held.now)}>
            {t(held.now ? 'board:deed.release' : 'board:deed.hold')}
          </Menu.Item>
        ) : null}
        {erasableId === undefined || isHelper ? null : (
          <Menu.Item
            onClick={() => showDialog({ kind: 'erase', erase: { what: { kind: 'records', ids: [erasableId] } } })}
          >
            {t('board:deed.erase')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
