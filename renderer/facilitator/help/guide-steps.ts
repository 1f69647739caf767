import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { Place } from '../app/nav'

/** What a first look at a sample session should touch, in order. Words: `shell:guide`. */
export const GUIDE_STEPS = ['open', 'move', 'group', 'result', 'chain', 'report'] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]

export type Seen = {
  readonly place: Place
  readonly drawer: boolean
  /** Name of the last change that could be undone. */
  readonly lastChange: string | null
}

/** What is done by being where one is or by what was changed last. */
export const stepsDone = ({ place, drawer, lastChange }: Seen): readonly GuideStep[] => [
  ...(drawer ? (['open'] as const) : []),
  ...(lastChange === 'card.move' ? (['move'] as const) : []),
  ...(lastChange === 'cluster.make' ? (['group'] as const) : []),
  ...(place.kind === 'vote' ? (['result'] as const) : []),
  ...(place.kind === 'dialogue' || place.kind === 'tasks' || place.kind === 'decisions' ? (['chain'] as const) : []),
  ...(place.kind === 'report' ? (['report'] as const) : []),
]

/** Where a step can be tried in this session; null where the session has nothing for it. */
export const placeFor = (step: GuideStep, view: DocumentView): Place | null => {
  switch (step) {
    case 'open':
    case 'move':
    case 'group': {
      if (step !== 'open' && sessionOf(view)?.state === 'closed') return null
      const card = view.card.values().next().value
      return card === undefined ? null : { kind: 'board', id: card.boardId }
    }
    case 'result': {
      const vote = [...view.vote.values()].find((one) => one.rounds.some((round) => round.state === 'closed'))
      return vote === undefined ? null : { kind: 'vote', id: vote.id }
    }
    case 'chain':
      return view.statement.size > 0 ? { kind: 'dialogue' } : { kind: 'decisions' }
    case 'report':
      return { kind: 'report' }
  }
}
