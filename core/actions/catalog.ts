/**
 * Everything a facilitator can do by a deed with a name: the native menu, the command palette, buttons and shortcuts
 * read this one list. Words stand in the `actions` namespace under the id (dots kept: `actions:board.newCard`).
 * The page gives `run` and `enabled` for each id (renderer/facilitator/actions).
 */
export type ActionGroup = 'file' | 'edit' | 'go' | 'session' | 'board' | 'vote' | 'room' | 'view' | 'help'

export type ActionEntry = {
  readonly id: string
  readonly group: ActionGroup
  /** `Mod` is Ctrl, on macOS Cmd. One letter alone works only with focus on the board or no field, and can be off. */
  readonly keys?: string
  /** Only inside an open session. */
  readonly session: boolean
}

const home = <I extends string>(id: I, group: ActionGroup, keys?: string): ActionEntry & { readonly id: I } => ({
  id,
  group,
  session: false,
  ...(keys ? { keys } : {}),
})
const inSession = <I extends string>(id: I, group: ActionGroup, keys?: string): ActionEntry & { readonly id: I } => ({
  id,
  group,
  session: true,
  ...(keys ? { keys } : {}),
})

export const ACTIONS = [
  home('file.new', 'file', 'Mod+N'),
  home('file.open', 'file', 'Mod+O'),
  inSession('file.next', 'file'),
  inSession('file.keepTemplate', 'file'),
  inSession('file.report', 'file', 'Mod+E'),
  inSession('file.saveElsewhere', 'file'),
  inSession('file.leave', 'file', 'Mod+W'),
  inSession('edit.undo', 'edit', 'Mod+Z'),
  inSession('edit.redo', 'edit', 'Mod+Y'),
  home('view.palette', 'edit', 'Mod+K'),
  inSession('go.agenda', 'go'),
  inSession('go.boards', 'go'),
  inSession('go.votes', 'go'),
  inSession('go.decisions', 'go'),
  inSession('go.tasks', 'go'),
  inSession('go.questions', 'go'),
  inSession('go.dialogue', 'go'),
  inSession('go.projects', 'go'),
  inSession('go.indicators', 'go'),
  inSession('go.activities', 'go'),
  inSession('go.pulse', 'go'),
  inSession('go.notebook', 'go'),
  inSession('go.history', 'go', 'Mod+H'),
  inSession('go.people', 'go'),
  inSession('go.waiting', 'go'),
  inSession('go.lab', 'go'),
  inSession('go.report', 'go'),
  inSession('session.start', 'session'),
  inSession('session.nextStep', 'session', 'Mod+ArrowRight'),
  inSession('session.pause', 'session', 'T'),
  inSession('session.extend', 'session', 'Shift+T'),
  inSession('session.endStep', 'session'),
  inSession('session.skipStep', 'session'),
  inSession('session.contribute', 'session', 'C'),
  inSession('session.addStep', 'session'),
  inSession('session.split', 'session'),
  inSession('session.together', 'session'),
  inSession('session.nextGroup', 'session', 'Y'),
  inSession('session.merge', 'session'),
  inSession('session.finish', 'session'),
  inSession('queue.next', 'session'),
  inSession('dialogue.release', 'session'),
  inSession('dialogue.rounds', 'session'),
  inSession('dialogue.guide', 'session'),
  inSession('dialogue.show', 'session'),
  inSession('board.newCard', 'board', 'N'),
  inSession('card.writeDown', 'board', 'W'),
  inSession('board.cluster', 'board', 'G'),
  inSession('board.split', 'board', 'Shift+G'),
  inSession('board.merge', 'board', 'M'),
  inSession('board.setVoice', 'board', 'V'),
  inSession('board.tag', 'board', 'L'),
  inSession('board.moveCards', 'board'),
  inSession('board.hold', 'board'),
  inSession('board.chooseZone', 'board', 'Mod+A'),
  inSession('board.search', 'board', 'Mod+F'),
  inSession('board.paste', 'board'),
  inSession('board.import', 'board'),
  inSession('board.picture', 'board'),
  inSession('board.delete', 'board', 'Delete'),
  inSession('board.reveal', 'board', 'R'),
  inSession('board.outline', 'board', 'O'),
  inSession('board.print', 'board', 'Mod+P'),
  inSession('board.axes', 'board'),
  inSession('board.show', 'board'),
  inSession('board.showNext', 'board', 'Shift+PageDown'),
  inSession('board.showPrevious', 'board', 'Shift+PageUp'),
  inSession('board.task', 'board'),
  inSession('board.decision', 'board'),
  inSession('board.question', 'board'),
  inSession('board.project', 'board'),
  inSession('board.indicator', 'board'),
  inSession('board.activity', 'board'),
  inSession('vote.fromSelection', 'vote', 'Shift+V'),
  inSession('vote.open', 'vote', 'Mod+Enter'),
  inSession('vote.close', 'vote', 'Shift+C'),
  inSession('task.new', 'session'),
  inSession('decision.new', 'session'),
  inSession('room.toggle', 'room'),
  inSession('room.panel', 'room'),
  inSession('room.test', 'room'),
  inSession('room.tablet', 'room'),
  inSession('projector.open', 'view'),
  inSession('projector.join', 'view'),
  inSession('projector.step', 'view'),
  inSession('projector.timer', 'view'),
  inSession('projector.blank', 'view', 'B'),
  home('view.theme', 'view'),
  home('view.compare', 'view'),
  home('view.settings', 'view', 'Mod+,'),
  home('help.shortcuts', 'help', '?'),
  home('help.open', 'help', 'F1'),
] as const satisfies readonly ActionEntry[]

export type ActionId = (typeof ACTIONS)[number]['id']
