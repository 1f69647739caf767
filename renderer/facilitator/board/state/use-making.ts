import type { ActionId } from '@core/actions/catalog'
import { ordered } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import type { RecordType } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import { isDraft } from '@core/rules/frozen'
import { labelText } from '../../../shared/i18n/label'
import type { Translate } from '../../../shared/i18n/use-t'
import { useT } from '../../../shared/i18n/use-t'
import { newId } from '../../../shared/lib/new-id'
import type { ChangeReply, Replica } from '../../../shared/replica/replica'
import { useReplica } from '../../../shared/replica/react'
import type { ActionHandler } from '../../app/actions'
import type { Place } from '../../app/nav'
import { nav } from '../../app/nav'
import { reportFailure } from '../../app/problems'
import { selection } from '../../app/selection'
import { aboutIds } from '../map/map-keys'
import type { BoardWork } from './board-context'

type Source = { readonly type: 'card' | 'cluster'; readonly id: string; readonly text: string }

/** What something made from these items says. Cards that are still hidden have no words yet. */
const sourcesOf = (t: Translate, replica: Replica, ids: readonly string[]): Source[] =>
  ids.flatMap((id): Source[] => {
    const cluster = replica.view.cluster.get(id)
    if (cluster) return [{ type: 'cluster', id, text: labelText(t, cluster.label) }]
    const card = replica.view.card.get(id)
    return card?.revealed ? [{ type: 'card', id, text: card.text }] : []
  })

/** The next vote of the agenda, when it still waits for its topics: they go there, not into a second vote. */
const emptyVote = (replica: Replica): Vote | undefined =>
  ordered(replica.view, 'step')
    .filter((step) => step.state === 'waiting' || step.state === 'running')
    .map((step) => (step.voteId === undefined ? undefined : replica.view.vote.get(step.voteId)))
    .find((vote) => vote !== undefined && isDraft(vote) && vote.options.length === 0)

type Made = 'task' | 'decision' | 'question' | 'project' | 'indicator' | 'activity'

/** Where what was made can be seen. */
const PLACES = {
  task: { kind: 'tasks' },
  decision: { kind: 'decisions' },
  question: { kind: 'questions' },
  project: { kind: 'projects' },
  indicator: { kind: 'indicators' },
  activity: { kind: 'activities' },
} as const satisfies { readonly [M in Made]: Place }

/** Names are shorter than statements. */
const named = (text: string): string =>
  text.length <= LIMITS.label ? text : `${text.slice(0, LIMITS.label - 1).trimEnd()}…`

/** Opens what came of a card, at its own place. */
export const openMade = (kind: Made & RecordType, id: string): void => {
  nav.go(PLACES[kind])
  selection.openDrawer({ type: kind, id })
}

/** Tasks, questions, projects, indicators and activities: one of each card. */
const adders = (replica: Replica) => {
  const origin = ({ type, id }: Source) => ({ type, id })
  return {
    task: (id: string, from: Source) => replica.run('task.add', { id, text: from.text, origin: origin(from) }),
    question: (id: string, from: Source) =>
      replica.run('question.add', { id, kind: 'question', text: from.text, origin: origin(from) }),
    project: (id: string, from: Source) =>
      replica.run('project.add', {
        id,
        title: named(from.text),
        origin: origin(from),
        ...(from.type === 'card' ? { cardId: from.id } : {}),
      }),
    indicator: (id: string, from: Source) =>
      replica.run('indicator.add', { id, name: named(from.text), origin: origin(from) }),
    activity: (id: string, from: Source) =>
      replica.run('activity.add', { id, title: named(from.text), origin: origin(from) }),
  } satisfies Partial<Record<Made, (id: string, from: Source) => Promise<ChangeReply>>>
}

const useVoteMaking = (work: BoardWork, about: () => Source[]): ActionHandler['run'] => {
  const t = useT()
  const replica = useReplica()
  return async () => {
    const id = newId()
    const options = about().map((source) => ({
      id: newId(),
      text: source.text,
      source: { type: source.type, id: source.id },
    }))
    const prepared = emptyVote(replica)
    const question = t('board:made.voteQuestion', { board: labelText(t, work.board.label) })
    const done = prepared
      ? await replica.run('vote.update', { id: prepared.id, options })
      : await replica.run('vote.add', { id, question, options })
    if (done.ok) nav.go({ kind: 'vote', id: prepared?.id ?? id })
    else reportFailure(done.error)
  }
}

/** What is made of the chosen cards, with the way back to them. */
export const useMaking = (work: BoardWork): Partial<Record<ActionId, ActionHandler>> => {
  const t = useT()
  const replica = useReplica()
  const { ui } = work
  const about = (): Source[] => sourcesOf(t, replica, aboutIds(ui))
  const enabled = (): boolean => !work.locked && about().length > 0
  const add = adders(replica)
  const made = (kind: Made, id: string): void =>
    ui.patch({
      note: {
        text: t(`board:made.${kind}`),
        undoable: true,
        link: { text: t('board:made.open'), go: () => openMade(kind, id) },
      },
    })
  const each = (kind: keyof typeof add): ActionHandler => ({
    enabled,
    run: async () => {
      for (const source of about()) {
        const id = newId()
        const done = await add[kind](id, source)
        if (!done.ok) return reportFailure(done.error)
        made(kind, id)
      }
      return undefined
    },
  })
  return {
    'board.task': each('task'),
    'board.question': each('question'),
    'board.project': each('project'),
    'board.indicator': each('indicator'),
    'board.activity': each('activity'),
    'board.decision': {
      enabled,
      run: async () => {
        const sources = about()
        const wording = sources[0]?.text
        if (wording === undefined) return undefined
        const id = newId()
        const evidence = sources.map((source) => ({ type: source.type, id: source.id }))
        const done = await replica.run('decision.add', { id, wording, evidence })
        return done.ok ? made('decision', id) : reportFailure(done.error)
      },
    },
    'vote.fromSelection': { enabled, run: useVoteMaking(work, about) },
  }
}
