import { resolve } from 'node:path'
import type { BrowserWindow as Window, BrowserWindowConstructorOptions, Display, Rectangle } from 'electron'
import { app, BrowserWindow, screen } from 'electron'
import { APP_ORIGIN } from './app-protocol'

export type WindowRole = 'facilitator' | 'projector' | 'kiosk'

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

/** What the page is told when a display comes or goes; the session goes on either way. */
export type DisplayNews = 'projector-unplugged' | 'projector-found'

/** The facilitator's window and the projectors': one for everybody, one for each parallel group. */
export const createWindows = (
  onOpened: (window: Window, role: WindowRole) => void,
  tell: (news: DisplayNews) => void,
) => {
  let facilitator: Window | null = null
  /** By group; '' is everybody's. */
  const projectors = new Map<string, Window>()
  let tablet: Window | null = null

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
      // Without their facilitator the projectors have nothing left to show.
      for (const projector of [...projectors.values()]) projector.close()
      tablet?.close()
    })
    return facilitator
  }

  /** The page that is handed round: a window of its own, that whoever leads can put away. */
  const openTablet = (): Window => {
    if (tablet && !tablet.isDestroyed()) return raise(tablet)
    tablet = make('kiosk', { width: 1024, height: 768, title: 'Polyphony', autoHideMenuBar: true }, '/participant.html')
    tablet.on('closed', () => {
      tablet = null
    })
    return tablet
  }

  const openProjector = (groupId = ''): Window => {
    const there = projectors.get(groupId)
    const display = freeDisplay([...projectors.values()].filter((window) => window !== there))
    if (there && !there.isDestroyed()) return raise(display ? fill(there, display) : there)
    const place = display ? { ...display.bounds, fullscreen: true } : SMALL
    const page = groupId === '' ? '/projector.html' : `/projector.html#group=${encodeURIComponent(groupId)}`
    const window = make('projector', { ...place, title: 'Polyphony', autoHideMenuBar: true }, page)
    projectors.set(groupId, window)
    window.on('closed', () => projectors.delete(groupId))
    return window
  }

  // Unplugged: the system moves the full window onto the facilitator's screen, where it would cover the work.
  screen.on('display-removed', (_event, { bounds }) => {
    const homeless = [...projectors.values()].filter((window) => !window.isDestroyed() && isLost(window, bounds))
    if (homeless.length === 0) return
    homeless.forEach(shrink)
    if (facilitator && !facilitator.isDestroyed()) facilitator.focus()
    tell('projector-unplugged')
  })
  screen.on('display-added', () => tell('projector-found'))

  return {
    openFacilitator,
    openProjector,
    openTablet,
    facilitator: (): Window | null => facilitator,
    all: (): Window[] => [facilitator, tablet, ...projectors.values()].filter((window) => window !== null),
  }
}
export type Windows = ReturnType<typeof createWindows>

const raise = (window: Window): Window => {
  if (window.isMinimized()) window.restore()
  window.focus()
  return window
}

/** Where there is no display for it: a plain window on the main one. */
const SMALL = { width: 1280, height: 720 } as const

const isOn = (window: Window, bounds: Rectangle): boolean => overlaps(window.getBounds(), bounds)

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** It stood on the display that went, or the system has just pushed it, still full, onto the main one. */
const isLost = (window: Window, gone: Rectangle): boolean =>
  isOn(window, gone) || (window.isFullScreen() && isOn(window, screen.getPrimaryDisplay().bounds))

const shrink = (window: Window): void => {
  const { x, y } = screen.getPrimaryDisplay().workArea
  window.setFullScreen(false)
  window.setBounds({ x: x + 40, y: y + 40, ...SMALL })
}

const fill = (window: Window, { bounds }: Display): Window => {
  if (window.isFullScreen()) return window
  window.setBounds(bounds)
  window.setFullScreen(true)
  return window
}

/** A display that is not the main one, best one that no other projector is on. */
const freeDisplay = (others: readonly Window[]): Display | undefined => {
  const main = screen.getPrimaryDisplay()
  const second = screen.getAllDisplays().filter((display) => display.id !== main.id)
  const taken = (display: Display): boolean =>
    others.some((window) => !window.isDestroyed() && overlaps(window.getBounds(), display.bounds))
  return second.find((display) => !taken(display)) ?? (others.length === 0 ? second[0] : undefined)
}
