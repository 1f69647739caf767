import type { Failure } from '@core/protocol/failures'
import type { ExportWhat, RequestArgs } from '@core/protocol/requests'
import { createStore } from '../app/store'

export type Sources = RequestArgs<'compare.start'>['of']
export type By = RequestArgs<'compare.view'>['by']
export type Filter = NonNullable<RequestArgs<'compare.view'>['filter']>

export const VIEWS = ['map', 'words', 'priorities', 'shared', 'tasks', 'indicators'] as const
export type ViewId = (typeof VIEWS)[number] | 'leftOut'

/** `again`: begun by the page, because the host had forgotten the comparison before. */
export type Comparing =
  | { readonly kind: 'choosing'; readonly failure: Failure | null }
  | {
      readonly kind: 'reading'
      readonly of: Sources
      readonly compareId: string
      readonly jobId: string
      readonly again: boolean
    }
  | { readonly kind: 'ready'; readonly of: Sources; readonly compareId: string; readonly again: boolean }

export type Reading = {
  readonly view: ViewId
  readonly by: By
  readonly order: 'time' | 'voice'
  readonly filter: Filter
}

const FIRST: Reading = { view: 'map', by: 'place', order: 'time', filter: {} }

/** Outside of React: who opens a session from a comparison and comes back finds it as it was. */
export const comparing = createStore<Comparing>({ kind: 'choosing', failure: null })
export const reading = createStore<Reading>(FIRST)

export const readAs = (change: Partial<Reading>): void => reading.set({ ...reading.get(), ...change })

/** Back to the choice of sources; what was narrowed down does not fit others. */
export const chooseAgain = (failure: Failure | null = null): void => {
  comparing.set({ kind: 'choosing', failure })
  reading.set(FIRST)
}

/** An absent part of the filter leaves everything in. */
export const withFilter = (filter: Filter, part: keyof Filter, chosen: readonly (string | number)[] | null): Filter => {
  const { [part]: _, ...rest } = filter
  return chosen === null ? rest : { ...rest, [part]: [...chosen] }
}

export const isFiltered = (filter: Filter): boolean => Object.keys(filter).length > 0

/** What a report or a picture of this comparison is asked for by: narrowed down as it is seen. */
export const whatOf = (compareId: string, by: By, filter: Filter): ExportWhat => ({
  kind: 'compare',
  compareId,
  by,
  ...(isFiltered(filter) ? { filter } : {}),
})
