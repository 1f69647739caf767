import { ordered } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Step } from '@core/model/step'
import type { Label } from '@core/model/text'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'

export type Deed = {
  [N in DocumentRequestName]: { readonly name: N; readonly args: RequestArgs<N> }
}[DocumentRequestName]

export type Split = {
  readonly names: readonly string[]
  /** Steps that each group does by itself; each gets a copy, with a board of its own. */
  readonly stepIds: ReadonlySet<string>
  readonly newId: () => string
  /** What a group's copy of a board is called. */
  readonly boardName: (board: Label, group: string) => string
}

/** What can still be parted: waiting, everybody's, and without a vote, which belongs to everybody. */
export const canPart = (step: Step): boolean =>
  step.state === 'waiting' && step.groupId === undefined && step.voteId === undefined

/** The commands that make groups and part the chosen steps among them, in order. */
export const splitPlan = (view: DocumentView, { names, stepIds, newId, boardName }: Split): Deed[] => {
  const groups = names.map((name) => ({ id: newId(), name }))
  const made: Deed[] = groups.map(({ id, name }) => ({ name: 'group.add', args: { id, label: { text: name } } }))
  const steps = ordered(view, 'step')
  const copies = new Map<string, string>()
  const boardFor = (step: Step, group: (typeof groups)[number]): string | undefined => {
    const board = view.board.get(step.boardId ?? '')
    if (!board) return undefined
    const key = `${board.id} ${group.id}`
    const known = copies.get(key)
    if (known !== undefined) return known
    const id = newId()
    copies.set(key, id)
    const label = { text: boardName(board.label, group.name) }
    const axes = board.axes.map((axis) => ({ ...axis, entries: axis.entries.map((entry) => ({ ...entry })) }))
    made.push({ name: 'board.add', args: { id, label, layout: board.layout, axes, groupId: group.id } })
    return id
  }
  for (const [index, step] of steps.entries()) {
    if (!stepIds.has(step.id) || !canPart(step)) continue
    const before = steps[index + 1]?.id ?? null
    for (const [number, group] of groups.entries()) {
      const boardId = boardFor(step, group)
      const own = { groupId: group.id, ...(boardId === undefined ? {} : { boardId }) }
      made.push(
        number === 0
          ? { name: 'step.update', args: { id: step.id, ...own } }
          : { name: 'step.add', args: { ...copyOf(step), id: newId(), before, ...own } },
      )
    }
  }
  return made
}

/** All that a step says of itself, for a copy of it: board, vote and group are the copy's own. */
export const copyOf = (step: Step): Omit<RequestArgs<'step.add'>, 'id'> => ({
  label: step.label,
  kind: step.kind,
  minutes: step.minutes,
  contribute: step.contribute,
  ...(step.question === undefined ? {} : { question: step.question }),
  ...(step.instruction === undefined ? {} : { instruction: step.instruction }),
  ...(step.show === undefined ? {} : { show: step.show }),
  ...(step.propose === undefined ? {} : { propose: [...step.propose] }),
  ...(step.lockAtEnd === undefined ? {} : { lockAtEnd: step.lockAtEnd }),
})
