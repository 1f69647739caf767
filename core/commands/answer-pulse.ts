import { patch } from '../change/diff'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import { isLocked } from '../rules/step-clock'
import type { Command } from './command'
import { done, missing, refuse, tidy } from './kit'
import { runningStep } from './running-step'

const REMARKS = 500
const NOBODY = [0, 0, 0, 0, 0] as const

export type PulseAnswer = {
  readonly values: readonly { readonly id: string; readonly value: number }[]
  readonly remark: string | undefined
  readonly channel: 'phone' | 'kiosk'
  readonly groupId: string | undefined
}

/**
 * One person's feedback becomes counts: the document does not say which answers were given together. The remark goes to a random place
 * among the others, at the first question. Whether somebody answers twice is the host's to know.
 */
export const answerPulse: Command<PulseAnswer> = (view, { values, remark, channel, groupId }, context) => {
  if (sessionOf(view)?.state === 'closed') return refuse('session-is-closed')
  const step = runningStep(view, groupId)
  if (step?.kind !== 'pulse' || isLocked(step, context.now)) return refuse('step-closed')
  const words = tidy(remark ?? '')
  if (words.length > LIMITS.statement) return refuse('text-too-long', { limit: LIMITS.statement, length: words.length })
  const given = new Map(values.map(({ id, value }) => [id, value]))
  if (given.size !== values.length) return refuse('wrong-value', { field: 'values' })
  if (given.size === 0 && words === '') return refuse('text-empty')
  for (const id of given.keys()) if (!view.pulse.has(id)) return missing('pulse')
  const first = [...view.pulse.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1))[0]
  if (!first) return missing('pulse')
  return done({
    changed: [...view.pulse.values()].map((pulse) => {
      const value = given.get(pulse.id)
      const counts = pulse.answers[channel] ?? NOBODY
      const answers =
        value === undefined
          ? pulse.answers
          : { ...pulse.answers, [channel]: counts.map((count, index) => (index === value - 1 ? count + 1 : count)) }
      const isHome = words !== '' && pulse.id === first.id && pulse.remarks.length < REMARKS
      const at = Math.floor(context.random() * (pulse.remarks.length + 1))
      const remarks = isHome ? pulse.remarks.toSpliced(at, 0, words) : pulse.remarks
      return patch<'pulse'>(pulse, { answers, remarks })
    }),
  })
}
