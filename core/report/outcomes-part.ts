import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Decision, Objection, Ref, Task } from '../model/outcome'
import type { Block, Cell, DecisionBlock, QuoteBlock, TableBlock, Words } from './model'
import { day, plain, say } from './model'
import type { Audience, VoiceGroup } from './voice-refs'
import { labelWords, ownerWords, refFor, voiceGroups } from './voice-refs'

/** The newest decisions and the first open tasks; all of them stand in their own parts. */
const ON_PAGE_ONE = 3

const current = (view: DocumentView): Decision[] =>
  [...view.decision.values()]
    .filter((decision) => decision.status !== 'dropped')
    .toSorted((a, b) => b.number - a.number)

/** Of page one: what was agreed, who stands behind it. Recommendations stand below, with what was answered to them. */
export const agreementRows = (view: DocumentView, audience: Audience): Block[] =>
  current(view).some(({ kind }) => kind === 'agreement') || current(view).length === 0
    ? decisionTable(view, audience, ({ kind }) => kind === 'agreement')
    : []

/** To whom each recommendation went and what they answered; nothing without any. */
export const recommendationRows = (view: DocumentView, audience: Audience): Block[] => {
  const groups = voiceGroups(view, audience)
  const asked = current(view).filter(({ kind }) => kind === 'recommendation')
  return asked.length === 0
    ? []
    : [{ ...recommendationTable(asked, (decision) => behindCell(decision, groups, view)), onPageOne: ON_PAGE_ONE }]
}

export const recommendationTable = (of: readonly Decision[], behind: (decision: Decision) => Cell): TableBlock => ({
  b: 'table',
  id: 'recommendations',
  title: say('part.recommendations'),
  columns: [
    { id: 'recommendation', title: say('decisionKind.recommendation'), kind: 'words' },
    { id: 'addressee', title: say('field.addressee'), kind: 'words' },
    { id: 'behind', title: say('column.behind'), kind: 'words' },
    { id: 'reply', title: say('field.reply'), kind: 'words' },
  ],
  rows: of.map((decision): Cell[] => [
    plain(decision.wording),
    decision.addressee === undefined ? say('nobody') : plain(decision.addressee),
    behind(decision),
    replyWords(decision) ?? say('decisions.noReply'),
  ]),
})

const replyWords = ({ reply }: Decision): Words | null =>
  reply
    ? say('decisions.reply', {
        text: plain(reply.text),
        on: day(reply.on),
        outcome: say(`replyOutcome.${reply.outcome}`),
      })
    : null

/** The short list: what was decided, who stands behind it, objections, review. */
export const decisionTable = (
  view: DocumentView,
  audience: Audience,
  which: (decision: Decision) => boolean = () => true,
): Block[] => {
  const groups = voiceGroups(view, audience)
  const decisions = current(view).filter(which)
  if (decisions.length === 0) return [{ b: 'paragraph', words: say('decisions.none') }]
  return [
    {
      b: 'table',
      id: 'decisions',
      onPageOne: ON_PAGE_ONE,
      title: say('decisions.table'),
      columns: [
        { id: 'decision', title: say('column.decision'), kind: 'words' },
        { id: 'behind', title: say('column.behind'), kind: 'words' },
        { id: 'objections', title: say('column.objections'), kind: 'words' },
        { id: 'review', title: say('column.review'), kind: 'words' },
      ],
      rows: decisions.map((decision) => [
        wordingOf(decision),
        behindCell(decision, groups, view),
        objectionsWords(decision),
        decision.reviewOn ? day(decision.reviewOn) : say('notSet'),
      ]),
    },
  ]
}

/** One objection in its own words, several as their number: all of them stand with the decision itself. */
export const objectionsWords = ({ objections }: Decision): Words => {
  const [first] = objections
  if (!first) return say('none')
  return objections.length === 1 && first.quote !== 'none'
    ? say('decisions.objection', { text: { t: 'said', text: first.text, release: first.quote } })
    : say('decisions.objections', { count: objections.length })
}

const wordingOf = (decision: Decision): Words =>
  decision.kind === 'recommendation'
    ? say('decisions.recommendation', {
        wording: plain(decision.wording),
        addressee: decision.addressee ? plain(decision.addressee) : say('nobody'),
      })
    : plain(decision.wording)

/** Voices as marks and, where counted, "21 of 24". Names all voices only when every voice is behind it. */
export const behindCell = (decision: Decision, groups: readonly VoiceGroup[], view: DocumentView): Cell => {
  const ids = new Set(decision.behind.voiceIds)
  // A joined group counts as behind only when all of its voices are: else the mark would tell of one of them.
  const shown = groups.filter((group) => group.voices.every((voice) => ids.has(voice.id)))
  const { count, of } = decision.behind
  const all = view.voice.size > 0 && [...view.voice.keys()].every((id) => ids.has(id))
  const counted = count !== undefined && of !== undefined ? say('decisions.countOf', { count, of }) : null
  const words = all
    ? counted
      ? say('decisions.allAnd', { counted })
      : say('decisions.allVoices')
    : (counted ?? (shown.length === 0 ? say('notSet') : say('decisions.some')))
  return { t: 'voices', voices: shown.map((group) => group.ref), words }
}

/** Every decision in full, with rationale, objections word for word and what it rests on. */
export const decisionBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const groups = voiceGroups(view, audience)
  const decisions = current(view)
  if (decisions.length === 0) return [{ b: 'paragraph', words: say('decisions.none') }]
  return decisions.map((decision) => ({
    b: 'decision',
    id: `decision-${decision.number}`,
    decision: decisionBlock(view, decision, groups),
  }))
}

