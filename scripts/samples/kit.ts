import { ordersAfter } from '@core/change/order'
import type { Axis } from '@core/model/board'
import type { Card } from '@core/model/card'
import type { AnyRecord } from '@core/model/records'
import type { ProjectState } from '@core/model/work'

/** Ids and chances of a sample come from its name, so that building again gives the same file. */
export type SampleKit = {
  readonly id: () => string
  readonly random: () => number
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Mulberry32: small, seedable, good enough for samples. */
const mulberry = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const sampleKit = (seed: number): SampleKit => {
  const random = mulberry(seed)
  const id = (): string => Array.from({ length: 20 }, () => ALPHABET.charAt(Math.floor(random() * 32))).join('')
  return { id, random }
}

export type VoiceIds = { readonly [key: string]: string }

type Line = {
  readonly entries: readonly string[]
  readonly voice: string
  readonly text: string
  readonly marks: string
  readonly place?: string
}

const lines = (content: string, read: (cells: readonly string[]) => Line): Line[] =>
  content
    .trim()
    .split('\n')
    .map((line) => read(line.split('|').map((cell) => cell.trim())))

export const matrixLines = (content: string): Line[] =>
  lines(content, ([theme = '', level = '', voice = '', text = '', marks = '']) => ({
    entries: [theme, level],
    voice,
    text,
    marks,
  }))

export const columnLines = (content: string): Line[] =>
  lines(content, ([entry = '', voice = '', text = '', marks = '']) => ({ entries: [entry], voice, text, marks }))

export const placeLines = (content: string): Line[] =>
  lines(content, ([place = '', theme = '', level = '', voice = '', text = '']) => ({
    entries: [theme, level],
    voice,
    text,
    marks: 'q',
    ...(place === '-' ? {} : { place }),
  }))

export type CardPlan = {
  readonly boardId: string
  readonly stepId?: string
  readonly voices: VoiceIds
  readonly kit: SampleKit
}

export const cardsFrom = (all: readonly Line[], plan: CardPlan): Card[] => {
  const orders = ordersAfter(null, all.length)
  return all.map((line, index) => {
    const tags = [...line.marks.matchAll(/t:([^:]+?)(?=$| [a-z]:)/g)].map((match) => (match[1] ?? '').trim())
    const flags = line.marks.replace(/t:.*$/, '')
    const spoken = flags.includes('s')
    const voiceId = plan.voices[line.voice]
    return {
      type: 'card',
      id: plan.kit.id(),
      boardId: plan.boardId,
      zone: [...line.entries],
      order: orders[index] ?? '',
      text: line.text,
      ...(voiceId ? { voiceId } : {}),
      ...(line.place ? { place: line.place } : {}),
      source: spoken ? 'facilitator' : 'phone',
      ...(spoken ? { spoken } : {}),
      held: flags.includes('h'),
      revealed: true,
      quote: flags.includes('q') ? 'role' : 'none',
      ...(plan.stepId ? { stepId: plan.stepId } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    }
  })
}

/** Takes the cards with these beginnings out of the list and puts them under one heading at the first card's place. */
export const clusterOf = (kit: SampleKit, cards: Card[], heading: string, beginnings: readonly string[]): AnyRecord => {
  const members = beginnings.map((beginning) => {
    const found = cards.find((card) => card.text.startsWith(beginning))
    if (!found) throw new Error(`sample: no card begins with "${beginning}"`)
    return found
  })
  const first = members[0]
  if (!first) throw new Error('sample: a cluster needs cards')
  const id = kit.id()
  for (const member of members) cards[cards.indexOf(member)] = { ...member, clusterId: id }
  return {
    type: 'cluster',
    id,
    boardId: first.boardId,
    zone: [...first.zone],
    order: first.order,
    label: { text: heading },
    cards: members.map((member) => ({ id: member.id, zone: [...member.zone], order: member.order })),
  }
}

export const cardStarting = (cards: readonly Card[], beginning: string): Card => {
  const found = cards.find((card) => card.text.startsWith(beginning))
  if (!found) throw new Error(`sample: no card begins with "${beginning}"`)
  return found
}

/** Ballots of a voice, each drawn by the voice's weights: `budget` dots, at most `cap` on one option. */
export const dotBallots = (
  kit: SampleKit,
  plan: {
    readonly voiceId?: string
    readonly count: number
    readonly weights: readonly number[]
    readonly budget: number
    readonly cap: number
  },
): { readonly voiceId?: string; readonly values: number[] }[] =>
  Array.from({ length: plan.count }, () => {
    const values = plan.weights.map(() => 0)
    for (let dot = 0; dot < plan.budget; dot += 1) {
      const open = plan.weights.map((weight, index) => ((values[index] ?? 0) < plan.cap ? weight : 0))
      let left = kit.random() * open.reduce((sum, weight) => sum + weight, 0)
      const chosen = open.findIndex((weight) => (left -= weight) < 0)
      if (chosen >= 0) values[chosen] = (values[chosen] ?? 0) + 1
    }
    return plan.voiceId ? { voiceId: plan.voiceId, values } : { values }
  })

const words = (key: string): { readonly key: string } => ({ key: `boards:${key}` })

export const themeAxes = (): Axis[] => [
  {
    id: 'theme',
    label: words('axis.theme'),
    entries: (['organisation', 'legislation', 'collaboration', 'staff', 'resources', 'trust', 'reactive'] as const).map(
      (topic) => ({
        id: topic,
        label: words(`theme.${topic}`),
        topic,
      }),
    ),
  },
  {
    id: 'level',
    label: words('axis.level'),
    entries: (['structural', 'community', 'individual'] as const).map((topic) => ({
      id: topic,
      label: words(`level.${topic}`),
      topic,
    })),
  },
]

/** Of the board of ideas: where a card stands is the state of its project. */
const PROJECT_STATES: { readonly [entry: string]: ProjectState } = {
  idea: 'idea',
  tryOut: 'try-out',
  works: 'works',
  daily: 'daily-practice',
}

export const columnAxes = (axis: string, entries: readonly string[]): Axis[] => [
  {
    id: axis,
    label: words(`axis.${axis}`),
    entries: entries.map((id) => {
      const projectState = axis === 'stage' ? PROJECT_STATES[id] : undefined
      return { id, label: words(`${axis}.${id}`), ...(projectState ? { projectState } : {}) }
    }),
  },
]

export const boardWords = words
