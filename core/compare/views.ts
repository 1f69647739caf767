import type { Topic } from '../model/board'

/** Question by place: what was said, in words, shortened nowhere. */
export type TextTableView = {
  readonly topics: readonly Topic[]
  readonly rows: readonly { readonly place: string; readonly cells: readonly (readonly string[])[] }[]
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
    readonly voices: readonly string[]
  }[]
}

export type SharedTopic = { readonly topic: Topic; readonly rows: readonly string[]; readonly asked: number }
