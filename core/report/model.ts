import type { VoiceLookId } from '../charts/voice-looks'
import type { ExportKind } from './formats'
import type { VoteChartBlock } from './vote-chart-blocks'

/** internal: everything; participants: the people of the lab; public: policymakers and everybody else. */
export type Profile = 'internal' | 'participants' | 'public'

/** May these words leave the lab: never, by role, with the name. */
export type Release = 'none' | 'role' | 'named'

export type VoiceRef = { readonly look: VoiceLookId; readonly name: Words }

/**
 * Anything that is read as text. `say`: words of the app by key, in the report's language; a param may be words again.
 * `plain`: words of the lab as an organisation (title, wording of a decision); `given`: an address that it gives out on
 * purpose, so that telephone and mail stay. `said`: words of a person, which only
 * their release lets out. `name`: a person's name, gone in every profile but the internal one.
 */
export type Words =
  | { readonly t: 'say'; readonly key: string; readonly params?: { readonly [name: string]: Words | string | number } }
  | { readonly t: 'plain'; readonly text: string; readonly given?: true }
  | { readonly t: 'said'; readonly text: string; readonly release: Release }
  | { readonly t: 'name'; readonly text: string; readonly instead: Words }
  | { readonly t: 'day'; readonly day: string }
  /** A number inside a sentence, written as the language does. */
  | { readonly t: 'amount'; readonly value: number }
  | { readonly t: 'list'; readonly items: readonly Words[] }
  | { readonly t: 'withheld' }

/** value: as it was measured, to three decimals. */
export type FigureUnit = 'count' | 'percent' | 'points' | 'value'

/** Every figure has an id, so that the same figure can be found in every format and compared. */
export type Figure = {
  readonly t: 'figure'
  readonly id: string
  readonly value: number | null
  readonly unit: FigureUnit
  /** How many people or ballots it rests on. */
  readonly n?: number
  /** Too few people to be shown: `value` is null then. */
  readonly suppressed?: true
}

export type Cell =
  | Words
  | Figure
  | { readonly t: 'voices'; readonly voices: readonly VoiceRef[]; readonly words: Words }

export type Column = { readonly id: string; readonly title: Words; readonly kind: 'words' | 'figure' }

export type TableBlock = {
  readonly b: 'table'
  /** File name of the CSV and anchor in the HTML; unique in the report. */
  readonly id: string
  readonly title: Words
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Page one draws this many rows and says how many more there are; every other format has them all. */
  readonly onPageOne?: number
  readonly note?: Words
}

export type BarRow = {
  readonly id: string
  readonly label: Words
  readonly figure: Figure
  readonly leads: boolean
  readonly look?: VoiceLookId
}
export type GapRow = {
  readonly id: string
  readonly label: Words
  readonly gap: Figure
  readonly points: readonly { readonly look: VoiceLookId; readonly name: Words; readonly figure: Figure }[]
}

export type ChartBlock =
  | {
      readonly b: 'chart'
      readonly kind: 'bars'
      readonly id: string
      readonly title: Words
      readonly sentence: Words
      readonly rows: readonly BarRow[]
      readonly tableId: string
    }
  | {
      readonly b: 'chart'
      readonly kind: 'gaps'
      readonly id: string
      readonly title: Words
      readonly sentence: Words
      readonly rows: readonly GapRow[]
      readonly tableId: string
    }
  | {
      readonly b: 'chart'
      readonly kind: 'line'
      readonly id: string
      readonly title: Words
      readonly sentence: Words
      /** Oldest first. */
      readonly points: readonly { readonly day: string; readonly figure: Figure }[]
      readonly target?: ChartLevel
      readonly baseline?: ChartLevel
      readonly range?: readonly [number, number]
      readonly tableId: string
    }
  | VoteChartBlock

/** A level that a line is held against: words under `chart.<name>`. */
export type ChartLevel = { readonly name: 'target' | 'baseline'; readonly figure: Figure }

