import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Owner, Person } from '../model/person'
import { countUses } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import {
  checkRefs,
  cleanText,
  done,
  given,
  instant,
  isTaken,
  lastOrder,
  maybeText,
  missing,
  moveOrder,
  refuse,
} from './kit'

/** Eight places of colour, shape and pattern; a ninth voice shares the least used one. */
const freeSlot = (view: DocumentView): number => {
  const uses = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => ({
    slot,
    count: [...view.voice.values()].filter((voice) => voice.slot === slot).length,
  }))
  return uses.toSorted((a, b) => a.count - b.count || a.slot - b.slot)[0]?.slot ?? 1
}

const addVoice: Run<'voice.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.voice.size >= LIMITS.voices) return refuse('too-many', { limit: LIMITS.voices })
  const name = cleanText(args.name, LIMITS.label)
  if (!name.ok) return name
  const voice = {
    type: 'voice',
    id: args.id,
    order: lastOrder(view.voice.values()),
    label: { text: name.value },
    slot: args.slot ?? freeSlot(view),
    expected: args.expected ?? 0,
    present: args.present ?? 0,
    ...(args.level ? { level: args.level } : {}),
  } as const
  return done({ added: [voice] })
}

const updateVoice: Run<'voice.update'> = (view, args) => {
  const voice = view.voice.get(args.id)
  if (!voice) return missing('voice')
  const name = maybeText(args.name, LIMITS.label)
  if (!name.ok) return name
  const fields = given(args, ['slot', 'level', 'expected', 'present'])
  const label = name.value === undefined ? {} : { label: { text: name.value } }
  return done({ changed: [patch<'voice'>(voice, { ...fields, ...label })] })
}

const moveVoice: Run<'voice.move'> = (view, { id, before }) => {
  const voice = view.voice.get(id)
  if (!voice) return missing('voice')
  const order = moveOrder(view.voice.values(), id, before)
  return order === null ? missing('voice') : done({ changed: [patch<'voice'>(voice, { order })] })
}

const removeVoice: Run<'voice.remove'> = (view, { id }) => {
  const voice = view.voice.get(id)
  if (!voice) return missing('voice')
  const inResults = [...view.vote.values()].filter((vote) =>
    vote.rounds.some(
      (round) =>
        round.result?.groups.some((group) => group.voiceIds.includes(id)) ||
        round.hands?.some((row) => row.voiceId === id) ||
        round.handsPeople?.some((row) => row.voiceId === id) ||
        round.state === 'open' ||
        round.state === 'counting',
    ),
  )
  const count = countUses(view, id) + inResults.length
  return count > 0 ? refuse('still-used', { count }) : done({ removed: [voice] })
}

const addPerson: Run<'person.add'> = (view, args, context) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.person.size >= LIMITS.people) return refuse('too-many', { limit: LIMITS.people })
  const alias = cleanText(args.alias, 120)
  if (!alias.ok) return alias
  const wrong = checkRefs(view, [['voice', args.voiceId]])
  if (wrong) return wrong
  const person = {
    type: 'person',
    id: args.id,
    order: lastOrder(view.person.values()),
    alias: alias.value,
    present: args.present ?? true,
    consent: args.quote === undefined ? { quote: 'none' } : { quote: args.quote, at: instant(context) },
    ...given(args, ['name', 'voiceId']),
  } as const satisfies Person
  return done({ added: [person] })
}

const updatePerson: Run<'person.update'> = (view, args, context) => {
  const person = view.person.get(args.id)
  if (!person) return missing('person')
  const alias = maybeText(args.alias, 120)
  if (!alias.ok) return alias
  const wrong = checkRefs(view, [['voice', args.voiceId]])
  if (wrong) return wrong
  const quoted = args.quote !== undefined && args.quote !== person.consent.quote
  const fields = {
    ...given(args, ['name', 'voiceId', 'present']),
    ...(alias.value === undefined ? {} : { alias: alias.value }),
    ...(quoted ? { consent: { quote: args.quote ?? 'none', at: instant(context) } } : {}),
  }
  return done({ changed: [patch<'person'>(person, fields)] })
}

/** What a person owned falls to the voice; their cards keep the words and lose the person. */
export const withoutOwner = (view: DocumentView, { id, voiceId }: Person): (FieldChange | null)[] => {
  const heir: Owner | undefined = voiceId === undefined ? undefined : { kind: 'voice', voiceId }
  const owns = (owner: Owner | undefined): boolean => owner?.kind === 'person' && owner.personId === id
  const changed: (FieldChange | null)[] = []
  for (const card of view.card.values()) {
    if (card.personId === id) changed.push(patch<'card'>(card, { personId: undefined }))
  }
  for (const task of view.task.values()) if (owns(task.owner)) changed.push(patch<'task'>(task, { owner: heir }))
  for (const decision of view.decision.values()) {
    if (owns(decision.owner)) changed.push(patch<'decision'>(decision, { owner: heir }))
  }
  for (const question of view.question.values()) {
    if (owns(question.owner)) changed.push(patch<'question'>(question, { owner: heir }))
  }
  for (const project of view.project.values()) {
    if (owns(project.owner)) changed.push(patch<'project'>(project, { owner: heir }))
  }
  return changed
}

const removePerson: Run<'person.remove'> = (view, { id }) => {
  const person = view.person.get(id)
  return person ? done({ changed: withoutOwner(view, person), removed: [person] }) : missing('person')
}

export const peopleCommands = {
  'voice.add': { run: addVoice, undoable: true },
  'voice.update': { run: updateVoice, undoable: true },
  'voice.move': { run: moveVoice, undoable: true },
  'voice.remove': { run: removeVoice, undoable: true },
  'person.add': { run: addPerson, undoable: true },
  'person.update': { run: updatePerson, undoable: true },
  'person.remove': { run: removePerson, undoable: true },
} satisfies Partial<CommandTable>
