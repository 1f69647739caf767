import { sessionOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import type { Round } from '@core/model/vote'
import type { Proof } from '@core/protocol/envelope'
import type { Failure, FailureCode } from '@core/protocol/failures'
import type { Turnout } from '@core/protocol/views'
import { newId } from '../../shared/lib/new-id'
import { createClient } from '../../shared/transport/client'
import type { Client, ClientStatus, Ending } from '../../shared/transport/client'
import { pageTimers } from '../../shared/transport/timers'
import type { Timers } from '../../shared/transport/timers'
import type { OpenWire } from '../../shared/transport/wire'
import { followDocument } from './document'
import type { PhoneDocument } from './document'
import { afterClose } from './ballot'
import { NOTHING, phoneMemory } from './memory'
import type { Memory, Mine, OwnBallot, OwnCard, Ticket } from './memory'
import { createOutbox } from './outbox'
import { currentStep } from './screen'
import type { Outbox } from './outbox'
import { isSlipLike, plainSlip } from './slip'

export type PhoneOptions = {
  readonly openWire: OpenWire
  /** The secret of the QR code, from the address. */
  readonly secret: string | null
  /** The code of a printed slip, from the address on it. */
  readonly slip?: string | null
  readonly lang: string
  readonly timers?: Timers
  /** The tablet: another memory, another way in. */
  readonly tablet?: {
    readonly memory: Memory
    readonly proof: () => Proof
    readonly credential: (kept: string) => void
  }
}

/** Refusals that pass by themselves, and how long to wait. */
const PASSING: Partial<Record<FailureCode, number>> = {
  'room-closed': 4_000,
  'room-locked': 8_000,
  'room-full': 8_000,
  'slow-down': 10_000,
  'timed-out': 2_000,
  internal: 4_000,
}

/** After what the host could not do just now, ms. */
const SEND_AGAIN = 4_000

/** Everything this phone knows and can do. Made once; screens read it and are drawn again after each change. */
export class Phone {
  readonly #options: PhoneOptions
  readonly #timers: Timers
  readonly #listeners = new Set<() => void>()
  readonly #outbox: Outbox
  readonly #memory: Memory
  /** Of the tablet: after a lost connection this is the same voter, and nothing counts twice. */
  readonly #turn = newId() + newId()
  #ticket: Ticket
  #client: Client | null = null
  #document: PhoneDocument | null = null
  #mine: Mine = NOTHING
  #sessionId: string | null = null
  readonly #turnouts = new Map<string, Turnout>()
  #again: number | null = null

  constructor(options: PhoneOptions) {
    this.#options = options
    this.#timers = options.timers ?? pageTimers
    this.#memory = options.tablet?.memory ?? phoneMemory
    this.#ticket = {
      ...this.#memory.readTicket(),
      ...(options.secret === null ? {} : { secret: options.secret }),
      ...(options.slip ? { slip: options.slip } : {}),
    }
    this.#outbox = createOutbox({
      client: () => this.#client,
      mine: () => this.#mine,
      setCard: (card) => this.#setCard(card),
      dropCard: (id) => this.#set({ cards: this.#mine.cards.filter((card) => card.id !== id) }),
      setBallot: (roundId, ballot) => this.choose(roundId, ballot),
      forgetSlip: (roundId) => this.forgetSlip(roundId),
      later: () => this.#sendLater(),
    })
    if (options.tablet || this.#ticket.device !== undefined || this.#ticket.secret !== undefined) this.#connect()
  }

  get mine(): Mine {
    return this.#mine
  }
  /** The session; null before the first try to connect. */
  get view(): DocumentView | null {
    return this.#document?.view() ?? null
  }
  /** Null while nobody typed a code and the address had none. */
  get status(): ClientStatus | null {
    return this.#client?.status() ?? null
  }
  get ending(): Ending | null {
    return this.#client?.ending() ?? null
  }
  get now(): number {
    return this.#timers.now() + (this.#client?.clockSkew() ?? 0)
  }
  /** What the person has typed: a refusal is about that code, and a slip in it can be mended. */
  get typed(): string | undefined {
    return this.#ticket.code
  }
  /** Of a round that is open: only how many, never what. */
  turnout = (roundId: string): Turnout | undefined => this.#turnouts.get(roundId)

  /** A code that came with the scan or was typed to get in, as long as no round has it: it may be the slip's. */
  get offeredSlip(): string {
    const { slip, code } = this.#ticket
    const offered = slip ?? (code !== undefined && isSlipLike(code) ? code : '')
    return Object.values(this.#mine.slips ?? {}).includes(plainSlip(offered)) ? '' : offered
  }
  /** The parallel group that this phone came in for; undefined: everybody. */
  get groupId(): string | undefined {
    return this.#client?.welcome()?.groupId ?? undefined
  }
  get client(): Client | null {
    return this.#client
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The tablet was handed on: the next person gets a phone of their own. */
  close = (): void => {
    if (this.#again !== null) this.#timers.clear(this.#again)
    this.#client?.close()
  }

  /** Keeps what a screen has to remember. */
  keep = (part: Partial<Mine>): void => this.#set(part)

  /** With the code that a person typed; an old secret no longer counts. It stays the same phone: one device, one ballot. */
  joinWith = (code: string): void => {
    const { device, slip } = this.#ticket
    this.#ticket = { code, ...(device === undefined ? {} : { device }), ...(slip === undefined ? {} : { slip }) }
    if (this.#client) this.#client.retry()
    else this.#connect()
    this.#tell()
  }

  chooseVoice = (voiceId: string | null): void => {
    this.#set({ voiceId })
    this.#client?.chooseVoice(voiceId)
  }

  /** Asks for the voice or the consent again. */
  reconsider = (what: 'voiceId' | 'quote'): void => {
    const { [what]: _asked, ...rest } = this.#mine
    this.#replace(rest)
  }

  write = (draft: Partial<Mine['draft']>): void => this.#set({ draft: { ...this.#mine.draft, ...draft } })

  /** Keeps the words first, then sends them: an empty network loses nothing. Answers the card's id. */
  sendCard = (text: string, entryIds: readonly string[]): string => {
    const card: OwnCard = {
      id: newId(),
      secret: newId() + newId(),
      text,
      entryIds,
      quote: this.#mine.quote ?? 'none',
      state: 'waiting',
    }
    this.#set({ cards: [...this.#mine.cards, card], draft: { text: '', entryIds } })
    this.#outbox.flush()
    return card.id
  }

  /** Other words for a card that is in; the host takes them as long as its step runs. */
  changeCard = (card: OwnCard, text: string): void => {
    const { problem: _problem, ...rest } = card
    this.#setCard({ ...rest, text, before: card.before ?? card.text, state: 'waiting' })
    this.#outbox.flush()
  }

  /** Notes what the host said about a card. */
  note = (cardId: string, part: Partial<OwnCard>): void =>
    this.#set({ cards: this.#mine.cards.map((card) => (card.id === cardId ? { ...card, ...part } : card)) })

  withdraw = (card: OwnCard): void => {
    if (card.state === 'refused') this.#set({ cards: this.#mine.cards.filter((other) => other.id !== card.id) })
    else this.#setCard({ ...card, state: 'withdrawing' })
    this.#outbox.flush()
  }

  /** "I am done" with what runs, or not yet after all. */
  finish = async (done: boolean): Promise<void> => {
    const step = this.view && currentStep(this.view, this.groupId)
    const { done: _before, ...rest } = this.#mine
    if (!step) return this.#replace(rest)
    const reply = await this.#client?.request('step.finished', { stepId: step.id, done })
    if (reply?.ok) this.#replace(done ? { ...this.#mine, done: step.id } : rest)
    return undefined
  }

  changeBallot = (roundId: string): void => {
    const ballot = this.#mine.ballots[roundId]
    const state = ballot ? { ...this.#mine.ballots, [roundId]: { ...ballot, state: 'choosing' as const } } : undefined
    this.#set({ at: roundId, ...(state ? { ballots: state } : {}) })
  }

  /** Back to what is counted. */
  keepBallot = (roundId: string): void => {
    const ballot = this.#mine.ballots[roundId]
    if (!ballot?.counted) return
    const { reason: _reason, problem: _problem, ...rest } = ballot
    const reason = ballot.countedReason === undefined ? {} : { reason: ballot.countedReason }
    this.choose(roundId, { ...rest, ...reason, values: ballot.counted, state: 'counted' })
  }

  choose = (roundId: string, ballot: OwnBallot): void =>
    this.#set({ ballots: { ...this.#mine.ballots, [roundId]: ballot } })

  /** What became of the ballot was read. */
  markSeen = (roundId: string): void => {
    const ballot = this.#mine.ballots[roundId]
    if (ballot) this.choose(roundId, { ...ballot, seen: true })
  }

  /** A higher revision each time: a repeated message counts once, a late old one changes nothing. */
  handIn = (roundId: string, { problem: _problem, ...ballot }: OwnBallot): void => {
    const { at: _at, ...rest } = this.#mine
    const handed: OwnBallot = { ...ballot, rev: ballot.rev + 1, state: 'waiting' }
    this.#replace({ ...rest, ballots: { ...rest.ballots, [roundId]: handed } })
    this.#outbox.flush()
  }

  /** The code of the slip with which this person votes in a round, once the host knows it, or to be tried when it can. */
  useSlip = (round: { readonly voteId: string; readonly roundId: string }, code: string): void => {
    this.#set({ slips: { ...this.#mine.slips, [round.roundId]: plainSlip(code) } })
    // Another phone may have voted with it before.
    void this.#outbox.compare([round])
  }

  /** To type another code; what was chosen stays. */
  forgetSlip = (roundId: string): void => {
    const { [roundId]: _slip, ...slips } = this.#mine.slips ?? {}
    this.#set({ slips })
  }

  #connect(): void {
    const { tablet } = this.#options
    const client = createClient({
      openWire: this.#options.openWire,
      timers: this.#timers,
      hello: () => ({
        ...(tablet
          ? { role: 'kiosk' as const, proof: tablet.proof(), turn: this.#turn }
          : { role: 'participant' as const, proof: this.#joinProof() }),
        lang: this.#options.lang,
        voiceId: this.#memory.readMine(this.#memory.lastSession() ?? '').voiceId ?? null,
      }),
      resend: () => true,
      retryRefused: ({ code }: Failure) => (code === 'wrong-code' && this.#takeSlip() ? 0 : (PASSING[code] ?? null)),
    })
    this.#client = client
    this.#document = followDocument(client, () => this.#follow())
    client.onWelcome(({ credential }) => {
      if (credential !== null) {
        this.#ticket = { ...this.#ticket, device: credential }
        tablet?.credential(credential)
      }
      this.#memory.keepTicket(this.#ticket)
      this.#follow()
    })
    client.on('vote.turnout', (turnout) => {
      this.#turnouts.set(turnout.roundId, turnout)
      this.#tell()
    })
    client.onStatus((status) => {
      if (status === 'online') this.#arrived()
      this.#tell()
    })
  }

  #joinProof(): Proof {
    const { slip: _slip, ...ticket } = this.#ticket
    return { kind: 'join', ...ticket }
  }

  /** The square of a slip was printed before the room was opened anew: its code still opens the door. */
  #takeSlip(): boolean {
    const { secret, slip, device } = this.#ticket
    if (secret === undefined || slip === undefined) return false
    this.#ticket = { code: slip, slip, ...(device === undefined ? {} : { device }) }
    return true
  }

  #sendLater(): void {
    if (this.#again !== null) this.#timers.clear(this.#again)
    this.#again = this.#timers.set(() => this.#outbox.flush(), SEND_AGAIN)
  }

  #arrived(): void {
    // The hello named the voice of the session this phone knew last; this one may be another.
    if (this.#mine.voiceId !== undefined) this.#client?.chooseVoice(this.#mine.voiceId)
    this.#outbox.flush()
    void this.#outbox.compare(this.#unsureRounds())
    // A laptop that was started anew has forgotten who is done.
    const step = this.view && currentStep(this.view, this.groupId)
    if (this.#mine.done !== undefined && this.#mine.done === step?.id) void this.finish(true)
  }

  /** What the host counts is asked for rounds under way, and for closed ones of which this phone is not sure. */
  #unsureRounds(): { voteId: string; roundId: string }[] {
    const votes = [...(this.view?.vote.values() ?? [])]
    const isAsked = (round: Round): boolean =>
      round.state === 'open' || round.state === 'counting' || this.#mine.ballots[round.id]?.state === 'late'
    return votes.flatMap((vote) => vote.rounds.filter(isAsked).map((round) => ({ voteId: vote.id, roundId: round.id })))
  }

  /** The document changed: another session has its own memory; closed rounds forget what was chosen. */
  #follow(): void {
    const session = this.view ? sessionOf(this.view) : undefined
    if (session && session.id !== this.#sessionId) {
      this.#sessionId = session.id
      this.#mine = this.#memory.readMine(session.id)
    }
    if (session) this.#forgetClosed()
    this.#tell()
  }

  #forgetClosed(): void {
    for (const vote of this.view?.vote.values() ?? []) {
      for (const round of vote.rounds.filter(({ state }) => state === 'closed')) {
        const ballot = this.#mine.ballots[round.id]
        if (ballot && ballot.values.length > 0) this.choose(round.id, afterClose(vote, ballot))
        const isUnsure = this.#mine.ballots[round.id]?.state === 'late'
        if (this.#mine.slips?.[round.id] !== undefined && !isUnsure) this.forgetSlip(round.id)
      }
    }
  }

  #setCard(card: OwnCard): void {
    this.#set({ cards: this.#mine.cards.map((other) => (other.id === card.id ? card : other)) })
  }

  #set(part: Partial<Mine>): void {
    this.#replace({ ...this.#mine, ...part })
  }

  #replace(mine: Mine): void {
    this.#mine = mine
    if (this.#sessionId !== null) this.#memory.keepMine(this.#sessionId, mine)
    this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
