import { sessionOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { SessionCard } from '@core/protocol/views'

/** What the home page knows of a session, without counts: a test gives those that it asks for. */
export const aSessionCard = (view: DocumentView, given: Partial<SessionCard> = {}): SessionCard => {
  const session = sessionOf(view)
  return {
    fileId: `file-${session?.id}`,
    sessionId: session?.id ?? '',
    ...(session?.previous === undefined ? {} : { previous: session.previous }),
    title: session?.title ?? '',
    labId: session?.labId ?? '',
    labName: '',
    day: session?.day ?? '2026-01-01',
    state: session?.state ?? 'prepared',
    people: 0,
    cards: 0,
    votes: 0,
    steps: 0,
    minutes: 0,
    openTasks: 0,
    lateTasks: 0,
    decisions: 0,
    decisionsDue: 0,
    voices: [],
    sample: false,
    interrupted: false,
    elsewhere: false,
    overdue: false,
    ...given,
  }
}
