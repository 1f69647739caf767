import { boardSchema } from './board'
import { cardSchema, clusterSchema, linkSchema, statementSchema } from './card'
import { labSchema } from './lab'
import { decisionSchema, questionSchema, taskSchema } from './outcome'
import { personSchema } from './person'
import { groupSchema, sessionSchema } from './session'
import { proposalSchema, stepSchema } from './step'
import { voiceSchema } from './voice'
import { voteSchema } from './vote'
import {
  activitySchema,
  eventSchema,
  imageSchema,
  indicatorSchema,
  notebookSchema,
  projectSchema,
  pulseSchema,
  tombstoneSchema,
} from './work'
import type { RecordType } from './records'

/** The schema of every record type; the file order is the order of `RECORD_TYPES`. */
export const recordSchemas = {
  session: sessionSchema,
  lab: labSchema,
  voice: voiceSchema,
  person: personSchema,
  group: groupSchema,
  step: stepSchema,
  board: boardSchema,
  card: cardSchema,
  cluster: clusterSchema,
  link: linkSchema,
  statement: statementSchema,
  vote: voteSchema,
  decision: decisionSchema,
  task: taskSchema,
  question: questionSchema,
  project: projectSchema,
  indicator: indicatorSchema,
  activity: activitySchema,
  pulse: pulseSchema,
  notebook: notebookSchema,
  image: imageSchema,
  proposal: proposalSchema,
  event: eventSchema,
  tombstone: tombstoneSchema,
} as const satisfies Record<RecordType, unknown>
