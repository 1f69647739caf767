import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { build } from 'vite'

/** Vite's own helper looks for style sheets of later files; there are none, and it would be a twentieth of the page. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
}

/** The oldest browsers that the page is made for; `test/rules/phone-browsers.test.ts` holds its code to them. */
const PHONES = ['safari16.4', 'chrome111', 'firefox115']

/**
 * The phone page, built alone: in chunks shared with the React pages it would be an eighth larger and nine files instead
 * of one. `folder` is this one. Answers the files; writes nothing.
 */
export const buildPhonePage = async (folder: string) => {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    base: './',
    publicDir: false,
    plugins: [plainImports],
    resolve: { alias: { '@core': resolve(folder, '../core') } },
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: PHONES,
      cssTarget: PHONES,
      rolldownOptions: { input: { participant: resolve(folder, 'participant.html') } },
    },
  })
  if (Array.isArray(made) || !('output' in made)) throw new Error('one build gives one bundle')
  return made.output
}

/** Puts the phone page beside the pages of a build. */
export const phonePage = (folder: string): Plugin => ({
  name: 'phone-page',
  apply: 'build',
  async generateBundle(_options, bundle) {
    for (const file of await buildPhonePage(folder)) {
      const { fileName } = file
      if (fileName in bundle) continue // a font that all pages share
      this.emitFile({ type: 'asset', fileName, source: file.type === 'chunk' ? file.code : file.source })
    }
  },
})
