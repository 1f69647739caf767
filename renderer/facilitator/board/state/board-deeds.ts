import { newId } from '../../../shared/lib/new-id'
import type { ChangeReply, Replica } from '../../../shared/replica/replica'
import { reportFailure } from '../../app/problems'

export interface NewCard {
  readonly text: string
  readonly zone: readonly string[]
  readonly before: string | null
  readonly voiceId: string | null
  readonly spoken: boolean
  readonly pasted?: boolean
}

export interface ListLine {
  readonly text: string
  readonly voiceId?: string
}

export interface ListPlace {
  readonly zone: readonly string[]
  /** For lines that name none. */
  readonly voiceId: string | null
  readonly source: 'facilitator' | 'paper' | 'import'
}

/** Letters of one message: a letter takes three bytes at most, and messages end at one megabyte. */
const MESSAGE = 250_000

const inMessages = (lines: readonly ListLine[]): ListLine[][] => {
  const parts: ListLine[][] = []
  let length = MESSAGE
  for (const line of lines) {
    length += line.text.length + 100
    if (length > MESSAGE) {
      parts.push([])
      length = line.text.length
    }
    parts.at(-1)?.push(line)
  }
  return parts
}

const told = (reply: ChangeReply): boolean => {
  if (!reply.ok) reportFailure(reply.error)
  return reply.ok
}

/** Everything that can be done with cards on a board, by whichever way: mouse, keys, menu, outline. */
export class BoardDeeds {
  readonly #replica: Replica
  readonly #boardId: string
  readonly #stepId: string | undefined

  constructor(replica: Replica, boardId: string, stepId: string | undefined) {
    this.#replica = replica
    this.#boardId = boardId
    this.#stepId = stepId
  }

  /** The cards behind items of the board: of a cluster all of its cards, in their order. */
  cardsOf(itemIds: readonly string[]): string[] {
    const { card, cluster } = this.#replica.view
    return itemIds.flatMap((id) => {
      if (!cluster.has(id)) return card.has(id) ? [id] : []
      return [...card.values()]
        .filter((one) => one.clusterId === id)
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map((one) => one.id)
    })
  }

