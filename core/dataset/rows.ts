import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import type { Label } from '../model/text'
import type { Lookup } from '../text/lookup'
import { knownNames } from '../report/build-session-report'
import { redactor } from '../report/redact'
import { refFor, voiceGroups } from '../report/voice-refs'
import type { ResultView } from '../rules/result-model'
import { resultViewOf } from '../rules/result-view'
import type { DatasetRow, DatasetRows } from './schema'

type Tools = {
  /** The same pseudonym for the same id within one data set; says nothing outside of it. */
  readonly pseudonym: (kind: string, id: string) => string
  /** Words of built-in labels, in one language for the whole data set. */
  readonly t: Lookup
}

type Kit = Tools & { readonly view: DocumentView; readonly id: string; readonly mask: (text: string) => string }

/**
 * One session as rows of every table, under the rules of public reports: no names, words only where they were released by
 * role, voices under the threshold only together. Null for a document without a session or lab.
 */
export const datasetRows = (view: DocumentView, tools: Tools): DatasetRows | null => {
  const session = sessionOf(view)
  const lab = labOf(view)
  if (!session || !lab) return null
  const { words } = redactor('public', knownNames(view))
  const mask = (text: string): string => {
    const masked = words({ t: 'plain', text })
    return masked.t === 'plain' ? masked.text : ''
  }
  const kit: Kit = { ...tools, view, id: tools.pseudonym('session', session.id), mask }
  const cards = [...view.card.values()].filter((card) => !card.held && card.revealed)
  return {
    sessions: [sessionRow(kit, cards.length)],
    cards: cardRows(kit, cards),
    votes: voteRows(kit),
    decisions: decisionRows(kit),
    tasks: taskRows(kit),
    indicators: indicatorRows(kit),
  }
}

const sessionRow = ({ view, id, pseudonym, mask }: Kit, cards: number): DatasetRow => {
  const session = sessionOf(view)
  const lab = labOf(view)
  const here = ordered(view, 'voice').filter((voice) => voice.present > 0)
  const levels = new Set(here.flatMap((voice) => voice.level ?? []))
  const tasks = [...view.task.values()]
  return [
    id,
    pseudonym('lab', session?.labId ?? ''),
    lab?.country === undefined ? null : mask(lab.country),
    session?.day ?? null,
    session?.templateKey ?? null,
    session?.state ?? null,
    [...view.step.values()].reduce((sum, step) => sum + step.minutes, 0),
    here.reduce((sum, voice) => sum + voice.present, 0),
    here.length,
    ['micro', 'meso', 'macro'].filter((level) => [...levels].some((one) => one === level)).join('+'),
    cards,
    [...view.vote.values()].flatMap(({ rounds }) => rounds).filter(({ result }) => result !== undefined).length,
    view.decision.size,
    tasks.length,
    tasks.filter(({ state }) => state === 'done').length,
  ]
}

const cardRows = (kit: Kit, cards: readonly Card[]): DatasetRow[] => {
  const { view, id, pseudonym, mask } = kit
  const groups = voiceGroups(view, 'public')
  const { words } = redactor('public', knownNames(view))
  const country = labOf(view)?.country
  // In the order of pseudonyms: the file's own tells when each card came.
  const named = cards.map((card) => [pseudonym('card', card.id), card] as const)
  const inOrder = named.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.map(([name, card]): DatasetRow => {
    const board = view.board.get(card.boardId)
    const topicAt = (axis: number): string | null =>
      board?.axes[axis]?.entries.find((entry) => entry.id === card.zone[axis])?.topic ?? null
    const text = words({ t: 'said', text: card.text, release: card.quote })
    const by = refFor(groups, card.voiceId)
    const place = card.place ?? country
    return [
      id,
      name,
      board?.layout ?? null,
      board?.templateKey ?? null,
      topicAt(0),
      topicAt(1),
      place === undefined ? null : mask(place),
      by === null ? 'unstated' : plainName(by.name, kit),
      card.source,
      [...card.text].length,
      text.t === 'said' ? text.text : null,
    ]
  })
}

type Named = NonNullable<ReturnType<typeof refFor>>['name']

/** Voices that are shown together are joined by a sign, so that programs can part them again. */
const plainName = (name: Named, kit: Kit): string => {
  switch (name.t) {
    case 'say':
      return kit.t(name.key)
    case 'plain':
      return kit.mask(name.text)
    case 'list':
      return name.items.map((item) => plainName(item, kit)).join(' + ')
    default:
      return ''
  }
}

const labelName = (label: Label, { t, mask }: Kit): string => ('key' in label ? t(label.key) : mask(label.text))

const voteRows = (kit: Kit): DatasetRow[] =>
  [...kit.view.vote.values()].flatMap((vote) =>
    vote.rounds.flatMap((_, index) => {
      const result = resultViewOf(kit.view, vote.id, index, 'public')
      return result ? roundRows(kit, result) : []
    }),
  )

const roundRows = (kit: Kit, result: ResultView): DatasetRow[] => {
  const { id, pseudonym, mask } = kit
  const about = [id, pseudonym('vote', result.voteId), result.roundNumber, result.method.name, result.admission]
  return result.options.flatMap((option): DatasetRow[] => {
    const line = [...about, pseudonym('option', option.id), mask(option.text)]
    return [
      [...line, 'all', result.ballots, result.k, option.value, option.share, option.position],
      ...option.cells.map((cell): DatasetRow => {
        const group = result.groups.find((one) => one.id === cell.groupId)
        const voice = (group?.names ?? []).map((name) => labelName(name, kit)).join(' + ')
        return [...line, voice, group?.ballots ?? null, result.k, cell.value, cell.share, cell.position]
      }),
    ]
  })
}

const decisionRows = ({ view, id, pseudonym, mask }: Kit): DatasetRow[] =>
  ordered(view, 'decision').map((one) => [
    id,
    pseudonym('decision', one.id),
    one.kind,
    one.status,
    mask(one.wording),
    one.level ?? null,
    one.objections.length,
    one.behind.count ?? null,
    one.behind.of ?? null,
    one.reviewOn ?? null,
    one.reply?.outcome ?? null,
  ])

const taskRows = ({ view, id, pseudonym, mask }: Kit): DatasetRow[] =>
  ordered(view, 'task').map((one) => [
    id,
    pseudonym('task', one.id),
    mask(one.text),
    one.state,
    one.owner?.kind ?? null,
    one.due ?? null,
    one.review ?? null,
  ])

const indicatorRows = ({ view, id, pseudonym, mask }: Kit): DatasetRow[] =>
  ordered(view, 'indicator').flatMap((one) => {
    const unit = one.unit === undefined ? null : mask(one.unit)
    const about = [id, pseudonym('indicator', one.id), mask(one.name), unit, one.better ?? null]
    const level = (what: string, point: { readonly value: number; readonly on?: string | undefined } | undefined) =>
      point ? [[...about, what, point.on ?? null, point.value]] : []
    return [
      ...level('baseline', one.baseline),
      ...level('target', one.target),
      ...one.measurements.flatMap((point) => level('measurement', point)),
    ]
  })
