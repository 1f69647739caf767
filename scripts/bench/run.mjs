// `npm run bench [-- --json] [-- NAME …]`: ratios against a bare limit in the same run, each beside its target.
// NAME limits it to parts: durable, opening, phones, pages, board, reports, compare. Run it on a quiet machine.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ensureBuildOrExit } from '../lib/ensure-build.mjs'
import { ensureInstall } from '../lib/ensure-install.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const out = `${root}node_modules/.cache/bench`
const PARTS = ['durable', 'opening', 'phones', 'pages', 'board', 'reports', 'compare']
const args = process.argv.slice(2)
const json = args.includes('--json')
const wanted = args.filter((name) => PARTS.includes(name))
const parts = wanted.length > 0 ? wanted : PARTS

const holds = (line) => {
  const check = (rule) => {
    const [, sign, limit] = /^(<=|>=) ([\d.]+)$/.exec(rule) ?? []
    return sign === undefined || (sign === '<=' ? line.value <= Number(limit) : line.value >= Number(limit))
  }
  return line.target === undefined || check(line.target)
}

const show = (line) => {
  const rules = [line.target && `target ${line.target}`, line.goal && `goal ${line.goal}`].filter(Boolean).join(', ')
  const mark = line.target === undefined ? ' ' : holds(line) ? '✓' : '✗'
  process.stdout.write(
    `${mark} ${line.id.padEnd(30)} ${String(line.value).padStart(10)} ${line.unit}${rules ? `   (${rules})` : ''}\n`,
  )
}

/** Bundles one part, runs it in a process of its own and collects its lines. */
const runPart = (name) =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [`${out}/${name}.js`], {
      cwd: root,
      env: { ...process.env, POLYPHONY_ROOT: root },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = []
    let rest = ''
    child.stdout.on('data', (data) => {
      const pieces = (rest + data).split('\n')
      rest = pieces.pop() ?? ''
      for (const piece of pieces.filter((text) => text.startsWith('{'))) {
        const line = JSON.parse(piece)
        lines.push(line)
        if (!json) show(line)
      }
    })
    child.once('exit', (code) => (code === 0 ? done(lines) : failed(new Error(`bench ${name} ended with ${code}`))))
  })

// What installing and building say is no part of the answer.
if (json) console.log = console.error
await ensureInstall()
await ensureBuildOrExit()
rmSync(out, { recursive: true, force: true })
await build({
  configFile: false,
  logLevel: 'error',
  root,
  resolve: { alias: { '@core': `${root}core` } },
  build: {
    ssr: true,
    outDir: out,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries(
        [...parts, 'phone-crowd', 'phone-hostile'].map((name) => [name, `${root}scripts/bench/${name}.ts`]),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
})
const lines = []
for (const part of parts) lines.push(...(await runPart(part)))
if (json) process.stdout.write(`${JSON.stringify({ lines })}\n`)
process.exitCode = lines.every(holds) ? 0 : 1
