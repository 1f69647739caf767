import type { BrowserWindow, IpcMainEvent } from 'electron'
import { ipcMain } from 'electron'
import { WIRE_LIMITS } from '@core/model/limits'
import type { Connection, HostConnection } from '../host/seat'
import { isOwnAddress } from './lockdown'
import type { WindowRole } from './windows'

const TO_HOST = 'polyphony:to-host'
const TO_PAGE = 'polyphony:to-page'

type Attach = (connection: Connection) => HostConnection

/**
 * One window ↔ one host connection. Only the main frame of a window we made, showing a page of ours, is heard; a
 * reload is a new connection.
 */
export const createIpcAdapter = (attach: Attach) => {
  const known = new Map<
    number,
    { readonly role: WindowRole; seat: HostConnection | null; readonly window: BrowserWindow }
  >()

  const connect = (window: BrowserWindow, role: WindowRole): HostConnection =>
    attach({
      from: 'window',
      windowRole: role,
      address: 'window',
      send: ({ message }) => {
        if (!window.isDestroyed()) window.webContents.send(TO_PAGE, message)
      },
      buffered: () => 0,
      close: () => undefined,
    })

  ipcMain.on(TO_HOST, (event: IpcMainEvent, message: unknown) => {
    const entry = known.get(event.sender.id)
    // Read at once: after a navigation the frame may be gone.
    const frame = event.senderFrame
    if (!entry || !frame || frame !== event.sender.mainFrame || !isOwnAddress(frame.url)) return
    if (tooLarge(message)) return
    if (isHello(message)) {
      entry.seat?.ended()
      entry.seat = connect(entry.window, entry.role)
    }
    entry.seat?.receive(message)
  })

  return {
    add: (window: BrowserWindow, role: WindowRole): void => {
      const { id } = window.webContents
      known.set(id, { role, seat: null, window })
      window.on('closed', () => {
        known.get(id)?.seat?.ended()
        known.delete(id)
      })
    },
  }
}

const isHello = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 't' in message && message.t === 'hello'

/** Structured clones have no length; their JSON has. Cyclic or foreign values are refused with it. */
const tooLarge = (message: unknown): boolean => {
  try {
    return JSON.stringify(message).length > WIRE_LIMITS.facilitator
  } catch {
    return true
  }
}
