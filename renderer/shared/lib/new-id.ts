import { idFromBytes } from '@core/lib/id-from-bytes'

/** A new record id. `getRandomValues` also works on pages that came over plain http, unlike `randomUUID`. */
export const newId = (): string => idFromBytes(crypto.getRandomValues(new Uint8Array(20)))
