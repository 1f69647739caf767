import { app } from 'electron'
import { boot } from './boot'

// Apart from `boot`, so that tests can import that without starting anything.
boot(app).catch((error: unknown) => {
  process.stderr.write(`polyphony: ${error instanceof Error ? error.message : 'could not start'}\n`)
  app.exit(1)
})
