import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { ROOT } from './test-host'

const folder = join(ROOT, 'node_modules', '.cache', `test-cli-${process.pid}`)
let built: Promise<string> | null = null

const bundle = async (): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@core': join(ROOT, 'core') } },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: { input: { cli: join(ROOT, 'electron/host/cli.ts') }, output: { entryFileNames: '[name].js' } },
    },
  })
  return join(folder, 'cli.js')
}

/** The `polyphony` command of these very sources, apart from `out/`; built once a test file. */
export const builtCli = (): Promise<string> => (built ??= bundle())

export const removeBuiltCli = (): Promise<void> => rm(folder, { recursive: true, force: true })

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the command to its end. */
export const runCli = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => {
  const child = spawn(process.execPath, [await builtCli(), ...args], { env: { ...process.env, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
  child.stdin.end()
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

export type Serving = {
  readonly child: ChildProcess
  readonly ready: {
    readonly event: string
    readonly facilitatorUrl: string
    readonly dataDir: string
    readonly pid: number
  }
  /** The next line on stdout. */
  readonly line: () => Promise<string>
  readonly ended: Promise<number | null>
}

/** `polyphony serve --json` in a process of its own, killed when the test ends. */
export const startServe = async (folderOfTest: string, args: readonly string[] = []): Promise<Serving> => {
  const options = ['serve', '--json', '--data', join(folderOfTest, 'data'), ...args]
  const child = spawn(process.execPath, [await builtCli(), ...options], {
    env: { ...process.env, POLYPHONY_APP_DATA: join(folderOfTest, 'app') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const lines: string[] = []
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift()
    if (next) next(line)
    else lines.push(line)
  })
  const line = (): Promise<string> => {
    const next = lines.shift()
    return next === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(next)
  }
  const first = await Promise.race([line(), ended])
  if (typeof first !== 'string') throw new Error('serve ended before it was ready')
  return { child, ready: JSON.parse(first) as Serving['ready'], line, ended }
}
