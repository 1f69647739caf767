import type { Board } from './board'
import type { Card, Cluster, Link, Statement } from './card'
import type { Lab } from './lab'
import type { Decision, Question, Task } from './outcome'
import type { Person } from './person'
import type { Group, Session } from './session'
import type { Proposal, Step } from './step'
import type { Voice } from './voice'
import type { Vote } from './vote'
import type { Activity, Event, Image, Indicator, Notebook, Project, Pulse, Tombstone } from './work'

/** No zod in here: pages that must stay small use these types and lists at run time. */
export type RecordMap = {
  readonly session: Session
  readonly lab: Lab
  readonly voice: Voice
  readonly person: Person
  readonly group: Group
  readonly step: Step
  readonly board: Board
  readonly card: Card
  readonly cluster: Cluster
  readonly link: Link
  readonly statement: Statement
  readonly vote: Vote
  readonly decision: Decision
  readonly task: Task
  readonly question: Question
  readonly project: Project
  readonly indicator: Indicator
  readonly activity: Activity
  readonly pulse: Pulse
  readonly notebook: Notebook
  readonly image: Image
  readonly proposal: Proposal
  readonly event: Event
  readonly tombstone: Tombstone
}

export type RecordType = keyof RecordMap
export type AnyRecord = RecordMap[RecordType]

export const RECORD_TYPES = [
  'session',
  'lab',
  'voice',
  'person',
  'group',
  'step',
  'board',
  'card',
  'cluster',
  'link',
  'statement',
  'vote',
  'decision',
  'task',
  'question',
  'project',
  'indicator',
  'activity',
  'pulse',
  'notebook',
  'image',
  'proposal',
  'event',
  'tombstone',
] as const satisfies readonly RecordType[]