export type QuoteBlock = {
  readonly b: 'quote'
  readonly id: string
  readonly words: Words
  readonly by: VoiceRef | null
  readonly place?: string
}

export type Block =
  | { readonly b: 'heading'; readonly id: string; readonly level: 2 | 3 | 4; readonly title: Words }
  | { readonly b: 'paragraph'; readonly words: Words }
  | { readonly b: 'lead'; readonly words: readonly Words[] }
  | { readonly b: 'list'; readonly id: string; readonly items: readonly Words[] }
  /** Boxes of a form, ticked or not: all of a closed list, so that one sees what was not chosen. */
  | {
      readonly b: 'checks'
      readonly id: string
      readonly items: readonly { readonly ticked: boolean; readonly words: Words }[]
    }
  | { readonly b: 'notice'; readonly words: Words }
  | { readonly b: 'facts'; readonly rows: readonly { readonly title: Words; readonly words: Words }[] }
  | { readonly b: 'decision'; readonly id: string; readonly decision: DecisionBlock }
  /** Space to write on paper: `count` ruled lines. */
  | { readonly b: 'lines'; readonly id: string; readonly title: Words; readonly count: number }
  | TableBlock
  | ChartBlock
  | QuoteBlock
  /** Two drawings of the same thing with their own small-group rule; redaction keeps one of them. */
  | { readonly b: 'by-audience'; readonly room: readonly Block[]; readonly public: readonly Block[] }

export type DecisionBlock = {
  readonly number: number
  readonly wording: Words
  readonly facts: readonly { readonly title: Words; readonly words: Words }[]
  readonly behind: Cell
  readonly objections: readonly QuoteBlock[]
}

export type Part = {
  readonly id: string
  readonly title: Words
  readonly blocks: readonly Block[]
  readonly breakBefore: boolean
}

/** What a profile left out, listed before export and printed in the method note. */
export type Removal = {
  readonly what: 'names' | 'people' | 'unreleased-words' | 'held-cards' | 'notebook' | 'merged-voices' | 'hidden-voices'
  readonly count: number
  /** Where the public profile leaves out more than the others. */
  readonly inPublic?: number
}

export type ReportModel = {
  readonly model: 'polyphony-report'
  readonly version: 1
  readonly kind: Exclude<ExportKind, 'board' | 'ballots' | 'access'>
  readonly profile: Profile
  readonly title: Words
  readonly lab: Words
  readonly day: string
  readonly meta: {
    readonly authors: readonly string[]
    readonly organisations: readonly string[]
    readonly funderNotice: string | null
    /** `data:` pictures with their names as alternative text. */
    readonly logos: readonly { readonly name: string; readonly dataUrl: string }[]
  }
  readonly summary: readonly Block[]
  readonly parts: readonly Part[]
  readonly removed: readonly Removal[]
}

export const say = (key: string, params?: { readonly [name: string]: Words | string | number }): Words =>
  params ? { t: 'say', key: `report:${key}`, params } : { t: 'say', key: `report:${key}` }
export const sayKey = (key: string, params?: { readonly [name: string]: Words | string | number }): Words =>
  params ? { t: 'say', key, params } : { t: 'say', key }
export const plain = (text: string): Words => ({ t: 'plain', text })
export const given = (text: string): Words => ({ t: 'plain', text, given: true })
export const amount = (value: number): Words => ({ t: 'amount', value })
export const day = (value: string): Words => ({ t: 'day', day: value })
export const listed = (items: readonly Words[]): Words => ({ t: 'list', items })

export const figure = (id: string, value: number, unit: FigureUnit, n?: number): Figure => ({
  t: 'figure',
  id,
  value,
  unit,
  ...(n === undefined ? {} : { n }),
})
export const hiddenFigure = (id: string, unit: FigureUnit): Figure => ({
  t: 'figure',
  id,
  value: null,
  unit,
  suppressed: true,
})
