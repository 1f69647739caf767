import { applyDiff } from '@core/change/diff'
import type { Tables } from '@core/model/document'
import { openBox } from '../../electron/storage/ballot-box'
import type { FileSystem } from '../../electron/storage/file-system'
import { layoutOf } from '../../electron/storage/layout'
import { recover } from '../../electron/storage/recovery'
import { createSession, openSession } from '../../electron/storage/session-store'
import type { BallotBox, JournalEntry, OpenSession } from '../../electron/storage/session-types'
import { addCard, SESSION_ID, sampleText, smallDocument } from './sample-records'
import { simDeps } from './sim-deps'
import type { SimDeps } from './sim-deps'
import { seededRandom, SimDisk } from './sim-disk'

export const FILE = '/lab/One.polyphony.json'
const ROUND = 'round1'
const SLOT = 200
const LIVES = 4

/** What the program was told to be safe, at one instant. */
type Promised = {
  readonly created: boolean
  readonly acknowledged: number
  readonly appended: number
  readonly ballots: number
  readonly boxOpen: boolean
  readonly boxGone: boolean
  /** Between the first acknowledgement and the close: then any one file may go. */
  readonly steady: boolean
}

type World = {
  steady: boolean
  created: boolean
  acknowledged: number
  appended: number
  ballots: number
  cast: number
  boxOpen: boolean
  boxGone: boolean
}

export type CutOptions = {
  readonly seed: number
  readonly states: number
  /** Wraps the disk that the program sees; for planted faults. */
  readonly wrap?: (fs: FileSystem) => FileSystem
}

export type CutReport = { readonly states: number; readonly problems: readonly string[] }

const revised = (seq: number): string => `Card ${seq - 1}, put better by change ${seq}`

/** Every third change also rewords the card before, so that order matters. */
export const changeFor = (seq: number): JournalEntry => {
  const entry = addCard(seq)
  if (seq % 3 !== 0) return entry
  const from = { text: sampleText(seq - 1) }
  return {
    ...entry,
    diff: { ...entry.diff, changed: [{ type: 'card', id: `card${seq - 1}`, from, to: { text: revised(seq) } }] },
  }
}

/** The cards of the document after `seq` changes, as one string. */
export const cardsAfter = (seq: number): string => {
  const lines: string[] = []
  for (let i = 1; i <= seq; i += 1) {
    const reworded = (i + 1) % 3 === 0 && i + 1 <= seq
    lines.push(`card${i} ${reworded ? revised(i + 1) : sampleText(i)}`)
  }
  return lines.toSorted().join('\n')
}

export const cardsOf = (tables: Tables): string =>
  [...tables.card.values()]
    .map(({ id, text }) => `${id} ${text}`)
    .toSorted()
    .join('\n')

/** Cuts the power at every step of random lives of a session, several ways each, and opens what is left. */
export const cutPower = async ({ seed, states, wrap = (fs) => fs }: CutOptions): Promise<CutReport> => {
  const random = seededRandom(seed)
  const problems: string[] = []
  let done = 0
  while (done < states && problems.length < 20) {
    let disk = new SimDisk(random)
    disk.plant('/lab/readme', Buffer.alloc(0))
    disk.durableWrites = random() < 0.3
    let world: World = {
      steady: false,
      created: false,
      acknowledged: 0,
      appended: 0,
      ballots: 0,
      cast: 0,
      boxOpen: false,
      boxGone: false,
    }
    for (let life = 0; life < LIVES && problems.length < 20; life += 1) {
      const lived = await live(disk, world, random, wrap)
      for (const { image, promised } of lived.images) {
        problems.push(...(await judge(image, promised)))
        done += 1
      }
      if (!lived.next) break
      disk = lived.next.image
      disk.now += 3_600_000
      const { acknowledged, created, ballots, boxOpen, boxGone } = lived.next.promised
      world = {
        steady: false,
        created,
        acknowledged,
        appended: lived.next.promised.appended,
        ballots,
        cast: lived.next.promised.ballots,
        boxOpen,
        boxGone,
      }
    }
  }
  return { states: done, problems }
}

type Image = { readonly image: SimDisk; readonly promised: Promised }

/** One run of the program until it ends or stops being interesting; a power cut may come after each step. */
const live = async (
  disk: SimDisk,
  world: World,
  random: () => number,
  wrap: (fs: FileSystem) => FileSystem,
): Promise<{ readonly images: Image[]; readonly next: Image | null }> => {
  const images: Image[] = []
  const deps: SimDeps = { ...simDeps(disk) }
  const faulty: SimDeps = { ...deps, fs: wrap(disk.fs) }
  disk.onStep = () => {
    if (random() < 0.5) return
    images.push({ image: disk.afterPowerCut(), promised: { ...world } })
  }
  const opened = world.created ? await openSession(FILE, faulty) : await createSession(FILE, smallDocument(), faulty)
  if (opened.ok) {
    world.created = true
    world.appended = world.acknowledged = opened.value.lastSeq
    await work(opened.value, faulty, world, random)
  }
  disk.onStep = () => {}
  await settle()
  return { images, next: images[Math.floor(random() * images.length)] ?? null }
}

const settle = async (): Promise<void> => {
  await new Promise((resolve) => setImmediate(resolve))
}

