import { patch } from '../change/diff'
import { LIMITS } from '../model/limits'
import type { Indicator } from '../model/work'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import {
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

const MEASUREMENTS = 1_000
const fieldNames = ['unit', 'better', 'source', 'baseline', 'target', 'origin'] as const

const add: Run<'indicator.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const name = cleanText(args.name, LIMITS.label)
  if (!name.ok) return name
  const wrong = args.origin ? checkRefs(view, [[args.origin.type, args.origin.id]]) : null
  if (wrong) return wrong
  const indicator: Indicator = {
    type: 'indicator',
    id: args.id,
    order: lastOrder(view.indicator.values()),
    name: name.value,
    measurements: [],
    ...given(args, fieldNames),
  }
  return done({ added: [indicator] })
}

const update: Run<'indicator.update'> = (view, args) => {
  const indicator = view.indicator.get(args.id)
  if (!indicator) return missing('indicator')
  const name = maybeText(args.name, LIMITS.label)
  if (!name.ok) return name
  const wrong = args.origin ? checkRefs(view, [[args.origin.type, args.origin.id]]) : null
  if (wrong) return wrong
  const fields = { ...given(args, fieldNames), ...(name.value === undefined ? {} : { name: name.value }) }
  return done({ changed: [patch<'indicator'>(indicator, fields)] })
}

/** Kept by day, so that every reader draws the same line. */
const measure: Run<'indicator.measure'> = (view, { id, value, on, note }) => {
  const indicator = view.indicator.get(id)
  if (!indicator) return missing('indicator')
  const words = note === undefined ? '' : tidy(note)
  const others = indicator.measurements.filter((one) => one.on !== on)
  if (others.length >= MEASUREMENTS) return refuse('too-many', { limit: MEASUREMENTS })
  const made = { value, on, ...(words === '' ? {} : { note: words }) }
  const measurements = [...others, made].toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return done({ changed: [patch<'indicator'>(indicator, { measurements })] })
}

const unmeasure: Run<'indicator.unmeasure'> = (view, { id, on }) => {
  const indicator = view.indicator.get(id)
  if (!indicator) return missing('indicator')
  const measurements = indicator.measurements.filter((one) => one.on !== on)
  return done({ changed: [patch<'indicator'>(indicator, { measurements })] })
}

const move: Run<'indicator.move'> = (view, { id, before }) => {
  const indicator = view.indicator.get(id)
  const order = indicator ? moveOrder(view.indicator.values(), id, before) : null
  if (!indicator || order === null) return missing('indicator')
  return done({ changed: [patch<'indicator'>(indicator, { order })] })
}

const remove: Run<'indicator.remove'> = (view, { id }) => {
  const indicator = view.indicator.get(id)
  if (!indicator) return missing('indicator')
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [indicator, ...cleaning.removed] })
}

export const indicatorCommands = {
  'indicator.add': { run: add, undoable: true },
  'indicator.update': { run: update, undoable: true },
  'indicator.measure': { run: measure, undoable: true },
  'indicator.unmeasure': { run: unmeasure, undoable: true },
  'indicator.move': { run: move, undoable: true },
  'indicator.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
