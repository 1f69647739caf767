// npm run host: the host without Electron, for work in a browser. Further arguments go to `polyphony serve`.
import { serveArguments } from './lib/browser-version.mjs'
import { ensureBuildOrExit } from './lib/ensure-build.mjs'
import { ensureInstall } from './lib/ensure-install.mjs'
import { foreground } from './lib/foreground.mjs'

await ensureInstall()
await ensureBuildOrExit()
process.exitCode = await foreground(process.execPath, serveArguments(process.argv.slice(2))).ended
