import type { CompareVoice, LabDecisions, PriorityLine, SharedTopic, TextTableView } from '../compare/views'
import type { TopicTable } from '../compare/place-topics'
import type { Topic } from '../model/board'
import type { RecordType } from '../model/records'
import type { Label } from '../model/text'
import type { DamagedFile } from './views'

/** Plain data about reports, comparisons and what is brought together. */

/** A part of a report with its title, and its charts with theirs, in the language of the report. */
export type ExportPart = {
  readonly id: string
  readonly title: string
  /** `under`: the heading that it stands under in the part. */
  readonly charts: readonly { readonly id: string; readonly title: string; readonly under?: string }[]
}

/** `data` is base64 for png, text for svg. */
export type ExportPicture = { readonly mime: string; readonly data: string; readonly name: string }

export type CompareStarted = { readonly compareId: string; readonly jobId: string }

export type CompareSession = {
  readonly sessionId: string
  /** Null for a file outside of the data folder. */
  readonly fileId: string | null
  readonly title: string
  readonly labId: string
  readonly labName: string
  readonly day: string
  readonly places: readonly string[]
  readonly targetGroup?: string
  readonly statements: number
}

/** Everything that the screens of a comparison show; figures only, statements are asked for. */
export type CompareView = {
  readonly compareId: string
  /** After the filter, oldest first. */
  readonly sessions: readonly CompareSession[]
  /** Before the filter: what can be chosen. */
  readonly all: {
    readonly sessions: number
    readonly targetGroups: readonly string[]
    readonly years: readonly number[]
    readonly places: readonly string[]
    readonly topics: readonly Topic[]
    /** By their names, small ones together; several ids where labs call different voices the same. */
    readonly voices: readonly { readonly name: string; readonly ids: readonly string[] }[]
  }
  readonly topics: TopicTable
  /** Question by place: the baseline frame in words. */
  readonly frame: TextTableView
  readonly priorities: readonly PriorityLine[]
  readonly shared: readonly SharedTopic[]
  readonly tasks: readonly {
    readonly labName: string
    readonly done: number
    readonly all: number
    readonly late: number
  }[]
  readonly indicators: readonly {
    readonly labName: string
    readonly name: string
    readonly unit?: string
    readonly baseline: number | null
    readonly target: number | null
    readonly last: number | null
    readonly lastOn?: string
  }[]
  readonly decisions: readonly LabDecisions[]
  /** Who spoke: statements by voice, most first. */
  readonly voices: readonly CompareVoice[]
  readonly damaged: readonly DamagedFile[]
  /** Files left out because another file holds the same session, newer. */
  readonly doubles: readonly { readonly fileName: string; readonly sessionId: string }[]
}

export type CompareStatement = {
  readonly sessionId: string
  readonly cardId: string
  readonly text: string
  readonly voice: string | null
  readonly voiceSlot: number | null
  readonly place: string | null
  readonly title: string
}

/** Why something of the other file stays there; `erased`: its author withdrew it here; `link`: an end of it is not there. */
export type MergeLeft = 'vote' | 'notebook' | 'proposal' | 'event' | 'erased' | 'link'

export type MergeDouble = { readonly type: RecordType; readonly words: Label }

/** What a merge takes over, and what it found on both sides. */
export type MergePlan = {
  readonly title: string
  readonly day: string
  readonly cards: number
  readonly boards: { readonly matched: number; readonly added: number }
  readonly voices: { readonly matched: number; readonly added: number }
  readonly people: { readonly matched: number; readonly added: number }
  readonly votes: number
  readonly decisions: number
  readonly tasks: number
  readonly other: number
  /** Records that are in both files already and stay as they are here. */
  readonly same: number
  /** Columns and rows that boards of both get from the other file. */
  readonly entries: number
  /** Of one id in both files but not the same: both are kept, the other file's under a new id. */
  readonly renamed: number
  /** Some of these, by their words in the other file. */
  readonly doubled: readonly MergeDouble[]
  /** Cards that were not revealed there: they wait for the facilitator. */
  readonly held: number
  /** Both files are of one session: copies that went on apart. */
  readonly sameSession: boolean
  /** One session was begun from the other: no parallel groups, and most of the one stands in the other. */
  readonly follows: boolean
  /** What was taken for one thing, as each file calls it. */
  readonly matches: readonly { readonly type: 'board' | 'voice'; readonly there: Label; readonly here: Label }[]
  /** Boards and voices that only the other file has. */
  readonly fresh: readonly { readonly type: 'board' | 'voice'; readonly label: Label }[]
  /** Not taken over. */
  readonly left: readonly { readonly what: MergeLeft; readonly count: number }[]
}
