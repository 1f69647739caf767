import type { Card } from '@core/model/card'
import type { Voice } from '@core/model/voice'

export type HeardVoice = { readonly voice: Voice; readonly count: number }

export type Quiet =
  | { readonly kind: 'nobody' }
  /** There are cards, and none says for whom it speaks. */
  | { readonly kind: 'unstated' }
  | { readonly kind: 'silent'; readonly voices: readonly Voice[] }
  | { readonly kind: 'least'; readonly voice: Voice; readonly count: number; readonly total: number }
  | { readonly kind: 'even' }
  /** Nobody else is expected: a round of one voice. */
  | { readonly kind: 'only'; readonly voice: Voice }

export type Heard = { readonly voices: readonly HeardVoice[]; readonly total: number; readonly quiet: Quiet }

/** Only what was said in the open: neither held nor still hidden cards. */
const isOpen = (card: Card): boolean => card.revealed && !card.held

/** Who was heard, by voice; `belongs` says which cards count. Voices that nobody speaks for today are not called quiet. */
export const heardIn = (voices: readonly Voice[], cards: Iterable<Card>, belongs: (card: Card) => boolean): Heard => {
  const counts = new Map<string, number>()
  let unstated = 0
  for (const card of cards) {
    if (!isOpen(card) || !belongs(card)) continue
    if (card.voiceId === undefined) {
      unstated += 1
      continue
    }
    counts.set(card.voiceId, (counts.get(card.voiceId) ?? 0) + 1)
  }
  const heard = thoseHere(voices.map((voice) => ({ voice, count: counts.get(voice.id) ?? 0 })))
  const total = heard.reduce((sum, { count }) => sum + count, 0)
  const quiet: Quiet = total === 0 && unstated > 0 ? { kind: 'unstated' } : quietOf(heard, total)
  return { voices: heard, total, quiet }
}

/** Who is here, is expected or has spoken. As long as nobody was counted, every voice of the session. */
const thoseHere = (all: readonly HeardVoice[]): readonly HeardVoice[] => {
  const counted = all.some(({ voice }) => voice.present > 0 || voice.expected > 0)
  return counted ? all.filter(({ voice, count }) => voice.present > 0 || voice.expected > 0 || count > 0) : all
}

const quietOf = (heard: readonly HeardVoice[], total: number): Quiet => {
  if (total === 0) return { kind: 'nobody' }
  const silent = heard.filter(({ count }) => count === 0)
  if (silent.length > 0) return { kind: 'silent', voices: silent.map(({ voice }) => voice) }
  const [least, next] = heard.toSorted((a, b) => a.count - b.count)
  if (least === undefined) return { kind: 'nobody' }
  if (next === undefined) return { kind: 'only', voice: least.voice }
  if (heard.every(({ count }) => count === least.count)) return { kind: 'even' }
  return { kind: 'least', voice: least.voice, count: least.count, total }
}
