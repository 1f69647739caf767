import { emptyTables, labOf, sessionOf } from '../model/document'
import type { DocumentView, Table } from '../model/document'
import type { Lab } from '../model/lab'
import type { Decision, Task } from '../model/outcome'
import type { RecordMap, RecordType } from '../model/records'
import type { Session } from '../model/session'
import type { DamagedFile, LabOverview, SessionCard } from '../protocol/views'
import type { LabFile } from '../rules/lab-overview'
import { erasedIn, labOverview, oneOfEach } from '../rules/lab-overview'

export type LabSession = {
  readonly view: DocumentView
  readonly session: Session
  /** Two successors of one session are branches; 0 is the main line. */
  readonly branch: number
}

/** All sessions of a lab as one, for reports that reach over them. */
export type LabData = {
  readonly overview: LabOverview
  readonly lab: Lab | undefined
  /** Those that have begun, oldest first, each session once. */
  readonly held: readonly LabSession[]
  /** Everything of the lab in one document: what has the same id is one thing, as the newest file has it. */
  readonly merged: DocumentView
}

export type LabAsk = {
  readonly view: DocumentView
  readonly lab: readonly LabFile[]
  readonly damaged?: readonly DamagedFile[] | undefined
  readonly today: string
}

/** The lab of the open session; where its files could not be listed, that session alone. */
export const labData = ({ view, lab: listed, damaged = [], today }: LabAsk): LabData => {
  const files = listed.length > 0 ? oneOfEach(listed) : [aloneFile(view)]
  const labId = sessionOf(view)?.labId ?? ''
  const gone = erasedIn(listed)
  const overview = labOverview(labId, listed.length > 0 ? listed : files, damaged, today)
  const byFile = new Map(files.map((file) => [file.card.fileId, file.view]))
  const sessions: LabSession[] = []
  for (const { fileId, branch } of overview.sessions) {
    const found = byFile.get(fileId)
    const session = found && sessionOf(found)
    if (found && session) sessions.push({ view: found, session, branch })
  }
  const views = overview.sessions.flatMap(({ fileId }) => byFile.get(fileId) ?? [])
  return {
    overview,
    lab: labOf(views.at(-1) ?? view),
    held: sessions.filter(({ session }) => session.state !== 'prepared'),
    merged: mergedView(views, overview, gone),
  }
}

const aloneFile = (view: DocumentView): LabFile => ({ card: aloneCard(view), view })

/** Only what the overview asks for says anything. */
const aloneCard = (view: DocumentView): SessionCard => {
  const session = sessionOf(view)
  return {
    fileId: 'open',
    sessionId: session?.id ?? '',
    title: session?.title ?? '',
    labId: session?.labId ?? '',
    labName: labOf(view)?.name ?? '',
    day: session?.day ?? '1970-01-01',
    state: session?.state ?? 'prepared',
    people: 0,
    cards: view.card.size,
    votes: view.vote.size,
    steps: view.step.size,
    minutes: 0,
    openTasks: 0,
    lateTasks: 0,
    decisions: view.decision.size,
    decisionsDue: 0,
    voices: [],
    sample: false,
    interrupted: false,
    elsewhere: false,
    overdue: false,
  }
}

/** `views` oldest first. What was erased anywhere is nowhere. */
const mergedView = (views: readonly DocumentView[], overview: LabOverview, gone: ReadonlySet<string>): DocumentView => {
  const newest = views.at(-1)
  const all = <T extends RecordType>(type: T): Map<string, RecordMap[T]> => {
    const tables: readonly Table<T>[] = views.map((view) => view[type])
    return new Map(tables.flatMap((table) => [...table].filter(([id]) => !gone.has(id))))
  }
  return {
    ...emptyTables(),
    ...(newest ? { session: newest.session, lab: newest.lab } : {}),
    voice: all('voice'),
    person: all('person'),
    card: all('card'),
    cluster: all('cluster'),
    statement: all('statement'),
    link: all('link'),
    vote: all('vote'),
    question: all('question'),
    project: all('project'),
    activity: all('activity'),
    indicator: new Map(overview.indicators.map((indicator) => [indicator.id, indicator])),
    decision: withEvidence(all('decision'), views),
    task: withOrigin(all('task'), views),
  }
}

/** What something rests on stays in the session that made it when the rest of it travels on. */
const withEvidence = (
  decisions: ReadonlyMap<string, Decision>,
  views: readonly DocumentView[],
): Map<string, Decision> =>
  new Map(
    [...decisions].map(([id, decision]) => {
      const made = views.findLast((view) => (view.decision.get(id)?.evidence.length ?? 0) > 0)
      return [id, { ...decision, evidence: made?.decision.get(id)?.evidence ?? [] }]
    }),
  )

const withOrigin = (tasks: ReadonlyMap<string, Task>, views: readonly DocumentView[]): Map<string, Task> =>
  new Map(
    [...tasks].map(([id, task]) => {
      const origin = views.findLast((view) => view.task.get(id)?.origin !== undefined)?.task.get(id)?.origin
      return [id, origin === undefined ? task : { ...task, origin }]
    }),
  )
