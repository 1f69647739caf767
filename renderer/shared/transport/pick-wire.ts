import { openElectronWire } from './electron-wire'
import { hostSocketUrl, openWebSocketWire } from './websocket-wire'
import type { OpenWire } from './wire'

/** Whether the page runs in a window of the desktop app, whose window alone proves the role. */
export const inDesktopApp = (): boolean => window.polyphonyWire !== undefined

/** The host's door for what was given to another computer of the room; phones have their own. */
export const GRANTED_SOCKET = '/ws/granted'

/** The way to the host from where this page runs: the bridge of the desktop app, else a WebSocket. */
export const pickWire = (path = '/ws'): OpenWire => {
  const bridge = window.polyphonyWire
  if (bridge) return () => openElectronWire(bridge)
  return () => openWebSocketWire(hostSocketUrl(location, path))
}
