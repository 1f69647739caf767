import type { SearchHit } from '@core/protocol/views'
import type { Replica } from '../../shared/replica/replica'
import type { Place } from './nav'
import { nav, samePlace } from './nav'
import { selection } from './selection'

const placeOf = (replica: Replica, { type, id }: Pick<SearchHit, 'type' | 'id'>): Place => {
  switch (type) {
    case 'card':
    case 'cluster': {
      const boardId = replica.view[type].get(id)?.boardId
      return boardId === undefined ? { kind: 'boards' } : { kind: 'board', id: boardId }
    }
    case 'vote':
      return { kind: 'vote', id }
    case 'decision':
      return { kind: 'decisions' }
    case 'task':
      return { kind: 'tasks' }
    case 'question':
      return { kind: 'questions' }
    case 'statement':
      return { kind: 'dialogue' }
    case 'project':
      return { kind: 'projects' }
    case 'indicator':
      return { kind: 'indicators' }
    case 'activity':
      return { kind: 'activities' }
    case 'step':
      return { kind: 'step', id }
    case 'board':
      return { kind: 'board', id }
    case 'person':
      return { kind: 'people' }
  }
}

/** The board on the sheet already, as a step or by itself. */
const isOn = (replica: Replica, place: Place): boolean => {
  const now = nav.place()
  if (samePlace(now, place)) return true
  return place.kind === 'board' && now.kind === 'step' && replica.view.step.get(now.id)?.boardId === place.id
}

/** Goes to where it stands and opens its drawer. A step whose board shows it already is not left. */
export const openHit = (replica: Replica, hit: Pick<SearchHit, 'type' | 'id'>): void => {
  const place = placeOf(replica, hit)
  if (!isOn(replica, place)) nav.go(place)
  if (hit.type === 'board' || hit.type === 'step') return
  selection.openDrawer({ type: hit.type, id: hit.id })
}
