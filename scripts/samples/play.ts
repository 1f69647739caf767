import { readdirSync, readFileSync } from 'node:fs'
import { applyDiff } from '@core/change/diff'
import { ordersAfter } from '@core/change/order'
import type { Command } from '@core/commands/command'
import { nextSlip } from '@core/commands/slips'
import { commands } from '@core/commands/table'
import type { Card } from '@core/model/card'
import type { DocumentView, Tables } from '@core/model/document'
import { allRecords, ordered, putRecord, tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Round, RoundResult, Vote } from '@core/model/vote'
import { boardTemplateSchema } from '@core/next/board-template'
import { startFrom } from '@core/next/start-from'
import { resolveTemplate, templateFileSchema } from '@core/next/template'
import type { Template } from '@core/next/template'
import { recordsFromTemplate, withRounds } from '@core/next/template-records'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import { tallyRound } from '@core/rules/tally'
import { createLookup } from '@core/text/lookup'
import { sampleBallots, samplePaper, withReasons } from './ballots'
import type { Lean } from './ballots'
import type { SampleKit } from './kit'

const resources = new URL('../../resources/', import.meta.url)
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, resources), 'utf8'))

const boards = readdirSync(new URL('templates/boards/', resources)).map((name) =>
  boardTemplateSchema.parse(json(`templates/boards/${name}`)),
)
const t = createLookup({ boards: json('locales/en/boards.json') as Parameters<typeof createLookup>[0] }, 'en')

const sampleTemplate = (id: string): Template => {
  const template = resolveTemplate(templateFileSchema.parse(json(`templates/${id}.json`)), boards)
  if (!template) throw new Error(`sample: template ${id} does not resolve`)
  return template
}

type SampleStart = {
  readonly template: string
  readonly title: string
  readonly day: string
  /** UTC, `HH:MM`. */
  readonly from: string
  readonly timeZone: string
  /** Of the first session; later ones have those of the one before. */
  readonly lab?: AnyRecord & { readonly type: 'lab' }
  readonly voices?: readonly AnyRecord[]
  readonly previous?: DocumentView
  /** Who is in the room, by the label of the voice. */
  readonly present: { readonly [voice: string]: number }
}

/** A closed session, played by the app's own commands at times that are given. */
export class Play {
  readonly view: Tables
  readonly kit: SampleKit
  readonly #day: string
  #now: number

