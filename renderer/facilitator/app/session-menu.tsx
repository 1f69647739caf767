import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ActionId } from '@core/actions/catalog'
import { useT } from '../../shared/i18n/use-t'
import { KeyCap } from '../../shared/look/key-cap'
import { actionEntry, canRun, runAction } from './actions'
import { keyCaps } from './shortcuts'

const GROUPS: readonly (readonly ActionId[])[] = [
  ['session.start', 'session.nextStep', 'session.finish'],
  ['file.next', 'session.merge', 'file.keepTemplate', 'file.report', 'file.saveElsewhere'],
  ['view.settings', 'go.history', 'help.open', 'help.shortcuts', 'file.leave'],
]

const Item = ({ id }: { readonly id: ActionId }) => {
  const t = useT()
  const keys = actionEntry(id)?.keys
  const caps = keys === undefined ? null : <KeyCap keys={keyCaps(keys, (key) => t(`shell:keys.${key}`))} />
  return (
    <Menu.Item rightSection={caps} onClick={() => void runAction(id)} disabled={!canRun(id)}>
      {t(`actions:${id}`)}
    </Menu.Item>
  )
}

/** Where the system has no dialog for it, saving elsewhere is not a deed that is merely closed now. */
const isOffered = (id: ActionId): boolean => id !== 'file.saveElsewhere' || canRun(id)

/** The session's title; a click shows what can be done with the session as a whole. */
export const SessionMenu = ({ title }: { readonly title: string }) => (
  <Menu position="bottom-start" withinPortal>
    <Menu.Target>
      <button type="button" className="top-session" title={title}>
        <span>{title}</span>
        <IconChevronDown size={15} stroke={2} aria-hidden="true" />
      </button>
    </Menu.Target>
    <Menu.Dropdown>
      {GROUPS.map((group, index) => (
        <div key={group[0]}>
          {index === 0 ? null : <Menu.Divider />}
          {group.filter(isOffered).map((id) => (
            <Item key={id} id={id} />
          ))}
        </div>
      ))}
    </Menu.Dropdown>
  </Menu>
)
