import { ordered } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Label } from '@core/model/text'
import type { SearchHit } from '@core/protocol/views'
import type { Lookup } from '@core/text/lookup'

const MOST = 50

/** Small letters without accents, so that "sola" finds "Šola". */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** What is shown of a record, and what else of it is looked through. */
type Searchable = {
  readonly hit: SearchHit
  readonly also: readonly (string | undefined)[]
  /** What is remembered with it; null where words of a language stand in it. */
  readonly of: object | null
}

const some = (
  type: SearchHit['type'],
  record: { readonly id: string },
  text: string,
  ...also: readonly (string | undefined)[]
): Searchable => ({ hit: { type, id: record.id, text }, also, of: record })

const labelled = (...args: Parameters<typeof some>): Searchable => ({ ...some(...args), of: null })

function* onBoards(view: DocumentView, words: (label: Label | undefined) => string): Generator<Searchable> {
  for (const card of view.card.values()) {
    // Hidden until revealed: also from a search.
    if (card.revealed) yield some('card', card, card.text, card.expects, card.place, ...(card.tags ?? []))
  }
  for (const cluster of view.cluster.values()) yield labelled('cluster', cluster, words(cluster.label))
  for (const one of view.statement.values()) yield some('statement', one, one.text)
}

function* outcomes(view: DocumentView): Generator<Searchable> {
  for (const one of view.decision.values()) {
    const objections = one.objections.map((objection) => objection.text)
    yield some('decision', one, one.wording, one.rationale, one.addressee, one.reply?.text, ...objections)
  }
  for (const one of view.task.values()) yield some('task', one, one.text, one.note, one.progress)
  for (const one of view.question.values()) yield some('question', one, one.text, one.answer)
  for (const one of view.vote.values()) {
    yield some('vote', one, one.question, one.explanation, ...one.options.map((option) => option.text))
  }
  for (const one of view.project.values()) {
    yield some('project', one, one.title, one.aim, one.targetGroup, one.results, one.activities, ...one.partners)
  }
  for (const one of view.indicator.values()) yield some('indicator', one, one.name, one.source, one.unit)
  for (const one of view.activity.values()) yield some('activity', one, one.title, one.text, one.place)
}

function* searchable(view: DocumentView, words: (label: Label | undefined) => string): Generator<Searchable> {
  yield* onBoards(view, words)
  yield* outcomes(view)
  for (const step of ordered(view, 'step')) {
    yield labelled('step', step, words(step.label), words(step.question), words(step.instruction))
  }
  for (const board of ordered(view, 'board')) {
    const entries = board.axes.flatMap((axis) => axis.entries.map((entry) => words(entry.label)))
    yield labelled('board', board, words(board.label), ...entries)
  }
  // By what the room calls them; names given in confidence are not looked for.
  for (const person of view.person.values()) yield some('person', person, person.alias)
}

/** Records are frozen and replaced by each change: what was folded once holds as long as the record. */
const known = new WeakMap<object, { readonly shown: string; readonly all: string }>()

const foldedOf = ({ hit, also, of }: Searchable): { readonly shown: string; readonly all: string } => {
  const present = of === null ? undefined : known.get(of)
  if (present) return present
  const shown = folded(hit.text)
  const rest = also.flatMap((text) => (text === undefined || text === '' ? [] : [folded(text)]))
  const fresh = { shown, all: rest.length === 0 ? shown : [shown, ...rest].join('\n') }
  if (of !== null) known.set(of, fresh)
  return fresh
}

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))

/** 0 begins with it · 1 has it at the beginning of a word · 2 has it inside · 3 has the words apart · 4 elsewhere. */
const rankOf = (shown: string, wanted: string, words: readonly string[]): number => {
  const at = shown.indexOf(wanted)
  if (at === 0) return 0
  if (at > 0) return isLetter(shown, at - 1) ? 2 : 1
  return words.every((word) => shown.includes(word)) ? 3 : 4
}

/**
 * The 50 best records in which every word stands, wherever in them; accents and capitals do not matter. `t` gives the
 * words of built-in labels.
 */
export const searchIn = (view: DocumentView, text: string, t: Lookup): SearchHit[] => {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const wanted = words.join(' ')
  const wordsOf = (label: Label | undefined): string =>
    label === undefined ? '' : 'text' in label ? label.text : t(label.key)
  const ranks: SearchHit[][] = [[], [], [], [], []]
  for (const one of searchable(view, wordsOf)) {
    const { shown, all } = foldedOf(one)
    if (!words.every((word) => all.includes(word))) continue
    const rank = ranks[rankOf(shown, wanted, words)]
    if (rank && rank.length < MOST) rank.push(one.hit)
  }
  return ranks.flat().slice(0, MOST)
}
