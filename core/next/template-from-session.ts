import type { Layout } from '../model/board'
import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import type { Step } from '../model/step'
import type { Template } from './template'

const PICTURES: { readonly [L in Layout]: Template['picture'] } = {
  matrix: 'matrix',
  columns: 'columns',
  quadrants: 'quadrants',
  rings: 'rings',
  rounds: 'stairs',
}

/**
 * The frame of a session for the next time: agenda, boards, votes, voices, groups, questions of the pulse. Nothing that
 * anybody said: no card, no option of a vote, no person, no answer.
 */
export const templateFromSession = (view: DocumentView, id: string, name: string): Template => {
  const refs = refsOf(view)
  const session = sessionOf(view)
  const rounds = labOf(view)?.rounds
  const boards = ordered(view, 'board')
  const groups = ordered(view, 'group')
  const pulse = ordered(view, 'pulse').slice(0, 5)
  return {
    id,
    name,
    picture: boards[0] ? PICTURES[boards[0].layout] : view.step.size > 0 ? 'voices' : 'empty',
    ...(session?.round === undefined ? {} : { round: session.round }),
    ...(rounds && rounds.length > 1 ? { rounds } : {}),
    voices: ordered(view, 'voice').map(({ label, slot, level, expected }) => ({
      label,
      slot,
      ...(level ? { level } : {}),
      expected,
    })),
    ...(groups.length > 0 ? { groups: groups.map(({ id: groupId, label }) => ({ ref: refs(groupId), label })) } : {}),
    boards: boards.map((board) => ({
      ref: refs(board.id),
      label: board.label,
      layout: board.layout,
      axes: board.axes,
      ...(board.templateKey === undefined ? {} : { templateKey: board.templateKey }),
      ...groupRef(board.groupId, refs),
    })),
    votes: ordered(view, 'vote').map((vote) => ({
      ref: refs(vote.id),
      question: { text: vote.question },
      method: vote.method,
      admission: vote.admission,
      channels: vote.channels,
    })),
    ...(pulse.length > 0 ? { pulse: pulse.map(({ question }) => question) } : {}),
    steps: ordered(view, 'step').map((step) => stepOf(step, refs)),
  }
}

type Refs = (id: string) => string

/** Short names in place of ids, which may hold letters that names in files do not. */
const refsOf = (view: DocumentView): Refs => {
  const names = new Map<string, string>()
  for (const type of ['group', 'board', 'vote'] as const)
    ordered(view, type).forEach(({ id }, index) => names.set(id, `${type}-${index + 1}`))
  return (id) => names.get(id) ?? ''
}

const groupRef = (groupId: string | undefined, refs: Refs): { readonly group?: string } =>
  groupId === undefined ? {} : { group: refs(groupId) }

const stepOf = (step: Step, refs: Refs): Template['steps'][number] => ({
  label: step.label,
  ...(step.question ? { question: step.question } : {}),
  ...(step.instruction ? { instruction: step.instruction } : {}),
  kind: step.kind,
  minutes: step.minutes,
  ...(step.contribute === 'closed' ? {} : { contribute: step.contribute }),
  ...(step.boardId === undefined ? {} : { board: refs(step.boardId) }),
  ...(step.voteId === undefined ? {} : { vote: refs(step.voteId) }),
  ...groupRef(step.groupId, refs),
  ...(step.show ? { show: step.show } : {}),
  ...(step.propose && step.propose.length > 0 ? { propose: step.propose } : {}),
  ...(step.lockAtEnd ? { lockAtEnd: true } : {}),
})
