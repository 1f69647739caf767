import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './run.mjs'

// A child that got Ctrl-C from the terminal and is still there after this long is asked once more (ms).
const patience = 3000
// Who signals a whole process group has told the child already: it gets this long (ms) to end undisturbed.
const courtesy = 150

function passSignals(child) {
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself; a second one could cut off its clean end.
    const byTerminal = signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32')
    if (byTerminal) setTimeout(() => child.kill('SIGTERM'), patience).unref()
    else setTimeout(() => child.kill(signal), courtesy)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  const onExit = () => child.kill()
  process.on('exit', onExit)
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward)
    process.off('exit', onExit)
  }
}

/**
 * Runs a program in place of this one: signals go to it, and its exit code is the answer (128 + number if a
 * signal ended it, 127 if it could not be started).
 */
export function foreground(command, args, { stdio = 'inherit', env = process.env } = {}) {
  const child = spawn(command, args, { cwd: root, stdio, env })
  const stop = passSignals(child)
  const ended = new Promise((done) => {
    child.once('error', () => done(127))
    child.once('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)))
  }).finally(stop)
  return { child, ended }
}
