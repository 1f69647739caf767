#!/usr/bin/env node
import { check } from './cli/check'
import { compareFolder } from './cli/compare'
import { writeDataset } from './cli/dataset'
import { exportFile } from './cli/export'
import { readOptions } from './cli/options'
import { findRoot, readVersion } from './cli/root'
import { createSay } from './cli/say'
import { serve } from './cli/serve'

/** The `polyphony` command: the host without Electron. */
const main = async (): Promise<number> => {
  const root = findRoot()
  const say = createSay(root)
  const options = readOptions(process.argv.slice(2))
  if (!options.ok) return say.problem(options.error.key, options.error.params)
  const command = options.value
  switch (command.name) {
    case 'help':
      say.line(say.words('errors:cli.help'))
      return 0
    case 'version':
      say.line(readVersion(root))
      return 0
    case 'serve':
      return serve(command, say)
    case 'export':
      endWhenAsked()
      return exportFile(command, say)
    case 'compare':
      endWhenAsked()
      return compareFolder(command, say)
    case 'dataset':
      return writeDataset(command, say)
    case 'check':
      return check(command.file, command.json, say)
  }
}

/** Ends by `exit`, which takes away what is there for the moment; `serve` has its own way. */
const endWhenAsked = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
}

// What was acknowledged is on disk; the next start brings it back.
process.on('uncaughtException', (error) => {
  process.stderr.write(`polyphony: ${error.message}\n`)
  process.exit(1)
})

main().then(
  // Not at once: what was written to a pipe must get out first.
  (code) => {
    process.exitCode = code
    process.stdin.destroy()
  },
  (error: unknown) => {
    process.stderr.write(`polyphony: ${error instanceof Error ? error.message : 'unknown'}\n`)
    process.exitCode = 2
    process.stdin.destroy()
  },
)
