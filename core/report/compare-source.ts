import { aligned } from '../compare/align'
import type { Compared } from '../compare/compare-view'
import { topicsFor } from '../compare/compare-view'
import type { CompareFilter } from '../compare/filter'
import { chosenFrom } from '../compare/filter'
import type { TopicTable } from '../compare/place-topics'
import { topicTable } from '../compare/place-topics'
import type { SessionFacts } from '../compare/session-facts'
import type { Topic } from '../model/board'
import { topicKey } from '../model/topics'
import type { Words } from './model'
import { plain, sayKey } from './model'

/** Rows are places (countries, districts) or labs. */
export type CompareBy = 'place' | 'lab'

/** What the parts of a comparison's report are drawn from. */
export type CompareSource = {
  readonly by: CompareBy
  readonly compared: Compared
  /** After the filter, oldest first. */
  readonly facts: readonly SessionFacts[]
  /** Before it, aligned as well. */
  readonly all: readonly SessionFacts[]
  readonly filter: CompareFilter
  readonly table: TopicTable
  readonly today: string
}

export const compareSource = (
  compared: Compared,
  {
    by,
    filter = {},
    today,
  }: { readonly by: CompareBy; readonly filter?: CompareFilter | undefined; readonly today: string },
): CompareSource => {
  const all = aligned(compared.facts)
  const facts = chosenFrom(all, filter)
  return {
    by,
    compared,
    facts,
    all,
    filter,
    table: topicTable(facts, by, topicsFor(filter)),
    today,
  }
}

export const topicWords = (topic: Topic): Words => sayKey(topicKey(topic))

/** A place without a name: what was said for all of a session together. */
export const placeWords = (place: string, together: Words): Words => (place === '' ? together : plain(place))
