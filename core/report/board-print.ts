import type { Board, Layout } from '../model/board'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, labOf, sessionOf } from '../model/document'
import type { Label } from '../model/text'
import type { Profile, Release, VoiceRef, Words } from './model'
import { plain } from './model'
import { redactor } from './redact'
import type { VoiceGroup } from './voice-refs'
import { labelWords, refFor, voiceGroups } from './voice-refs'

export type PrintCard = {
  readonly id: string
  readonly words: Words
  readonly by: VoiceRef | null
  readonly place: Words | null
  readonly picture: { readonly dataUrl: string; readonly alt: Words | null } | null
}

/** A cluster's heading says what its cards have in common; of a merged one it stands for the cards. */
export type PrintItem =
  | { readonly kind: 'card'; readonly card: PrintCard }
  | {
      readonly kind: 'cluster'
      readonly id: string
      readonly title: Words
      readonly merged: boolean
      readonly cards: readonly PrintCard[]
    }

export type PrintEntry = { readonly id: string; readonly label: Words }

/** A board as it is printed. `zones` has one list per zone, by the ids of its entries joined with a slash. */
export type BoardPrint = {
  readonly profile: Profile
  readonly title: Words
  readonly session: Words
  readonly lab: Words
  readonly day: string
  readonly layout: Layout
  readonly axes: readonly { readonly label: Words; readonly entries: readonly PrintEntry[] }[]
  readonly zones: ReadonlyMap<string, readonly PrintItem[]>
  readonly voices: readonly VoiceRef[]
  /** Cards that are printed. */
  readonly cards: number
  /** Not on the print: held or hidden, and, outside the internal profile, not released. */
  readonly held: number
  readonly kept: number
}

const MERGED_ORDER: readonly Release[] = ['none', 'role', 'named']

/** What is said for several may leave only as far as each of them. */
const leastRelease = (cards: readonly Card[]): Release =>
  MERGED_ORDER.find((release) => cards.some((card) => card.quote === release)) ?? 'none'

type Build = { readonly view: DocumentView; readonly board: Board; readonly groups: readonly VoiceGroup[] }

const cardOf = ({ view, groups }: Build, card: Card): PrintCard => {
  const image = card.imageId === undefined ? undefined : view.image.get(card.imageId)
  return {
    id: card.id,
    words: { t: 'said', text: card.text, release: card.quote },
    by: refFor(groups, card.voiceId),
    place: card.place ? plain(card.place) : null,
    picture: image
      ? { dataUrl: `data:${image.mime};base64,${image.data}`, alt: image.alt ? plain(image.alt) : null }
      : null,
  }
}

const isOpen = (card: Card): boolean => card.revealed && !card.held

/** A card whose zone is gone still has to be printed somewhere: in the first zone, as on the screen. */
const zoneKeyOf = (board: Board, zone: readonly string[]): string => {
  const known =
    zone.length === board.axes.length &&
    board.axes.every((axis, at) => axis.entries.some((entry) => entry.id === zone[at]))
  return known ? zone.join('/') : board.axes.map((axis) => axis.entries[0]?.id ?? '').join('/')
}

const clusterTitle = (cluster: Cluster, cards: readonly Card[]): Words => {
  const label: Label = cluster.label
  return cluster.kind === 'merged' && 'text' in label
    ? { t: 'said', text: label.text, release: leastRelease(cards) }
    : labelWords(label)
}

