import type { Topic } from '../model/board'

/** More rows than these make a picture that no page holds: it has those with most statements, the table has all. */
export const MOST_DRAWN = 20

/** Question by place: what was said, in words, shortened nowhere. */
export type TextTableView = {
  readonly topics: readonly Topic[]
  readonly rows: readonly {
    /** Empty: said for all places of a session together. */
    readonly place: string
    readonly cells: readonly (readonly string[])[]
    /** Per topic: whether it was on a board there. What was not asked is no empty answer. */
    readonly asked: readonly boolean[]
  }[]
}

/** A closed vote's first topics, with the share of everyone, in the order of days. */
export type PriorityLine = {
  readonly sessionId: string
  readonly labName: string
  readonly day: string
  readonly question: string
  readonly first: readonly {
    readonly text: string
    readonly share: number | null
    /** Those who put it first: voices, small ones together, as the public may see them. */
    readonly voices: readonly string[]
  }[]
  /** What each voice puts first, also where it is not among the first of everybody. */
  readonly groups: readonly {
    readonly name: string
    readonly slot: number | 'joined'
    readonly first: readonly string[]
  }[]
}

export type SharedTopic = { readonly topic: Topic; readonly rows: readonly string[]; readonly asked: number }

export type CompareVoice = { readonly name: string; readonly slot: number; readonly statements: number }

/** As they stand in the newest file; what was dropped is not counted. */
export type LabDecisions = {
  readonly labName: string
  readonly agreements: number
  readonly recommendations: number
}
