import type { Diff, FieldChange } from '../change/diff'
import { diffOf, patch } from '../change/diff'
import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import type { AnyRecord } from '../model/records'
import { HIDDEN_TEXT } from '../rules/visible'
import { withoutRefs } from './clean'
import { leaveClusters } from './membership'
import { withoutOwner } from './people'
import { unusedImages } from './unused-images'

/**
 * What is erased, in a form that fits every file of the lab: ids of records and people, also those that are only
 * tombstones here. `texts` are the words themselves, for places that keep a copy without a reference (options of a vote).
 */
export type ErasureTarget = { readonly ids: ReadonlySet<string>; readonly texts: ReadonlySet<string> }

/** Begins with the ids of people, cards, statements or entries; `widened` over every file of the lab then finds the rest. */
export const erasureOf = (ids: Iterable<string>): ErasureTarget => ({ ids: new Set(ids), texts: new Set() })

/** With a person's cards in this file, and every copy of a card: a card's statement and a statement's card. */
export const widened = (view: DocumentView, target: ErasureTarget): ErasureTarget => {
  const ids = new Set(target.ids)
  const texts = new Set(target.texts)
  for (const card of view.card.values()) {
    if (card.personId !== undefined && ids.has(card.personId)) ids.add(card.id)
  }
  for (const statement of view.statement.values()) {
    const { cardId } = statement.origin
    if (!ids.has(cardId) && !ids.has(statement.id)) continue
    ids.add(cardId)
    ids.add(statement.id)
  }
  for (const id of ids) {
    const text = view.card.get(id)?.text ?? view.statement.get(id)?.text
    if (text !== undefined) texts.add(text)
  }
  return { ids, texts }
}

const ERASABLE = ['card', 'statement', 'notebook', 'question', 'activity'] as const

/** The records that go, without what merely points to them. */
const goingFrom = (view: DocumentView, { ids }: ErasureTarget): AnyRecord[] =>
  ERASABLE.flatMap((type) => [...view[type].values()].filter((record) => ids.has(record.id)))

export type Erasure = {
  readonly diff: Diff
  /** Records whose words go. */
  readonly count: number
  /** Other records that lose a reference or a copy of the words. */
  readonly touched: number
}

/**
 * The change that takes the target out of one file. What is left of each record is a tombstone with its id, so that a
 * later file or an old phone cannot bring it back. Not held up by open votes: a person's wish to be forgotten goes first;
 * counts stay, the words of an option turn into dots.
 */
export const eraseFrom = (view: DocumentView, wanted: ErasureTarget): Erasure => {
  const target = widened(view, wanted)
  const going = goingFrom(view, target)
  const gone = new Set(going.map((record) => record.id))
  const cards = going.filter((record): record is Card => record.type === 'card')
  const left = leaveClusters(view, new Set(cards.map((card) => card.id)))
  for (const cluster of left.dissolved) gone.add(cluster.id)
  const shown = going.map((record) => ('imageId' in record ? record.imageId : undefined))
  const isCopy = copiesOf(target.texts)
  // An option made of what goes took its picture over.
  const images = unusedImages(
    view,
    shown,
    gone,
    ({ text, source }) => isCopy(text) || (source && gone.has(source.id)) === true,
  )
  for (const image of images) gone.add(image.id)
  const cleaning = withoutRefs(view, gone)
  const people = [...view.person.values()].filter((person) => target.ids.has(person.id))
  const changed = merged(view, [
    ...left.changed,
    ...cleaning.changed,
    ...copies(view, target.texts, gone),
    ...people.flatMap((person) => withoutOwner(view, person)),
  ]).filter((change) => !gone.has(change.id))
  const removed = [...going, ...left.dissolved, ...images, ...people, ...cleaning.removed]
  const added = [...going, ...people]
    .filter((record) => !view.tombstone.has(record.id))
    .map((record): AnyRecord => ({ type: 'tombstone', id: record.id }))
  return {
    diff: diffOf({ added, changed, removed }),
    count: going.length + people.length,
    touched: changed.length + left.dissolved.length + cleaning.removed.length,
  }
}

/** Shorter ones begin too many sentences to be known as somebody's. */
const LEAST_BEGINNING = 30

/** The very words, or their beginning where a title was cut to its length. */
const copiesOf =
  (texts: ReadonlySet<string>) =>
  (words: string | undefined): boolean => {
    if (words === undefined || texts.has(words)) return words !== undefined
    const beginning = words.replace(/\u2026$/, '')
    return beginning.length >= LEAST_BEGINNING && [...texts].some((text) => text.startsWith(beginning))
  }

/** Places that keep the very words without being the record: options, headings, and what was made from a card. */
const copies = (view: DocumentView, texts: ReadonlySet<string>, gone: ReadonlySet<string>): (FieldChange | null)[] => {
  const isCopy = copiesOf(texts)
  const label = { text: HIDDEN_TEXT }
  const changed: (FieldChange | null)[] = []
  for (const vote of view.vote.values()) {
    const options = vote.options.map(({ source, imageId, ...option }) => ({
      ...option,
      ...(imageId === undefined || gone.has(imageId) ? {} : { imageId }),
      ...(source && !gone.has(source.id) ? { source } : {}),
      text: isCopy(option.text) || (source && gone.has(source.id)) ? HIDDEN_TEXT : option.text,
    }))
    changed.push(patch<'vote'>(vote, { options }))
  }
  for (const one of view.cluster.values()) {
    if ('text' in one.label && isCopy(one.label.text)) changed.push(patch<'cluster'>(one, { label }))
  }
  for (const decision of view.decision.values()) {
    const objections = decision.objections.map((objection) =>
      isCopy(objection.text) ? { ...objection, text: HIDDEN_TEXT } : objection,
    )
    const wording = isCopy(decision.wording) ? HIDDEN_TEXT : decision.wording
    changed.push(patch<'decision'>(decision, { objections, wording }))
  }
  return [...changed, ...madeFrom(view, isCopy)]
}

/** What can be made from a card or brought up again from a statement takes over its words. */
const madeFrom = (view: DocumentView, isCopy: (words: string | undefined) => boolean): (FieldChange | null)[] => [
  ...[...view.task.values()].filter(({ text }) => isCopy(text)).map((one) => patch<'task'>(one, { text: HIDDEN_TEXT })),
  ...[...view.question.values()]
    .filter(({ text }) => isCopy(text))
    .map((one) => patch<'question'>(one, { text: HIDDEN_TEXT })),
  ...[...view.project.values()]
    .filter(({ title }) => isCopy(title))
    .map((one) => patch<'project'>(one, { title: HIDDEN_TEXT })),
  ...[...view.indicator.values()]
    .filter(({ name }) => isCopy(name))
    .map((one) => patch<'indicator'>(one, { name: HIDDEN_TEXT })),
  ...[...view.activity.values()]
    .filter(({ title }) => isCopy(title))
    .map((one) => patch<'activity'>(one, { title: HIDDEN_TEXT })),
]

/** One change per record: several rules may touch the same one. Later ones win, field by field. */
const merged = (view: DocumentView, changes: readonly (FieldChange | null)[]): FieldChange[] => {
  const byRecord = new Map<string, FieldChange>()
  for (const change of changes) {
    if (!change) continue
    const key = `${change.type} ${change.id}`
    const known = byRecord.get(key)
    byRecord.set(
      key,
      known ? { ...change, from: { ...change.from, ...known.from }, to: { ...known.to, ...change.to } } : change,
    )
  }
  return [...byRecord.values()].filter((change) => view[change.type].has(change.id))
}
