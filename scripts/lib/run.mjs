import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const at = (...parts) => resolve(root, ...parts)

/**
 * Path of a dependency's command, to be run with `process.execPath`: works on Windows without a shell, and
 * without npm's own chatter.
 */
export function commandOf(name, command = name) {
  const manifest = JSON.parse(readFileSync(at('node_modules', name, 'package.json'), 'utf8'))
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  return at('node_modules', name, bin)
}

const groups = process.platform !== 'win32'
const running = new Set()
const grouped = new WeakSet()

/** Ends a child and what it has started. On Windows only the child itself: there are no process groups. */
function killTree(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (grouped.has(child)) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It ended in between.
  }
}

/** Ends everything `run` has started and not yet finished; for signal handlers. */
export function killAll(signal) {
  for (const child of running) killTree(child, signal)
}

/**
 * Runs a program to its end, inheriting the terminal. Never rejects: the answer says how it ended.
 * `code` is null when it could not be started, was ended by a signal, or took longer than `timeout` (ms).
 * With `group` it gets a process group of its own, so that a runner that hangs takes its workers along when it is
 * ended; Ctrl-C then does not reach it by itself: see `killAll`.
 */
export function run(command, args, { timeout, env, quiet = false, shell = false, group = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
      shell,
      detached: group && groups,
    })
    running.add(child)
    if (group && groups) grouped.add(child)
    let timedOut = false
    const timer =
      timeout &&
      setTimeout(() => {
        timedOut = true
        killTree(child, 'SIGTERM')
        setTimeout(() => killTree(child, 'SIGKILL'), 5000).unref()
      }, timeout)
    const finish = (code) => {
      clearTimeout(timer)
      running.delete(child)
      done({ code: timedOut ? null : code, timedOut })
    }
    child.once('error', () => finish(null))
    child.once('exit', finish)
  })
}

/** Runs a dependency's command under this Node. */
export const runCommand = (name, args, { command, ...options } = {}) =>
  run(process.execPath, [commandOf(name, command), ...args], options)
