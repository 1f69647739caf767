import type { MenuItemConstructorOptions } from 'electron'
import type { ActionEntry, ActionGroup } from '@core/actions/catalog'
import { ACTIONS } from '@core/actions/catalog'
import type { Lookup } from '@core/text/lookup'

const GROUPS: readonly ActionGroup[] = ['file', 'edit', 'go', 'session', 'board', 'vote', 'room', 'view', 'help']

/** `Mod+K` → `CmdOrCtrl+K`. Single letters stay with the page: as menu keys they would steal typing. */
const accelerator = (keys: string | undefined): string | undefined =>
  keys?.startsWith('Mod+') ? keys.replace('Mod+', 'CmdOrCtrl+').replace('ArrowRight', 'Right') : undefined

/** The native menu from the one action list; a click asks the page to run the action. */
export const menuTemplate = (
  t: Lookup,
  run: (action: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] => {
  const item = (action: ActionEntry): MenuItemConstructorOptions => {
    const keys = accelerator(action.keys)
    return {
      id: action.id,
      label: t(`actions:${action.id}`),
      click: () => run(action.id),
      ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
    }
  }
  const group = (name: ActionGroup): MenuItemConstructorOptions => ({
    label: t(`actions:group.${name}`),
    submenu: [...ACTIONS.filter((action) => action.group === name).map(item), ...extras(name, platform)],
  })
  return [...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []), ...GROUPS.map(group)]
}

const extras = (group: ActionGroup, platform: NodeJS.Platform): MenuItemConstructorOptions[] => {
  switch (group) {
    case 'file':
      return [{ type: 'separator' }, platform === 'darwin' ? { role: 'close' } : { role: 'quit' }]
    case 'edit':
      return [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'view':
      return [
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ]
    default:
      return []
  }
}
