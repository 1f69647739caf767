import { sessionOf } from '../model/document'
import type { DocumentRequestName } from '../protocol/requests'
import { axisCommands } from './axes'
import { boardCommands } from './boards'
import { cardCommands } from './cards'
import { clusterCommands } from './clusters'
import type { CommandSpec, CommandTable } from './command'
import { decisionCommands } from './decisions'
import { refuse } from './kit'
import { importCommands } from './import-cards'
import { linkCommands } from './links'
import { peopleCommands } from './people'
import { sessionCommands } from './session'
import { stepCommands } from './steps'
import { taskCommands } from './tasks'
import { voteCommands } from './votes'
import { handsCommands } from './hands'
import { groupCommands } from './groups'
import { speakingCommands } from './speaking'
import { imageCommands } from './images'
import { statementCommands } from './statements'
import { proposalCommands } from './proposals'
import { projectCommands } from './projects'
import { indicatorCommands } from './indicators'
import { activityCommands } from './activities'
import { pulseCommands } from './pulses'
import { tagCommands } from './tags'

/**
 * What goes on after the session is closed: tasks, replies to recommendations, the lab's profile, showing results; and
 * between meetings projects, figures, activities and the feedback that comes in on paper.
 */
const AFTER_CLOSING: ReadonlySet<DocumentRequestName> = new Set([
  'session.update',
  'stage.show',
  'lab.update',
  'vote.show-result',
  'decision.update',
  'task.add',
  'task.update',
  'task.move',
  'task.remove',
  'project.add',
  'project.update',
  'project.move',
  'indicator.add',
  'indicator.update',
  'indicator.measure',
  'indicator.unmeasure',
  'indicator.move',
  'activity.add',
  'activity.update',
  'activity.remove',
  'image.update',
  'pulse.paper',
  'pulse.add-remark',
  'pulse.remove-remark',
])

/** Pages leave out, or say why not, what cannot be done any more. */
export const goesOnAfterClosing = (name: DocumentRequestName): boolean => AFTER_CLOSING.has(name)

const whileOpen = <A>(spec: CommandSpec<A>): CommandSpec<A> => ({
  ...spec,
  run: (view, args, context) =>
    sessionOf(view)?.state === 'closed' ? refuse('session-is-closed') : spec.run(view, args, context),
})

const all: CommandTable = {
  ...sessionCommands,
  ...peopleCommands,
  ...stepCommands,
  ...boardCommands,
  ...axisCommands,
  ...cardCommands,
  ...importCommands,
  ...clusterCommands,
  ...linkCommands,
  ...handsCommands,
  ...voteCommands,
  ...decisionCommands,
  ...taskCommands,
  ...groupCommands,
  ...speakingCommands,
  ...imageCommands,
  ...tagCommands,
  ...statementCommands,
  ...proposalCommands,
  ...projectCommands,
  ...indicatorCommands,
  ...activityCommands,
  ...pulseCommands,
}

/** Every document command. Pure and without zod, so that the sender's replica runs the same one for its guess. */
export const commands = Object.fromEntries(
  Object.entries(all).map(([name, spec]) => [
    name,
    AFTER_CLOSING.has(name as DocumentRequestName) ? spec : whileOpen(spec as CommandSpec<unknown>),
  ]),
) as unknown as CommandTable // the same names with the same arguments as `all`
