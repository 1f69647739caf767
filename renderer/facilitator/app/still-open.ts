import { sessionOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import { isVoting } from '@core/rules/frozen'
import type { Place } from './nav'

/** What would stay open if the session were finished now; `stops` keeps it from being finished. */
export type Open = {
  readonly kind: 'votes' | 'hidden' | 'held' | 'proposals' | 'pulse' | 'steps' | 'owners'
  readonly count: number
  readonly place: Place
  readonly stops: boolean
}

const count = <T>(items: Iterable<T>, wanted: (item: T) => boolean): number => [...items].filter(wanted).length

/** Questions are asked and nobody has answered them yet, in this session. */
const pulseMissing = (view: DocumentView): number => {
  const questions = [...view.pulse.values()]
  const answered = questions.some(({ answers }) =>
    Object.values(answers).some((counts) => (counts ?? []).some((one: number) => one > 0)),
  )
  return answered ? 0 : questions.length
}

const first = (ids: Iterable<string | undefined>, kind: 'board' | 'vote', other: Place): Place => {
  for (const id of ids) if (id !== undefined) return { kind, id }
  return other
}

/** In the order in which one would see to it. */
export const stillOpen = (view: DocumentView): readonly Open[] => {
  const cards = [...view.card.values()]
  const votes = [...view.vote.values()].filter(isVoting)
  const hidden = cards.filter((card) => !card.revealed)
  const held = cards.filter((card) => card.held && card.revealed)
  const open = (kind: Open['kind'], many: number, place: Place, stops = false): Open => ({
    kind,
    count: many,
    place,
    stops,
  })
  return [
    open(
      'votes',
      votes.length,
      first(
        votes.map(({ id }) => id),
        'vote',
        { kind: 'votes' },
      ),
      true,
    ),
    open(
      'hidden',
      hidden.length,
      first(
        hidden.map(({ boardId }) => boardId),
        'board',
        { kind: 'boards' },
      ),
    ),
    open(
      'held',
      held.length,
      first(
        held.map(({ boardId }) => boardId),
        'board',
        { kind: 'boards' },
      ),
    ),
    open('proposals', view.proposal.size, { kind: 'waiting' }),
    open('pulse', pulseMissing(view), { kind: 'pulse' }),
    open(
      'owners',
      count(view.task.values(), ({ owner, state }) => owner === undefined && (state === 'todo' || state === 'doing')),
      { kind: 'tasks' },
    ),
    open(
      'steps',
      sessionOf(view)?.state === 'running' ? count(view.step.values(), ({ state }) => state === 'waiting') : 0,
      { kind: 'agenda' },
    ),
  ].filter((one) => one.count > 0)
}
