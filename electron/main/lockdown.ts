import type { App, Session, WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol'

const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

const isOwn = (url: string): boolean => {
  try {
    const { protocol, host } = new URL(url)
    return protocol === 'app:' && host === 'bundle'
  } catch {
    return false
  }
}

/** Everything a page could ask of the machine is refused, but writing text to the clipboard and going full screen. */
export const lockSession = (session: Session): void => {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(ALLOWED_PERMISSIONS.has(permission) && contents !== null && isOwn(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED_PERMISSIONS.has(permission) && isOwn(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // Pages talk to the host over IPC: no request of theirs may leave the laptop.
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({
      cancel: !/^(app|blob|data|devtools|chrome-devtools):/.test(details.url) && !details.url.startsWith(APP_ORIGIN),
    }),
  )
}

/** For every page there is and will be: no new windows, no leaving the app's own pages, no webviews. */
export const lockContents = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => lock(contents))
}

const lock = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
}

export const isOwnAddress = isOwn