  constructor(kit: SampleKit, start: SampleStart) {
    this.kit = kit
    this.#day = start.day
    this.#now = Date.parse(`${start.day}T${start.from}:00Z`)
    this.view = tablesOf(recordsOf(kit, start, this.#now))
    for (const { id, label } of this.view.voice.values()) {
      const present = start.present[nameOf(label)]
      // A round of a dialogue is for one voice: nobody waits for the others.
      this.run('voice.update', present === undefined ? { id, expected: 0, present: 0 } : { id, present })
    }
    this.run('session.start', {})
  }

  run<N extends DocumentRequestName>(name: N, args: RequestArgs<N>): void {
    const run = commands[name].run as Command<RequestArgs<N>> // the table's entry for this very name
    const outcome = run(this.view, args, { now: this.#now, newId: this.kit.id, random: this.kit.random })
    if (!outcome.ok) throw new Error(`sample: ${name} was refused: ${JSON.stringify(outcome.error)}`)
    if (!applyDiff(this.view, outcome.value).ok) throw new Error(`sample: ${name} does not fit`)
  }

  /** For what a phone or a counting host writes, not a command of the facilitator. */
  put(...records: readonly AnyRecord[]): void {
    for (const record of records) putRecord(this.view, record)
  }

  /** The running time, ISO. */
  now(): string {
    return new Date(this.#now).toISOString()
  }

  day(): string {
    return this.#day
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000
  }

  /** Starts the steps of the agenda one after the other; each takes its minutes and does its deed. */
  hold(plan: readonly (readonly [minutes: number, deed?: (stepId: string) => void])[]): void {
    const steps = ordered(this.view, 'step')
    if (steps.length !== plan.length) throw new Error(`sample: ${steps.length} steps, ${plan.length} planned`)
    for (const [index, [minutes, deed]] of plan.entries()) {
      const id = steps[index]?.id ?? ''
      this.run('step.start', { id })
      deed?.(id)
      this.pass(minutes)
    }
    this.run('session.finish', {})
  }

  voice(name: string): string {
    const found = [...this.view.voice.values()].find(({ label }) => nameOf(label) === name)
    if (!found) throw new Error(`sample: no voice "${name}"`)
    return found.id
  }

  board(templateKey: string): string {
    const found = [...this.view.board.values()].find((board) => board.templateKey === templateKey)
    if (!found) throw new Error(`sample: no board "${templateKey}"`)
    return found.id
  }

  /** Lines `entry[/entry] | voice | marks | text`; marks: s spoken, q may be quoted by role, p from a paper slip. */
  say(templateKey: string, content: string, stepId: string): Card[] {
    const boardId = this.board(templateKey)
    const lines = content.trim().split('\n')
    const orders = ordersAfter(null, lines.length)
    const cards = lines.map((line, index): Card => {
      const [zone = '', voice = '', marks = '', text = ''] = line.split('|').map((cell) => cell.trim())
      const spoken = marks.includes('s')
      return {
        type: 'card',
        id: this.kit.id(),
        boardId,
        zone: zone.split('/'),
        order: orders[index] ?? '',
        text,
        ...(voice === '-' ? {} : { voiceId: this.voice(voice) }),
        source: spoken ? 'facilitator' : marks.includes('p') ? 'paper' : 'phone',
        ...(spoken ? { spoken, readBack: true } : {}),
        held: false,
        revealed: true,
        quote: marks.includes('q') ? 'role' : 'none',
        stepId,
      }
    })
    this.put(...cards)
    return cards
  }

  card(beginning: string): Card {
    const found = [...this.view.card.values()].find((card) => card.text.startsWith(beginning))
    if (!found) throw new Error(`sample: no card begins with "${beginning}"`)
    return found
  }

  statement(beginning: string): string {
    const found = [...this.view.statement.values()].find((one) => one.text.startsWith(beginning))
    if (!found) throw new Error(`sample: no statement begins with "${beginning}"`)
    return found.id
  }

  release(...beginnings: readonly string[]): void {
    const items = beginnings.map((beginning) => ({ id: this.kit.id(), cardId: this.card(beginning).id }))
    this.run('statement.release', { items, by: 'facilitator' })
  }

  /** Closes the vote with this question: ballots of each voice, drawn by what it leans to, over phones, tablet and paper. */
  vote(question: string, options: readonly Vote['options'][number][], shares: Shares, more: Besides = {}): string {
    const vote = [...this.view.vote.values()].find((one) => one.question === question)
    if (!vote) throw new Error(`sample: no vote "${question}"`)
    const openedAt = this.now()
    const closedAt = new Date(this.#now + 8 * 60_000).toISOString()
    const ballots = Object.entries(shares).flatMap(([voice, [count, lean]]) =>
      sampleBallots(this.kit, vote.method, { voiceId: this.voice(voice), count, lean }),
    )
    const cast = withReasons(ballots, more.reasons ?? []).map((ballot, index) => {
      const channel = CHANNELS[index % CHANNELS.length] ?? 'phone'
      return { ballot, channel, invalid: channel === 'paper' && index === more.invalid }
    })
    const { slips, paper } = samplePaper(nextSlip(this.view), cast.filter(({ channel }) => channel === 'paper').length)
    const round: Round = { id: this.kit.id(), number: 1, state: 'closed', openedAt, closedAt, slips: [slips] }
    const closed: Vote = {
      ...vote,
      options: [...options],
      rounds: [round],
      resultShown: true,
      ...(more.quorum === undefined ? {} : { quorum: more.quorum }),
    }
    const present = new Map([...this.view.voice.values()].map((voice) => [voice.id, voice.present]))
    const chance = { newId: this.kit.id, random: this.kit.random }
    const result = tallyRound(closed, cast, present, chance, { paper })
    this.#closeVote(closed, result)
    return vote.id
  }

  /** Counts raised hands: by voice, `people` of them, and how many for each option and, in consent, each stance. */
  hands(question: string, raised: { readonly [voice: string]: readonly (readonly number[])[] }): string {
    const vote = [...this.view.vote.values()].find((one) => one.question === question)
    if (!vote) throw new Error(`sample: no vote "${question}"`)
    const hands = Object.entries(raised).flatMap(([voice, rows]) =>
      rows.flatMap((row, at) =>
        row.map((count, stance) => ({
          voiceId: this.voice(voice),
          optionId: vote.options[at]?.id ?? '',
          stance,
          count,
        })),
      ),
    )
    const counted = hands.filter(({ count }) => count > 0)
    const openedAt = this.now()
    const closedAt = new Date(this.#now + 3 * 60_000).toISOString()
    const round: Round = { id: this.kit.id(), number: 1, state: 'closed', openedAt, closedAt, hands: counted }
    const closed: Vote = { ...vote, rounds: [round], resultShown: true }
    const present = new Map([...this.view.voice.values()].map((voice) => [voice.id, voice.present]))
    this.#closeVote(closed, tallyRound(closed, [], present, { random: this.kit.random }, { hands: counted }))
    return vote.id
  }

  #closeVote(closed: Vote, result: RoundResult): void {
    const [round] = closed.rounds
    if (!round?.openedAt || !round.closedAt) throw new Error('sample: a round without times')
    this.put({ ...closed, rounds: [{ ...round, result }] })
    const event = (kind: 'vote.opened' | 'vote.closed', at: string): AnyRecord => ({
      type: 'event',
      id: this.kit.id(),
      at,
      kind,
      ref: closed.id,
      ...(kind === 'vote.closed' ? { count: result.cast } : {}),
    })
    this.put(event('vote.opened', round.openedAt), event('vote.closed', round.closedAt))
  }

  /** Answers to the built-in feedback questions: how many gave 1 to 5 on the phone, and on paper. */
  pulse(answers: PulseAnswers, remarks: readonly string[]): void {
    for (const [index, pulse] of ordered(this.view, 'pulse').entries()) {
      const name = 'key' in pulse.question ? pulse.question.key.replace('boards:pulse.', '') : ''
      const [phone, paper] = answers[name] ?? []
      if (!phone) continue
      this.put({
        ...pulse,
        answers: { phone: [...phone], ...(paper ? { paper: [...paper] } : {}) },
        remarks: index === 0 ? [...remarks] : [],
      })
    }
  }

  records(): AnyRecord[] {
    return [...allRecords(this.view)]
  }
}

type PulseAnswers = {
  readonly [question: string]: readonly [phone: readonly number[], paper?: readonly number[]]
}

type Shares = { readonly [voice: string]: readonly [count: number, lean: Lean] }

type Besides = {
  /** Of those who stand aside or object. */
  readonly reasons?: readonly string[]
  readonly quorum?: number
  /** The ballot of this number, if it came on paper, could not be read. */
  readonly invalid?: number
}

const CHANNELS = ['phone', 'phone', 'paper', 'phone', 'kiosk', 'paper'] as const

const nameOf = (label: { readonly key: string } | { readonly text: string }): string =>
  'text' in label ? label.text : t(label.key)

const recordsOf = (kit: SampleKit, start: SampleStart, now: number): AnyRecord[] => {
  const template = sampleTemplate(start.template)
  const context = { newId: kit.id, words: t, k: { room: 3, public: 5 } }
  const records = recordsFromTemplate(template, context, false)
  const session = { title: start.title, day: start.day, timeZone: start.timeZone }
  const made = { now: now - 6 * 86_400_000, newId: kit.id, random: kit.random }
  if (start.previous) {
    const { round, rounds } = template
    const next = startFrom(
      start.previous,
      {
        ...session,
        sessionId: kit.id(),
        personIds: [],
        records,
        templateKey: template.key ?? template.id,
        ...(round === undefined ? {} : { round }),
        ...(rounds === undefined ? {} : { rounds }),
      },
      made,
    )
    return next.map((record) => (record.type === 'session' ? { ...record, sample: true } : record))
  }
  if (!start.lab) throw new Error('sample: the first session needs a lab')
  const first: AnyRecord = {
    type: 'session',
    id: kit.id(),
    ...session,
    labId: start.lab.id,
    lang: 'en',
    state: 'prepared',
    stage: { view: 'join' },
    k: { room: 3, public: 5 },
    sample: true,
    templateKey: template.key ?? template.id,
    createdAt: new Date(made.now).toISOString(),
  }
  return withRounds([first, start.lab, ...(start.voices ?? []), ...records], template)
}

/** A voice as the samples name it: `key` for a built-in name, else its own words. */
export const sampleVoices = (
  kit: SampleKit,
  list: readonly (readonly [name: string, slot: number, level: 'micro' | 'meso' | 'macro', expected: number])[],
): AnyRecord[] => {
  const orders = ordersAfter(null, list.length)
  return list.map(([name, slot, level, expected], index) => ({
    type: 'voice',
    id: kit.id(),
    order: orders[index] ?? '',
    label: name.startsWith('boards:') ? { key: name } : { text: name },
    slot,
    level,
    expected,
    present: 0,
  }))
}
