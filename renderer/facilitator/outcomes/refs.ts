import { useCallback } from 'react'
import type { DocumentView } from '@core/model/document'
import type { Ref } from '@core/model/outcome'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { Translate } from '../../shared/i18n/use-t'
import { useReplica } from '../../shared/replica/react'
import { nav } from '../app/nav'
import type { Place } from '../app/nav'
import { selection } from '../app/selection'

/** The words of what a ref points to; null when it is gone. */
export const refText = (view: DocumentView, t: Translate, ref: Ref): string | null => {
  switch (ref.type) {
    case 'card':
    case 'statement':
    case 'question':
    case 'task':
      return view[ref.type].get(ref.id)?.text ?? null
    case 'project':
    case 'activity':
      return view[ref.type].get(ref.id)?.title ?? null
    case 'indicator':
      return view.indicator.get(ref.id)?.name ?? null
    case 'cluster': {
      const cluster = view.cluster.get(ref.id)
      return cluster === undefined ? null : labelText(t, cluster.label)
    }
    case 'vote':
      return view.vote.get(ref.id)?.question ?? null
    case 'decision':
      return view.decision.get(ref.id)?.wording ?? null
  }
}

/** "from D6", "from a card". */
export const originWords = (view: DocumentView, t: Translate, ref: Ref): string => {
  const decision = ref.type === 'decision' ? view.decision.get(ref.id) : undefined
  return decision === undefined
    ? t(`outcomes:origin.${ref.type}`)
    : t('outcomes:origin.decisionNumber', { number: decision.number })
}

const placeOf = (view: DocumentView, ref: Ref): Place | null => {
  switch (ref.type) {
    case 'card':
    case 'cluster': {
      const boardId = view[ref.type].get(ref.id)?.boardId
      return boardId === undefined ? null : { kind: 'board', id: boardId }
    }
    case 'vote':
      return { kind: 'vote', id: ref.id }
    case 'decision':
      return { kind: 'decisions' }
    case 'question':
      return { kind: 'questions' }
    case 'statement':
      return { kind: 'dialogue' }
    case 'task':
      return { kind: 'tasks' }
    case 'project':
      return { kind: 'projects' }
    case 'indicator':
      return { kind: 'indicators' }
    case 'activity':
      return { kind: 'activities' }
  }
}

/** Goes to what a ref points to and opens it there. */
export const useFollow = (): ((ref: Ref) => void) => {
  const { view } = useReplica()
  return useCallback(
    (ref) => {
      const place = placeOf(view, ref)
      if (place === null) return
      nav.go(place)
      if (ref.type === 'vote') return
      selection.select([{ type: ref.type, id: ref.id }])
      selection.openDrawer({ type: ref.type, id: ref.id })
    },
    [view],
  )
}

/** Words and origins of refs, for lists. Callers re-render with the tables they show. */
export const useRefWords = (): {
  readonly text: (ref: Ref) => string | null
  readonly origin: (ref: Ref) => string
} => {
  const t = useT()
  const { view } = useReplica()
  return { text: (ref) => refText(view, t, ref), origin: (ref) => originWords(view, t, ref) }
}