const decisionBlock = (view: DocumentView, decision: Decision, groups: readonly VoiceGroup[]): DecisionBlock => {
  const facts: { title: Words; words: Words }[] = []
  const add = (key: string, words: Words | null | undefined): void => {
    if (words) facts.push({ title: say(`field.${key}`), words })
  }
  add('kind', say(`decisionKind.${decision.kind}`))
  // Whoever stands behind an earlier decision was counted in another room.
  add('madeOn', decision.fromSession ? day(decision.madeAt.slice(0, 10)) : null)
  add('status', say(`decisionStatus.${decision.status}`))
  add('rationale', decision.rationale ? plain(decision.rationale) : null)
  add('addressee', decision.addressee ? plain(decision.addressee) : null)
  add('level', decision.level ? say(`level.${decision.level}`) : null)
  add('reply', replyWords(decision))
  add('owner', decision.owner ? ownerWords(view, decision.owner, groups) : null)
  add('review', decision.reviewOn ? day(decision.reviewOn) : null)
  add('evidence', evidenceWords(view, decision.evidence))
  return {
    number: decision.number,
    wording: plain(decision.wording),
    facts,
    behind: behindCell(decision, groups, view),
    objections: decision.objections.map((objection) => objectionBlock(objection, groups)),
  }
}

const objectionBlock = (objection: Objection, groups: readonly VoiceGroup[]): QuoteBlock => ({
  b: 'quote',
  id: `objection-${objection.id}`,
  words: { t: 'said', text: objection.text, release: objection.quote },
  by: refFor(groups, objection.voiceId),
})

const evidenceWords = (view: DocumentView, evidence: readonly Ref[]): Words | null => {
  const items = evidence.flatMap((ref): Words[] => {
    switch (ref.type) {
      case 'vote': {
        const vote = view.vote.get(ref.id)
        return vote ? [say('evidence.vote', { question: plain(vote.question) })] : []
      }
      case 'card': {
        const card = view.card.get(ref.id)
        return card && card.quote !== 'none'
          ? [say('evidence.card', { text: { t: 'said', text: card.text, release: card.quote } })]
          : []
      }
      case 'statement': {
        const statement = view.statement.get(ref.id)
        return statement && statement.quote !== 'none'
          ? [say('evidence.statement', { text: { t: 'said', text: statement.text, release: statement.quote } })]
          : []
      }
      case 'decision': {
        const decision = view.decision.get(ref.id)
        return decision ? [say('evidence.decision', { number: decision.number })] : []
      }
      default: {
        const words = headingOf(view, ref)
        return words ? [say('evidence.heading', { text: words })] : []
      }
    }
  })
  return items.length > 0 ? { t: 'list', items } : null
}

/** What the lab itself called it. */
const headingOf = (view: DocumentView, ref: Ref): Words | null => {
  switch (ref.type) {
    case 'cluster': {
      const cluster = view.cluster.get(ref.id)
      return cluster ? labelWords(cluster.label) : null
    }
    case 'question':
    case 'task': {
      const text = view[ref.type].get(ref.id)?.text
      return text === undefined ? null : plain(text)
    }
    case 'project':
    case 'activity': {
      const title = view[ref.type].get(ref.id)?.title
      return title === undefined ? null : plain(title)
    }
    case 'indicator': {
      const name = view.indicator.get(ref.id)?.name
      return name === undefined ? null : plain(name)
    }
    default:
      return null
  }
}

const TURN: { readonly [S in Task['state']]: number } = { doing: 0, todo: 0, done: 1, dropped: 2 }

/** What is open first, the next day first. */
export const inTurn = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted(
    (a, b) =>
      TURN[a.state] - TURN[b.state] || ((a.due ?? '9') < (b.due ?? '9') ? -1 : (a.due ?? '9') > (b.due ?? '9') ? 1 : 0),
  )

/** Who does what by when; dropped tasks stay in the list, marked so. */
export const taskTable = (
  view: DocumentView,
  audience: Audience,
  only?: 'open',
  which: (task: Task) => boolean = () => true,
): Block[] => {
  const groups = voiceGroups(view, audience)
  const isShown = (task: Task): boolean => which(task) && (!only || task.state === 'todo' || task.state === 'doing')
  const tasks = inTurn(ordered(view, 'task').filter(isShown))
  if (tasks.length === 0) return [{ b: 'paragraph', words: say(only ? 'tasks.noneOpen' : 'tasks.none') }]
  const table: TableBlock = {
    b: 'table',
    id: only ? 'tasks-open' : 'tasks',
    ...(only ? { onPageOne: ON_PAGE_ONE } : {}),
    title: say(only ? 'tasks.openTable' : 'tasks.table'),
    columns: [
      { id: 'task', title: say('column.task'), kind: 'words' },
      { id: 'owner', title: say('column.owner'), kind: 'words' },
      { id: 'due', title: say('column.due'), kind: 'words' },
      { id: 'state', title: say('column.state'), kind: 'words' },
    ],
    rows: tasks.map((task) => [
      plain(task.text),
      ownerWords(view, task.owner, groups),
      task.due ? day(task.due) : say('notSet'),
      task.progress
        ? say('tasks.progress', { state: say(`taskState.${task.state}`), progress: plain(task.progress) })
        : say(`taskState.${task.state}`),
    ]),
  }
  return [table]
}

/** Open questions and assumptions: uncertainty has a place of its own. */
export const questionBlocks = (view: DocumentView): Block[] => {
  const open = ordered(view, 'question').filter((question) => question.state === 'open')
  if (open.length === 0) return [{ b: 'paragraph', words: say('questions.none') }]
  return [
    {
      b: 'list',
      id: 'questions',
      items: open.map((question) => say(`questions.${question.kind}`, { text: plain(question.text) })),
    },
  ]
}
