import type { DocumentView } from '@core/model/document'
import { labOf, ordered, sessionOf } from '@core/model/document'
import type { Decision } from '@core/model/outcome'
import type { LabCard, SessionCard, VoiceCount } from '@core/protocol/views'

type Words = (key: string) => string

const isOpen = (decision: Decision): boolean => decision.status !== 'dropped' && decision.status !== 'kept'

/** What the home page shows of one session. `today` is `YYYY-MM-DD`; `words` gives those of built-in voices. */
export const sessionCard = (
  view: DocumentView,
  fileId: string,
  interrupted: boolean,
  words: Words,
  today: string,
): SessionCard => {
  const session = sessionOf(view)
  const lab = labOf(view)
  const tasks = [...view.task.values()].filter((task) => task.state === 'todo' || task.state === 'doing')
  const steps = [...view.step.values()]
  return {
    fileId,
    sessionId: session?.id ?? '',
    ...(session?.previous === undefined ? {} : { previous: session.previous }),
    ...(lab?.keepUntil === undefined ? {} : { keepUntil: lab.keepUntil }),
    overdue: lab?.keepUntil !== undefined && lab.keepUntil < today,
    title: session?.title ?? '',
    labId: session?.labId ?? '',
    labName: lab?.name ?? '',
    ...(lab?.country === undefined ? {} : { country: lab.country }),
    day: session?.day ?? '',
    state: session?.state ?? 'prepared',
    people: peopleIn(view),
    cards: view.card.size,
    votes: view.vote.size,
    steps: steps.length,
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    openTasks: tasks.length,
    lateTasks: tasks.filter((task) => task.due !== undefined && task.due < today).length,
    decisions: view.decision.size,
    decisionsDue: [...view.decision.values()].filter(
      (decision) => isOpen(decision) && decision.reviewOn !== undefined && decision.reviewOn <= today,
    ).length,
    voices: voiceCounts(view, words),
    sample: session?.sample ?? false,
    interrupted,
    elsewhere: false,
  }
}

const peopleIn = (view: DocumentView): number => {
  const present = [...view.voice.values()].reduce((sum, voice) => sum + voice.present, 0)
  if (present > 0) return present
  return [...view.voice.values()].reduce((sum, voice) => sum + voice.expected, 0)
}

const voiceCounts = (view: DocumentView, words: Words): VoiceCount[] =>
  ordered(view, 'voice').map((voice) => ({
    slot: voice.slot,
    name: 'text' in voice.label ? voice.label.text : words(voice.label.key),
    count: voice.present > 0 ? voice.present : voice.expected,
  }))

/** Labs in the order of their newest session; its words stand for the lab. */
export const labCards = (sessions: readonly SessionCard[]): LabCard[] => {
  const byLab = new Map<string, SessionCard[]>()
  for (const session of sessions) byLab.set(session.labId, [...(byLab.get(session.labId) ?? []), session])
  return [...byLab].flatMap(([labId, all]) => {
    const newest = all.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
    if (!newest) return []
    return [
      {
        labId,
        name: newest.labName,
        ...(newest.country === undefined ? {} : { country: newest.country }),
        sessions: all.length,
        newestFileId: newest.fileId,
        voices: newest.voices,
        lateTasks: newest.lateTasks,
        openTasks: newest.openTasks,
        decisionsDue: newest.decisionsDue,
      },
    ]
  })
}