  /** Not told in the bar: the field that asked for it shows what is wrong and keeps the words. */
  async add(fresh: NewCard, id: string = newId()): Promise<ChangeReply> {
    return await this.#replica.run('card.add', {
      id,
      boardId: this.#boardId,
      zone: [...fresh.zone],
      before: fresh.before,
      text: fresh.text,
      source: fresh.pasted ? 'import' : 'facilitator',
      ...(this.#stepId === undefined ? {} : { stepId: this.#stepId }),
      ...(fresh.voiceId === null ? {} : { voiceId: fresh.voiceId }),
      ...(fresh.spoken ? { spoken: true } : {}),
    })
  }

  /** One change and one undo, unless the list is longer than one message can be. Answers how many are in. */
  async addList(lines: readonly ListLine[], to: ListPlace): Promise<number> {
    let done = 0
    for (const part of inMessages(lines)) {
      const cards = part.map(({ text, voiceId = to.voiceId }) => ({
        id: newId(),
        text,
        ...(voiceId === null ? {} : { voiceId }),
      }))
      const reply = await this.#replica.run('card.add-many', {
        boardId: this.#boardId,
        zone: [...to.zone],
        cards,
        source: to.source,
        ...(this.#stepId === undefined ? {} : { stepId: this.#stepId }),
      })
      if (!told(reply)) break
      done += part.length
    }
    return done
  }

  /** Moves items to a zone, before an item or to its end. Cards leave their cluster; clusters move as a whole. */
  async move(itemIds: readonly string[], zone: readonly string[], before: string | null): Promise<boolean> {
    const { cluster } = this.#replica.view
    for (const run of stretches(itemIds, (id) => cluster.has(id))) {
      const first = run[0]
      if (first === undefined) continue
      const reply = cluster.has(first)
        ? await this.#replica.run('cluster.move', { id: first, zone: [...zone], before })
        : await this.#replica.run('card.move', { ids: [...run], zone: [...zone], before })
      if (!told(reply)) return false
    }
    return true
  }

  /** Puts items together under a heading; an item that is a cluster already takes the others in. */
  async cluster(itemIds: readonly string[], heading: string): Promise<string | null> {
    const { cluster } = this.#replica.view
    // A merged card is one card and cannot be in a group by its originals; merging more into it is asked for by name.
    if (itemIds.some((id) => cluster.get(id)?.kind === 'merged')) {
      reportFailure({ code: 'card-merged' })
      return null
    }
    const into = itemIds.find((id) => cluster.has(id))
    const others = this.cardsOf(itemIds.filter((id) => id !== into))
    if (into !== undefined) {
      for (const id of itemIds) if (id !== into && cluster.has(id)) await this.split(id)
      const added = others.length === 0 || told(await this.#replica.run('cluster.add', { id: into, cardIds: others }))
      return added ? into : null
    }
    const id = newId()
    const made = told(await this.#replica.run('cluster.make', { id, cardIds: others, label: { text: heading } }))
    return made ? id : null
  }

  async split(id: string): Promise<boolean> {
    return told(await this.#replica.run('cluster.split', { id }))
  }

  async takeOut(clusterId: string, cardIds: readonly string[]): Promise<boolean> {
    return told(await this.#replica.run('cluster.take-out', { id: clusterId, cardIds: [...cardIds] }))
  }

  async rename(id: string, text: string): Promise<boolean> {
    return told(await this.#replica.run('cluster.rename', { id, label: { text } }))
  }

  /** With the words it began with: a refusal is answered, not told, so that the field can show both. */
  async reword(id: string, text: string, was: string): Promise<ChangeReply> {
    return await this.#replica.run('cluster.rename', { id, label: { text }, was })
  }

  /** Answers how many cards went. */
  async remove(itemIds: readonly string[]): Promise<number> {
    const ids = this.cardsOf(itemIds)
    if (ids.length === 0) {
      for (const id of itemIds) if (this.#replica.view.cluster.has(id)) await this.split(id)
      return 0
    }
    return told(await this.#replica.run('card.remove', { ids })) ? ids.length : 0
  }

  async setVoice(itemIds: readonly string[], voiceId: string | null): Promise<boolean> {
    const ids = this.cardsOf(itemIds)
    return ids.length === 0 || told(await this.#replica.run('card.update-many', { ids, voiceId }))
  }

  async addTag(itemIds: readonly string[], tag: string): Promise<boolean> {
    const ids = this.cardsOf(itemIds)
    return ids.length === 0 || told(await this.#replica.run('card.update-many', { ids, addTags: [tag] }))
  }

  /** Duplicates become one card with these words; what was merged before is merged anew with the rest. */
  async merge(itemIds: readonly string[], text: string): Promise<string | null> {
    const id = newId()
    const cardIds = this.cardsOf(itemIds)
    const reply = await this.#replica.run('cluster.make', { id, cardIds, label: { text }, kind: 'merged' })
    return told(reply) ? id : null
  }

  async hold(cardIds: readonly string[], held: boolean): Promise<boolean> {
    return cardIds.length === 0 || told(await this.#replica.run('card.hold', { ids: [...cardIds], held }))
  }

  /**
   * Shows what was written alone on this board. What is held back among it can be read by the facilitator then and stays
   * off the projector; where nothing is hidden, what is held back is shown.
   */
  async reveal(): Promise<boolean> {
    const own = [...this.#replica.view.card.values()].filter((card) => card.boardId === this.#boardId)
    const steps = new Set(own.filter((card) => !card.revealed).map((card) => card.stepId ?? this.#stepId))
    for (const stepId of steps) {
      if (stepId !== undefined && !told(await this.#replica.run('card.reveal', { stepId }))) return false
    }
    if (steps.size > 0) return true
    const held = own.filter((card) => card.held).map((card) => card.id)
    return await this.hold(held, false)
  }
}

/** Runs of cards go in one command; a cluster is a run of its own. Order is kept. */
const stretches = (ids: readonly string[], alone: (id: string) => boolean): string[][] => {
  const runs: string[][] = []
  for (const id of ids) {
    const last = runs.at(-1)
    const before = last?.[0]
    if (last && before !== undefined && !alone(id) && !alone(before)) last.push(id)
    else runs.push([id])
  }
  return runs
}
