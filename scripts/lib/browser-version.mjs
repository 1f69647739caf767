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

function announce(url) {
  if (hasDisplay()) openBrowser(url)
  const opened = hasDisplay() ? 'opens in your browser. If it does not, open' : 'is running. Open'
  console.log(
    `Polyphony ${opened} this link on this computer (it works once; Enter gives a new one, Ctrl-C ends):\n\n  ${url}\n`,
  )
}

/** Turns the host's events, one JSON object per line, into words. */
function tell(line) {
  let event
  try {
    event = JSON.parse(line)
  } catch {
    console.log(line)
    return
  }
  if (event.event === 'ready') announce(event.facilitatorUrl)
  else if (event.event === 'link') console.log(`  ${event.facilitatorUrl}\n`)
  else console.log(line)
}

/** Runs the host and shows its page in the browser, or its link. Answers the host's exit code. */
export function runBrowserVersion(args) {
  const wantsJson = args.includes('--json')
  const passed = wantsJson ? args : [...args, '--json']
  const { child, ended } = foreground(process.execPath, serveArguments(passed), {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', wantsJson ? (line) => console.log(line) : tell)
  return ended
}
