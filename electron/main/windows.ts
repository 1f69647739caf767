import { resolve } from 'node:path'
import type { BrowserWindow as Window, BrowserWindowConstructorOptions } from 'electron'
import { app, BrowserWindow, screen } from 'electron'
import { APP_ORIGIN } from './app-protocol'

export type WindowRole = 'facilitator' | 'projector'

/** Spelled out in full, so that a changed default of a later Electron changes nothing here. */
const pageOptions = (): NonNullable<BrowserWindowConstructorOptions['webPreferences']> => ({
  preload: resolve(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  devTools: !app.isPackaged,
  defaultEncoding: 'UTF-8',
})

/** The facilitator's window and, on the second display where there is one, the projector's. */
export const createWindows = (onOpened: (window: Window, role: WindowRole) => void) => {
  let facilitator: Window | null = null
  let projector: Window | null = null

  const make = (role: WindowRole, options: BrowserWindowConstructorOptions, page: string): Window => {
    const window = new BrowserWindow({
      show: false,
      backgroundColor: '#E9E2D5',
      ...options,
      webPreferences: pageOptions(),
    })
    onOpened(window, role)
    window.once('ready-to-show', () => window.show())
    void window.loadURL(`${APP_ORIGIN}${page}`)
    return window
  }

  const openFacilitator = (): Window => {
    if (facilitator && !facilitator.isDestroyed()) return raise(facilitator)
    facilitator = make(
      'facilitator',
      { width: 1440, height: 900, minWidth: 480, minHeight: 480, title: 'Polyphony' },
      '/index.html',
    )
    facilitator.on('closed', () => {
      facilitator = null
      // Without its facilitator the projector has nothing left to show.
      projector?.close()
    })
    return facilitator
  }

  const openProjector = (): Window => {
    if (projector && !projector.isDestroyed()) return raise(projector)
    const place = projectorPlace()
    projector = make('projector', { ...place, title: 'Polyphony', autoHideMenuBar: true }, '/projector.html')
    projector.on('closed', () => {
      projector = null
    })
    return projector
  }

  return {
    openFacilitator,
    openProjector,
    facilitator: (): Window | null => facilitator,
    all: (): Window[] => [facilitator, projector].filter((window) => window !== null),
  }
}
export type Windows = ReturnType<typeof createWindows>

const raise = (window: Window): Window => {
  if (window.isMinimized()) window.restore()
  window.focus()
  return window
}

/** Full screen on the display that is not the main one; a plain window where there is only one. */
const projectorPlace = (): BrowserWindowConstructorOptions => {
  const main = screen.getPrimaryDisplay()
  const second = screen.getAllDisplays().find((display) => display.id !== main.id)
  return second ? { ...second.bounds, fullscreen: true } : { width: 1280, height: 720 }
}
