// Preloaded with `node --import`: sends the built main bundle's 'electron' to the stub beside this file.
import { register } from 'node:module'

const stub = new URL('stub-electron.mjs', import.meta.url).href
const hooks = `export const resolve = (name, context, next) => name === 'electron' ? { url: ${JSON.stringify(stub)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
