import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { ClientMessage, HostMessage } from '@core/protocol/envelope'

/** The only channel pair between a page and the host; the main process checks who sends. */
const TO_HOST = 'polyphony:to-host'
const TO_PAGE = 'polyphony:to-page'

/** The wire and nothing else. Callbacks are wrapped, so that no Electron event reaches the page. */
const wire = {
  send: (message: ClientMessage): void => ipcRenderer.send(TO_HOST, message),
  onMessage: (listener: (message: HostMessage) => void): (() => void) => {
    const heard = (_event: IpcRendererEvent, message: HostMessage): void => listener(message)
    ipcRenderer.on(TO_PAGE, heard)
    return () => void ipcRenderer.off(TO_PAGE, heard)
  },
}

contextBridge.exposeInMainWorld('polyphonyWire', wire)
