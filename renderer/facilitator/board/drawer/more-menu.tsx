import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ActionId } from '@core/actions/catalog'
import { useT } from '../../../shared/i18n/use-t'
import { IconButton } from '../../../shared/look/button'
import { canRun, runAction } from '../../app/actions'

interface MoreMenuProps {
  readonly deeds: readonly ActionId[]
  readonly held?: { readonly now: boolean; readonly change: (held: boolean) => void }
}

/** Rarer deeds with what the drawer shows. */
export const MoreMenu = ({ deeds, held }: MoreMenuProps) => {
  const t = useT()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton size="small" name={t('common:more')} icon={<IconDots size={18} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.filter(canRun).map((id) => (
          <Menu.Item key={id} onClick={() => void runAction(id)}>
            {t(`board:deed.${id.replace('.', '_')}`)}
          </Menu.Item>
        ))}
        {held ? (
          <Menu.Item onClick={() => held.change(!held.now)}>
            {t(held.now ? 'board:deed.release' : 'board:deed.hold')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
