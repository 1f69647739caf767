import { useCallback, useSyncExternalStore } from 'react'
import type { ImageView } from '@core/protocol/views'
import { useClient } from '../replica/react'
import type { Client } from '../transport/client'

export type ShownImage =
  | { readonly state: 'waiting' | 'missing' }
  | { readonly state: 'here'; readonly url: string; readonly width: number; readonly height: number }

const WAITING: ShownImage = { state: 'waiting' }
const MISSING: ShownImage = { state: 'missing' }

/** At most this many pictures nobody looks at now are kept; together at most 30 MB. */
const SPARE = 60
/** Asked for at the same time: words go first on the same wire. */
const AT_ONCE = 3

type Entry = { shown: ShownImage; readonly listeners: Set<() => void>; asked: boolean }

const urlOf = ({ mime, data }: ImageView): string => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0)
  return URL.createObjectURL(new Blob([bytes], { type: mime }))
}

/** Pictures by id, fetched when first looked at. One per connection. */
class ImageCache {
  readonly #client: Client
  readonly #entries = new Map<string, Entry>()
  #queue: string[] = []
  #running = 0

  constructor(client: Client) {
    this.#client = client
  }

  get = (id: string): ShownImage => this.#entries.get(id)?.shown ?? WAITING

  watch = (id: string, listener: () => void): (() => void) => {
    const entry = this.#entries.get(id) ?? { shown: WAITING, listeners: new Set(), asked: false }
    // Used last: it is forgotten last.
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    entry.listeners.add(listener)
    if (!entry.asked) {
      entry.asked = true
      this.#queue.push(id)
      this.#next()
    }
    return () => {
      entry.listeners.delete(listener)
      this.#forget()
    }
  }

  #next(): void {
    while (this.#running < AT_ONCE) {
      const id = this.#queue.shift()
      const entry = id === undefined ? undefined : this.#entries.get(id)
      if (id === undefined) return
      if (!entry) continue
      // Scrolled away meanwhile: asked for when it comes back.
      if (entry.listeners.size === 0) {
        entry.asked = false
        continue
      }
      this.#running += 1
      void this.#fetch(id, entry)
    }
  }

  async #fetch(id: string, entry: Entry): Promise<void> {
    const answer = await this.#client.request('image.get', { id })
    this.#running -= 1
    if (answer.ok) {
      const { width, height } = answer.value
      entry.shown = { state: 'here', url: urlOf(answer.value), width, height }
    } else {
      entry.shown = MISSING
      entry.asked = false
    }
    for (const listener of entry.listeners) listener()
    this.#forget()
    this.#next()
  }

  #forget(): void {
    let spare = [...this.#entries.values()].filter((entry) => entry.listeners.size === 0).length - SPARE
    for (const [id, entry] of this.#entries) {
      if (spare <= 0) return
      if (entry.listeners.size > 0) continue
      if (entry.shown.state === 'here') URL.revokeObjectURL(entry.shown.url)
      this.#entries.delete(id)
      spare -= 1
    }
  }
}

const caches = new WeakMap<Client, ImageCache>()

const cacheOf = (client: Client): ImageCache => {
  const present = caches.get(client)
  if (present) return present
  const fresh = new ImageCache(client)
  caches.set(client, fresh)
  return fresh
}

/** The picture of a card or an activity, fetched when a component that shows it is mounted, and kept for a while. */
export const useImage = (id: string | undefined): ShownImage => {
  const cache = cacheOf(useClient())
  const subscribe = useCallback(
    (listener: () => void) => (id === undefined ? () => undefined : cache.watch(id, listener)),
    [cache, id],
  )
  return useSyncExternalStore(subscribe, () => (id === undefined ? MISSING : cache.get(id)))
}
