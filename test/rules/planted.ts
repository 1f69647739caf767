import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './sources'

export interface Finding {
  readonly rule: string
  readonly message: string
  readonly path: string
}

interface Diagnostic {
  readonly code?: string
  readonly message: string
  readonly help?: string
  readonly filename: string
}

/** What every folder's own tsconfig.json gives the type-aware rules, in one. */
const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom'],
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    jsx: 'react-jsx',
    skipLibCheck: true,
    types: [],
    paths: { '@core/*': ['./core/*'] },
  },
}

function lint(folder: string): Promise<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  return new Promise((done, failed) => {
    const args = [oxlint, '--type-aware', '--format', 'json']
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
    // It ends with 1 when it finds something, which is what is wanted here.
    execFile(process.execPath, args, options, (error, stdout) => {
      if (stdout.trim() === '') failed(error ?? new Error('The linter said nothing.'))
      else done(stdout)
    })
  })
}

/** Lints files as if they stood in this project, in a folder of their own. */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'polyphony-rules-'))
  try {
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
    // A junction needs no rights on Windows.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}\n`)
    }
    const { diagnostics } = JSON.parse(await lint(folder)) as { readonly diagnostics: readonly Diagnostic[] }
    return diagnostics.map((one) => ({
      rule: one.code ?? '',
      message: `${one.message} ${one.help ?? ''}`,
      path: one.filename.replaceAll('\\', '/'),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
