import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'

/** Rarer deeds of a place. The target is a plain button, since the menu puts its own state on it. */
export const MoreMenu = ({ children }: { readonly children: ReactNode }) => {
  const t = useT()
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <button type="button" className="btn btn-icon btn-quiet" aria-label={t('common:more')} title={t('common:more')}>
          <IconDots size={19} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