const work = async (session: OpenSession, deps: SimDeps, world: World, random: () => number): Promise<void> => {
  let box: BallotBox | null = world.boxOpen && !world.boxGone ? await boxOf(session, 'reopen') : null
  const waiting: Promise<void>[] = []
  for (let step = 0; step < 10; step += 1) {
    const chance = random()
    if (chance < 0.6) waiting.push(...addSome(session, world, 1 + Math.floor(random() * 4)))
    else if (chance < 0.7) waiting.push(session.snapshot(random() < 0.5 ? 'backup' : 'erasure'))
    else if (chance < 0.8) deps.elapse(61_000)
    else if (!box && !world.boxGone) {
      box = await boxOf(session, 'create')
      // After a crash in the middle of the destruction it may be a new one, or still hold the old ballots.
      world.cast = world.ballots = Math.max(0, ...(box?.ballots ?? []).map(({ rev }) => rev))
      world.boxOpen = box !== null
    } else if (box) waiting.push(cast(box, world))
    if (random() < 0.3) await Promise.all(waiting)
  }
  await Promise.all(waiting)
  if (box && random() < 0.3) {
    world.boxOpen = false
    await session.destroyBox(ROUND)
    world.boxGone = true
  }
  world.steady = false
  if (random() < 0.5) await session.close()
}

const boxOf = async (session: OpenSession, mode: 'create' | 'reopen'): Promise<BallotBox | null> => {
  const box = await session.box(ROUND, SLOT, mode)
  return box.ok ? box.value : null
}

const cast = async (box: BallotBox, world: World): Promise<void> => {
  world.cast += 1
  const rev = world.cast
  await box.append({ cred: `cred${rev % 5}`, rev, ballot: { dots: [rev] } })
  world.ballots = Math.max(world.ballots, rev)
}

const addSome = (session: OpenSession, world: World, count: number): Promise<void>[] =>
  Array.from({ length: count }, async () => {
    const entry = changeFor(session.lastSeq + 1)
    if (!applyDiff(session.tables, entry.diff).ok) throw new Error(`change ${entry.seq} does not fit`)
    world.appended = entry.seq
    await session.append(entry)
    world.steady = true
    world.acknowledged = Math.max(world.acknowledged, entry.seq)
  })

/** What is wrong with a disk found after a power cut, given what had been promised. */
const judge = async (image: SimDisk, promised: Promised): Promise<string[]> => {
  if (!promised.created) return []
  const problems: string[] = []
  const found = await recover(image.fs, layoutOf(FILE))
  const { acknowledged, appended } = promised
  if (!found.ok) problems.push(`does not open: ${found.error.code}`)
  else {
    const { lastSeq, loss, tables } = found.value
    if (loss) problems.push(`false alarm: ${loss.code} after ${loss.lost.after}, acknowledged ${acknowledged}`)
    if (lastSeq < acknowledged) problems.push(`lost: ${acknowledged} acknowledged, ${lastSeq} there`)
    if (lastSeq > appended) problems.push(`invented: ${appended} made, ${lastSeq} there`)
    if (cardsOf(tables) !== cardsAfter(lastSeq)) problems.push(`a blend at ${lastSeq}`)
  }
  if (image.random() < 0.25) problems.push(...(await judgeMissing(image.copy(), promised)))
  if (promised.boxOpen) problems.push(...(await judgeBox(image, promised.ballots)))
  if (promised.boxGone && [...image.files().keys()].some((path) => path.endsWith('.key')))
    problems.push('the key is still there')
  return problems
}

/** One or two files taken away on top of the power cut: all there, or named. */
const judgeMissing = async (image: SimDisk, { acknowledged, steady }: Promised): Promise<string[]> => {
  const folder = layoutOf(FILE).folder
  const paths = [...image.files().keys()].filter((path) => path === FILE || path.startsWith(`${folder}/`))
  const pick = (): string => paths[Math.floor(image.random() * paths.length)] ?? FILE
  const gone = image.random() < 0.4 ? [FILE] : [pick(), pick()]
  for (const path of gone) image.plant(path, null)
  const what = `without ${gone.join(' and ')}`
  const found = await recover(image.fs, layoutOf(FILE))
  if (!found.ok || found.value.loss) {
    const code = found.ok ? found.value.loss?.code : found.error.code
    return gone.length === 1 && steady ? [`${what}: ${code}, though the snapshot before should do`] : []
  }
  const { lastSeq, tables } = found.value
  if (lastSeq < acknowledged) return [`${what}: ${acknowledged} acknowledged, ${lastSeq} there, and not a word`]
  return cardsOf(tables) === cardsAfter(lastSeq) ? [] : [`${what}: a blend at ${lastSeq}`]
}

const judgeBox = async (image: SimDisk, ballots: number): Promise<string[]> => {
  const address = { layout: layoutOf(FILE), sessionId: SESSION_ID, roundId: ROUND, slotBytes: SLOT }
  const box = await openBox(simDeps(image), address, 'reopen')
  if (!box.ok) return [`the box does not open: ${box.error.code}`]
  const there = new Set(box.value.ballots.map(({ rev }) => rev))
  for (let rev = 1; rev <= ballots; rev += 1) if (!there.has(rev)) return [`ballot ${rev} of ${ballots} is lost`]
  return []
}
