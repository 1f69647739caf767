import type { CompareFilter, Compared } from '../compare/compare-view'
import { COUNTED, chosenFacts } from '../compare/compare-view'
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
  readonly filtered: boolean
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
  const facts = chosenFacts(compared.facts, filter)
  return {
    by,
    compared,
    facts,
    filtered: Object.values(filter).some((chosen) => chosen !== undefined),
    table: topicTable(facts, by, COUNTED),
    today,
  }
}

export const topicWords = (topic: Topic): Words => sayKey(topicKey(topic))

/** A place without a name: what was said for all of a session together. */
export const placeWords = (place: string, together: Words): Words => (place === '' ? together : plain(place))
