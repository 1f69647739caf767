import { patch } from '../change/diff'
import { assertNever } from '../lib/assert-never'
import type { Err } from '../lib/result'
import { LIMITS } from '../model/limits'
import type { DocumentView } from '../model/document'
import { labOf, sessionOf } from '../model/document'
import type { Stage } from '../model/session'
import type { Failure } from '../protocol/failures'
import { isVoting } from '../rules/frozen'
import type { CommandTable } from './command'
import type { Run } from './kit'
import { cleanLabel, checkRefs, done, event, given, instant, maybeText, missing, refuse, tidy } from './kit'
import { endOfAll, withCurrent } from './running-step'

const update: Run<'session.update'> = (view, args) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  const title = maybeText(args.title, LIMITS.title)
  if (!title.ok) return title
  // Public reports only merge what the room may see.
  if (args.k && (args.k.room < 3 || args.k.public < args.k.room)) return refuse('wrong-value', { limit: 3 })
  const lang = args.lang === undefined ? '' : tidy(args.lang)
  const fields = {
    ...given(args, ['day', 'k', 'round']),
    ...(lang === '' ? {} : { lang }),
    ...(title.value === undefined ? {} : { title: title.value }),
  }
  return done({ changed: [patch<'session'>(session, fields)] })
}

const start: Run<'session.start'> = (view, _args, context) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  if (session.state === 'running') return done({})
  return done({
    changed: [patch<'session'>(session, { state: 'running', startedAt: session.startedAt ?? instant(context) })],
    added: [event(context, 'session.started')],
  })
}

const finish: Run<'session.finish'> = (view, _args, context) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  const open = [...view.vote.values()].filter(isVoting).length
  if (open > 0) return refuse('still-used', { count: open })
  const ended = endOfAll(view, context)
  const closed = { state: 'closed', closedAt: instant(context), currentStepId: undefined } as const
  return done({
    changed: [
      ...ended.changed,
      ...[...view.group.keys()].map((id) => withCurrent(view, id, undefined)),
      patch<'session'>(session, closed),
    ],
    added: [...ended.added, event(context, 'session.closed')],
  })
}

const show: Run<'stage.show'> = (view, { stage, groupId }) => {
  const wrong = checkStage(view, stage)
  if (wrong) return wrong
  if (groupId !== undefined) {
    const group = view.group.get(groupId)
    return group ? done({ changed: [patch<'group'>(group, { stage })] }) : missing('group')
  }
  const session = sessionOf(view)
  return session ? done({ changed: [patch<'session'>(session, { stage })] }) : missing('session')
}

const checkStage = (view: DocumentView, stage: Stage): Err<Failure> | null => {
  switch (stage.view) {
    case 'blank':
    case 'join':
    case 'step':
    case 'agreed':
    case 'timer':
    case 'pulse':
      return null
    case 'chain':
      return checkRefs(view, [['statement', stage.statementId]])
    case 'board': {
      const board = view.board.get(stage.boardId)
      if (!board) return missing('board')
      const entries = board.axes.flatMap((axis) => axis.entries)
      const shown = stage.entryId === undefined || entries.some((entry) => entry.id === stage.entryId)
      return shown ? null : refuse('wrong-place')
    }
    case 'vote':
      return checkRefs(view, [['vote', stage.voteId]])
    case 'result': {
      const vote = view.vote.get(stage.voteId)
      if (!vote) return missing('vote')
      return vote.rounds.some((round) => round.state === 'closed') ? null : refuse('wrong-value')
    }
    default:
      return assertNever(stage)
  }
}

const labFields = [
  'country',
  'place',
  'organisations',
  'partners',
  'targetGroup',
  'aim',
  'esn',
  'funderNotice',
  'authors',
  'logos',
  'ties',
  'keepUntil',
  'rounds',
] as const

const updateLab: Run<'lab.update'> = (view, args) => {
  const lab = labOf(view)
  if (!lab) return missing('lab')
  const name = maybeText(args.name, 200)
  if (!name.ok) return name
  for (const round of args.rounds ?? []) {
    const label = cleanLabel(round.label)
    if (!label.ok) return label
  }
  const ids = args.rounds?.map((round) => round.id) ?? []
  if (new Set(ids).size < ids.length) return refuse('already-there')
  const fields = { ...given(args, labFields), ...(name.value === undefined ? {} : { name: name.value }) }
  return done({ changed: [patch<'lab'>(lab, fields)] })
}

export const sessionCommands = {
  'session.update': { run: update, undoable: true },
  'session.start': { run: start, undoable: false },
  'session.finish': { run: finish, undoable: false },
  'stage.show': { run: show, undoable: false },
  'lab.update': { run: updateLab, undoable: true },
} satisfies Partial<CommandTable>
