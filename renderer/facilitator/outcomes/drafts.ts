import type { Ref } from '@core/model/outcome'
import { nav } from '../app/nav'
import { selection } from '../app/selection'
import { createStore, useStore } from '../app/store'

export type DraftKind = 'task' | 'decision' | 'question' | 'project' | 'indicator' | 'activity'

/** Something that is being written and is not in the document yet. */
export type OutcomeDraft = { readonly kind: DraftKind; readonly from: Ref | null; readonly text?: string }

const drafts = createStore<OutcomeDraft | null>(null)

/** Places that show the draft's drawer themselves; without one the deed goes to the list. */
let hosts = 0

/** Call in an effect of a place that renders `DraftDrawer`; answers how to leave. */
export const hostDrafts = (): (() => void) => {
  hosts += 1
  return () => {
    hosts -= 1
    // Going to another place leaves a draft behind only if that place shows it too.
    if (hosts === 0) drafts.set(null)
  }
}

const PLACES = {
  task: 'tasks',
  decision: 'decisions',
  question: 'questions',
  project: 'projects',
  indicator: 'indicators',
  activity: 'activities',
} as const

const start = (draft: OutcomeDraft): void => {
  if (hosts === 0) nav.go({ kind: PLACES[draft.kind] })
  selection.closeDrawer()
  drafts.set(draft)
}

/** Opens the form for a new task; `from` is what it came from, its words are the first suggestion. */
export const startTask = (from: Ref | null = null, text?: string): void => start({ kind: 'task', from, text })

/** Opens the form for a new decision; `from` becomes its first evidence. */
export const startDecision = (from: Ref | null = null, text?: string): void => start({ kind: 'decision', from, text })

/** Opens the form for an open question or assumption. */
export const startQuestion = (from: Ref | null = null, text?: string): void => start({ kind: 'question', from, text })

/** Opens the form for an innovation project; a card it comes from becomes the project's card. */
export const startProject = (from: Ref | null = null, text?: string): void => start({ kind: 'project', from, text })

export const startIndicator = (from: Ref | null = null, text?: string): void => start({ kind: 'indicator', from, text })

export const startActivity = (from: Ref | null = null, text?: string): void => start({ kind: 'activity', from, text })

export const endDraft = (): void => drafts.set(null)

let touched = false

/** The draft's form tells whether anything was typed into it. */
export const markDraft = (typed: boolean): void => {
  touched = typed
}

/** Opens a record's drawer; a draft with words in it stays in front, so that nothing typed is lost by a click. */
export const openOutcome = (ref: Ref): void => {
  if (drafts.get() !== null && touched) return
  drafts.set(null)
  selection.openDrawer(ref)
}

export const useDraft = (): OutcomeDraft | null => useStore(drafts)
