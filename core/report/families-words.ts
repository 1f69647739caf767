import type { Decision, Task } from '../model/outcome'
import type { Words } from './model'
import { day, plain, say } from './model'

/** A lab cannot decide for others: what it asks for, and of whom. */
export const askedWords = ({ wording, addressee, status, reply }: Decision): Words => {
  if (addressee === undefined) return say('families.asked', { wording: plain(wording) })
  const isAsked = status !== 'proposed' || reply !== undefined
  return say(isAsked ? 'families.askedOf' : 'families.willAsk', {
    wording: plain(wording),
    addressee: plain(addressee),
  })
}

/** The next thing to come of a decision; where nothing is planned, when it is looked at again. */
export const decisionWhen = (decision: Decision, tasks: readonly Task[]): Words => {
  const next = tasks
    .filter(({ state }) => state === 'todo' || state === 'doing')
    .flatMap(({ due }) => due ?? [])
    .toSorted()[0]
  if (next !== undefined) return say('families.by', { on: day(next) })
  if (tasks.length > 0 && tasks.every(({ state }) => state === 'done')) {
    const last = tasks
      .flatMap(({ due }) => due ?? [])
      .toSorted()
      .at(-1)
    if (last !== undefined) return say('families.by', { on: day(last) })
  }
  return decision.reviewOn === undefined
    ? say('families.noDay')
    : say('families.lookedAt', { on: day(decision.reviewOn) })
}

export const taskWhen = ({ due }: Task): Words =>
  due === undefined ? say('families.noDay') : say('families.by', { on: day(due) })

/** Keys end in done, begun or notYet: the page draws a box for each. */
export const taskSince = ({ state, progress }: Task): Words => {
  const key = state === 'done' ? 'done' : state === 'doing' || progress !== undefined ? 'begun' : 'notYet'
  return progress === undefined
    ? say(`families.state.${key}`)
    : say(`families.progress.${key}`, { progress: plain(progress) })
}

export const decisionSince = (decision: Decision, tasks: readonly Task[]): Words => {
  const { reply, kind, status } = decision
  if (kind === 'recommendation') {
    return reply
      ? say(`families.reply.${reply.outcome}`, { text: plain(reply.text), on: day(reply.on) })
      : say(status === 'proposed' ? 'families.notAsked' : 'families.noReply')
  }
  if (status === 'kept' || status === 'changed') return say(`families.status.${status}`)
  const done = tasks.filter(({ state }) => state === 'done').length
  if (tasks.length > 0 && done === tasks.length) return say('families.state.done')
  if (tasks.length > 1 && done > 0) return say('families.steps.begun', { done, count: tasks.length })
  const moving = tasks.find(({ progress }) => progress !== undefined) ?? tasks.find(({ state }) => state === 'doing')
  if (moving) return taskSince(moving)
  return say(status === 'proposed' ? 'families.status.notYet' : 'families.state.notYet')
}