const zonesOf = (build: Build, cards: readonly Card[]): Map<string, PrintItem[]> => {
  const { view, board } = build
  const clusters = [...view.cluster.values()].filter((cluster) => cluster.boardId === board.id)
  const byCluster = new Map<string, Card[]>(clusters.map((cluster) => [cluster.id, []]))
  const placed: { readonly zone: string; readonly order: string; readonly id: string; readonly item: PrintItem }[] = []
  for (const card of cards) {
    const members = card.clusterId === undefined ? undefined : byCluster.get(card.clusterId)
    if (members) members.push(card)
    else {
      const zone = zoneKeyOf(board, card.zone)
      placed.push({ zone, order: card.order, id: card.id, item: { kind: 'card', card: cardOf(build, card) } })
    }
  }
  for (const cluster of clusters) {
    const own = (byCluster.get(cluster.id) ?? []).toSorted(byOrder)
    if (own.length === 0) continue
    const item: PrintItem = {
      kind: 'cluster',
      id: cluster.id,
      title: clusterTitle(cluster, own),
      merged: cluster.kind === 'merged',
      cards: own.map((card) => cardOf(build, card)),
    }
    placed.push({ zone: zoneKeyOf(board, cluster.zone), order: cluster.order, id: cluster.id, item })
  }
  const zones = new Map<string, PrintItem[]>()
  for (const { zone, item } of placed.toSorted(byOrder)) {
    const list = zones.get(zone)
    if (list) list.push(item)
    else zones.set(zone, [item])
  }
  return zones
}

/**
 * A board for print, before redaction: pass it through `redactBoardPrint` before anything draws it. Held and hidden
 * cards are only counted. Null when there is no such board. In public, voices too small to stand alone are joined.
 */
export const buildBoardPrint = (view: DocumentView, boardId: string, profile: Profile): BoardPrint | null => {
  const board = view.board.get(boardId)
  if (!board) return null
  const session = sessionOf(view)
  const groups = voiceGroups(view, profile === 'public' ? 'public' : 'room')
  const all = [...view.card.values()].filter((card) => card.boardId === boardId)
  const open = all.filter(isOpen).toSorted(byOrder)
  const refs = new Set(open.map((card) => refFor(groups, card.voiceId)))
  return {
    profile: 'internal',
    title: labelWords(board.label),
    session: plain(session?.title ?? ''),
    lab: plain(labOf(view)?.name ?? ''),
    day: session?.day ?? '1970-01-01',
    layout: board.layout,
    axes: board.axes.map((axis) => ({
      label: labelWords(axis.label),
      entries: axis.entries.map((entry) => ({ id: entry.id, label: labelWords(entry.label) })),
    })),
    zones: zonesOf({ view, board, groups }, open),
    voices: groups.map((group) => group.ref).filter((ref) => refs.has(ref)),
    cards: open.length,
    held: all.length - open.length,
    kept: 0,
  }
}

/** Model → model: names and words that were not released are gone before anything is drawn; the rest is counted. */
export const redactBoardPrint = (print: BoardPrint, profile: Profile, knownNames: readonly string[]): BoardPrint => {
  if (profile === 'internal') return print
  const { words } = redactor(profile, knownNames)
  // A voice may be called after somebody.
  const named = (voice: VoiceRef): VoiceRef => ({ ...voice, name: words(voice.name) })
  let kept = 0
  const redactCard = (card: PrintCard): PrintCard[] => {
    const text = words(card.words)
    if (text.t === 'withheld') {
      kept += 1
      return []
    }
    const picture = card.picture && { ...card.picture, alt: card.picture.alt && words(card.picture.alt) }
    return [{ ...card, words: text, by: card.by && named(card.by), place: card.place && words(card.place), picture }]
  }
  const redactItem = (item: PrintItem): PrintItem[] => {
    if (item.kind === 'card') return redactCard(item.card).map((card) => ({ kind: 'card', card }))
    const cards = item.cards.flatMap(redactCard)
    const title = words(item.title)
    if (cards.length === 0) return []
    // What stands for all cannot stand when one of them may not leave: the others stand for themselves.
    return title.t === 'withheld' ? cards.map((card) => ({ kind: 'card', card })) : [{ ...item, title, cards }]
  }
  const zones = new Map([...print.zones].map(([key, items]) => [key, items.flatMap(redactItem)]))
  const redactLabel = <E extends { readonly label: Words }>(one: E): E => ({ ...one, label: words(one.label) })
  return {
    ...print,
    profile,
    title: words(print.title),
    session: words(print.session),
    lab: words(print.lab),
    axes: print.axes.map((axis) => ({ ...redactLabel(axis), entries: axis.entries.map(redactLabel) })),
    zones,
    voices: print.voices.map(named),
    cards: print.cards - kept,
    kept,
  }
}
