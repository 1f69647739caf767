import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hasDisplay } from './electron-runtime.mjs'
import { foreground } from './foreground.mjs'
import { at } from './run.mjs'

/** `serve`, with the sample labs unless the caller has named them already. */
export const serveArguments = (args) => [
  at('out/host/cli.js'),
  'serve',
  '--sample',
  ...args.filter((arg) => arg !== '--sample'),
]

const openers = {
  darwin: (url) => ['open', [url]],
  win32: (url) => ['rundll32', ['url.dll,FileProtocolHandler', url]],
}

function openBrowser(url) {
  const [command, args] = (openers[process.platform] ?? ((link) => ['xdg-open', [link]]))(url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // The link is printed as well, so a machine without an opener loses nothing.
  child.on('error', () => {})
  child.unref()
}

function readyUrl(line) {
  try {
    const event = JSON.parse(line)
    return event.event === 'ready' ? event.facilitatorUrl : null
  } catch {
    return null
  }
}

function announce(url) {
  if (hasDisplay()) openBrowser(url)
  console.log(`Polyphony is running. Open this link in a browser on this computer:\n\n  ${url}\n\nCtrl-C ends it.`)
}

/** Runs the host and shows its page in the browser, or its link. Answers the host's exit code. */
export function runBrowserVersion(args) {
  const wantsJson = args.includes('--json')
  const passed = wantsJson ? args : [...args, '--json']
  const { child, ended } = foreground(process.execPath, serveArguments(passed), {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const url = wantsJson ? null : readyUrl(line)
    if (url) announce(url)
    else console.log(line)
  })
  return ended
}
