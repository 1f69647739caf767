import { ordersAfter } from '../change/order'
import { LIMITS } from '../model/limits'
import type { Label } from '../model/text'
import type { Voice } from '../model/voice'

const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8] as const

/**
 * Voices that a round of the staged dialogue is for and the lab does not have yet: without them nobody could speak as
 * front-line staff in the round of the staff. A voice is known by its words; a look that is taken gives way to a free one.
 */
export const roundVoices = (
  wanted: readonly Voice[],
  known: readonly Voice[],
  words: (key: string) => string,
): Voice[] => {
  const said = ({ label }: { readonly label: Label }): string =>
    ('key' in label ? words(label.key) : label.text).trim().toLocaleLowerCase()
  const names = new Set(known.map(said))
  const fresh = wanted.filter((voice) => !names.has(said(voice))).slice(0, LIMITS.voices - known.length)
  const taken = new Set<number>(known.map(({ slot }) => slot))
  const orders = ordersAfter(
    known
      .map(({ order }) => order)
      .toSorted()
      .at(-1) ?? null,
    fresh.length,
  )
  return fresh.map((voice, index) => {
    const slot = taken.has(voice.slot) ? (SLOTS.find((one) => !taken.has(one)) ?? voice.slot) : voice.slot
    taken.add(slot)
    return { ...voice, slot, order: orders[index] ?? voice.order }
  })
}
