// npm run screenshots: makes the pictures of the README anew, from the running app with its sample labs.
import { runnerImport } from 'vite'
import { ensureBuildOrExit } from './lib/ensure-build.mjs'
import { ensureInstall } from './lib/ensure-install.mjs'
import { ensureChromium, howToGetChromium } from './lib/find-chromium.mjs'
import { at } from './lib/run.mjs'

await ensureInstall()
await ensureBuildOrExit()
const chromium = await ensureChromium()
if (chromium === null) {
  console.error(`No Chromium here. ${howToGetChromium}`)
  process.exit(1)
}
process.env['CHROMIUM'] = chromium
const { module } = await runnerImport(at('test/helpers/e2e/pictures.ts'), { configFile: false, logLevel: 'error' })
await module.takePictures(at('docs/pictures'))
console.log('The pictures are in docs/pictures.')
