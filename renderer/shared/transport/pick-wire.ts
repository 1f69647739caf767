import { openElectronWire } from './electron-wire'
import { hostSocketUrl, openWebSocketWire } from './websocket-wire'
import type { OpenWire } from './wire'

/** Whether the page runs in a window of the desktop app, whose window alone proves the role. */
export const inDesktopApp = (): boolean => window.polyphonyWire !== undefined

/** The way to the host from where this page runs: the bridge of the desktop app, else a WebSocket. */
export const pickWire = (): OpenWire => {
  const bridge = window.polyphonyWire
  if (bridge) return () => openElectronWire(bridge)
  return () => openWebSocketWire(hostSocketUrl(location))
}
