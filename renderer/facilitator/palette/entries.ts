import type { ActionId } from '@core/actions/catalog'
import type { Place } from '../app/nav'

/** What the palette lists. `words` is searched and shown; `hint` is shown small. */
export type PaletteEntry =
  | {
      readonly kind: 'do'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly action: ActionId
      readonly keys?: string | undefined
    }
  | {
      readonly kind: 'go'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly go: () => void
      readonly keys?: string | undefined
    }
  | {
      readonly kind: 'found'
      readonly key: string
      readonly words: string
      readonly hint?: string | undefined
      readonly type: string
      readonly go: () => void
    }

export const PLACES: readonly (Extract<Place, { readonly kind: string }> & { readonly id?: undefined })[] = [
  { kind: 'boards' },
  { kind: 'votes' },
  { kind: 'decisions' },
  { kind: 'tasks' },
  { kind: 'questions' },
  { kind: 'dialogue' },
  { kind: 'projects' },
  { kind: 'indicators' },
  { kind: 'activities' },
  { kind: 'pulse' },
  { kind: 'notebook' },
  { kind: 'agenda' },
  { kind: 'history' },
  { kind: 'people' },
  { kind: 'waiting' },
  { kind: 'lab' },
  { kind: 'report' },
]
