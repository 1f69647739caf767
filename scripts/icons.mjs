// Draws resources/icons/*.png from the SVG sources with the Chromium of playwright-core or of CHROMIUM_PATH. Run it
// after an SVG was changed; the pictures are kept in the repository because packagers and taskbars ask for PNG.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const folder = fileURLToPath(new URL('../resources/icons/', import.meta.url))
// The favicon has heavier lines: below 48 px the app icon would blur.
const SOURCES = [
  { svg: 'favicon.svg', sizes: [16, 24, 32] },
  { svg: 'icon.svg', sizes: [48, 64, 128, 256, 512] },
]

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const { svg, sizes } of SOURCES) {
    const source = (await readFile(resolve(folder, svg), 'utf8')).replace(/ width="\d+" height="\d+">/, '>')
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`)
      await page.screenshot({ path: resolve(folder, `icon-${size}.png`), omitBackground: true })
      await page.close()
    }
  }
} finally {
  await browser.close()
}
