import { patch } from '../change/diff'
import type { Err, Result } from '../lib/result'
import type { DocumentView } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Card } from '../model/card'
import type { Project } from '../model/work'
import type { Failure } from '../protocol/failures'
import type { RequestArgs } from '../protocol/requests'
import { isStale } from './cards'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import {
  checkOwner,
  checkRefs,
  cleanText,
  done,
  given,
  isTaken,
  lastOrder,
  maybeText,
  missing,
  moveOrder,
  refuse,
  tidy,
} from './kit'
import { cardsFollowProject, stateOfZone } from './project-cards'

const fieldNames = ['aim', 'targetGroup', 'from', 'to', 'owner', 'activities', 'results', 'origin'] as const

type Fields = Omit<RequestArgs<'project.update'>, 'id' | 'title' | 'was'>

const checkFields = (view: DocumentView, args: Fields, project?: Project): Err<Failure> | null => {
  const from = args.from === undefined ? project?.from : args.from
  const to = args.to === undefined ? project?.to : args.to
  if (from != null && to != null && to < from) return refuse('wrong-value')
  return (
    checkOwner(view, args.owner) ??
    checkRefs(view, [
      ...(args.indicatorIds ?? []).map((id) => ['indicator', id] as const),
      ...(args.origin ? [[args.origin.type, args.origin.id] as const] : []),
    ])
  )
}

/** Each once, none empty. */
const cleanLists = (args: Fields): Partial<Pick<Project, 'partners' | 'indicatorIds'>> => ({
  ...(args.partners ? { partners: [...new Set(args.partners.map(tidy))].filter((name) => name !== '') } : {}),
  ...(args.indicatorIds ? { indicatorIds: [...new Set(args.indicatorIds)] } : {}),
})

/** The card that becomes the project's: it must be there and be nobody else's. */
const cardFor = (view: DocumentView, cardId: string | undefined): Result<Card | null, Failure> => {
  if (cardId === undefined) return { ok: true, value: null }
  const card = view.card.get(cardId)
  if (!card) return missing('card')
  return card.projectId === undefined ? { ok: true, value: card } : refuse('already-there')
}

const add: Run<'project.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const title = cleanText(args.title, LIMITS.label)
  if (!title.ok) return title
  const card = cardFor(view, args.cardId)
  if (!card.ok) return card
  const wrong = checkFields(view, args)
  if (wrong) return wrong
  const own = card.value
  const here = own ? stateOfZone(view.board.get(own.boardId), own.zone) : undefined
  const state = args.state ?? here ?? 'idea'
  const base = { partners: [], indicatorIds: [], ...cleanLists(args) }
  const project: Project = {
    type: 'project',
    id: args.id,
    order: lastOrder(view.project.values()),
    title: title.value,
    state,
    ...base,
    ...(own ? { origin: { type: 'card', id: own.id } as const } : {}),
    ...given(args, fieldNames),
  }
  const places = own ? cardsFollowProject(view, args.id, state, [own]) : null
  return done({
    added: [project],
    changed: own ? [patch<'card'>(own, { projectId: args.id, ...places?.get(own.id) })] : [],
  })
}

/** The changes that a new state makes: to the project and to its cards on the boards. */
const withState = (view: DocumentView, project: Project, fields: Partial<Project>) => {
  const places =
    fields.state === undefined || fields.state === project.state
      ? new Map<string, Pick<Card, 'zone' | 'order'>>()
      : cardsFollowProject(view, project.id, fields.state)
  return [
    patch<'project'>(project, fields),
    ...[...places].map(([id, place]) => {
      const card = view.card.get(id)
      return card ? patch<'card'>(card, place) : null
    }),
  ]
}

const update: Run<'project.update'> = (view, args) => {
  const project = view.project.get(args.id)
  if (!project) return missing('project')
  const title = maybeText(args.title, LIMITS.label)
  if (!title.ok) return title
  if (title.value !== undefined && isStale(project.title, args.was, title.value)) return refuse('changed-meanwhile')
  const wrong = checkFields(view, args, project)
  if (wrong) return wrong
  const fields = {
    ...given(args, fieldNames),
    ...cleanLists(args),
    ...(args.state === undefined ? {} : { state: args.state }),
    ...(title.value === undefined ? {} : { title: title.value }),
  }
  return done({ changed: withState(view, project, fields) })
}

const move: Run<'project.move'> = (view, { id, state, before }) => {
  const project = view.project.get(id)
  if (!project) return missing('project')
  const stays = before === undefined && state === project.state
  const order = stays ? project.order : moveOrder(view.project.values(), id, before)
  if (order === null) return missing('project')
  return done({ changed: withState(view, project, { state, order }) })
}

const remove: Run<'project.remove'> = (view, { id }) => {
  const project = view.project.get(id)
  if (!project) return missing('project')
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [project, ...cleaning.removed] })
}

export const projectCommands = {
  'project.add': { run: add, undoable: true },
  'project.update': { run: update, undoable: true },
  'project.move': { run: move, undoable: true },
  'project.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
