import type { Target } from './hostile-phones'
import { hostilePhones } from './hostile-phones'

// The ten who mean it ill, in a process of their own: from the first message, where they go, until they are killed.
process.once('message', (target) => {
  hostilePhones(target as Target) // sent by phones.ts
  process.send?.('begun')
})
