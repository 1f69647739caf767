import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import type { Round, Vote } from '../model/vote'
import { resultView } from '../rules/result-view'
import { coverMeta } from './cover-meta'
import { builtRemovals, methodBlocks } from './method-part'
import { clockOf, minutesBlocks } from './minutes-part'
import type { Clock } from './minutes-part'
import type { Block, Cell, ReportModel, Words } from './model'
import { day, figure, listed, plain, say } from './model'
import { decisionTable, questionBlocks, taskTable } from './outcomes-part'
import { peopleBlocks } from './people-part'
import { byAudience, paragraph, partOf } from './report-parts'
import type { Audience } from './voice-refs'
import { ownerWords, voiceGroups } from './voice-refs'

/**
 * The minutes of a session: who took part by voice, what happened when, votes with their turnout, what was decided and who
 * does what. Before redaction, as every builder's.
 */
export const buildMinutes = (view: DocumentView): ReportModel => {
  const session = sessionOf(view)
  return {
    model: 'polyphony-report',
    version: 1,
    kind: 'minutes',
    profile: 'internal',
    title: say('minutes.title', { session: plain(session?.title ?? '') }),
    lab: plain(labOf(view)?.name ?? ''),
    day: session?.day ?? '1970-01-01',
    meta: coverMeta(labOf(view)),
    summary: [],
    parts: [
      partOf('when', whenBlocks(view)),
      partOf('people', [byAudience((audience) => peopleBlocks(view, audience, 'part'))]),
      partOf('agreed', [byAudience((audience) => agreedBlocks(view, audience))]),
      partOf('minutes', minutesBlocks(view)),
      partOf('votes', turnoutBlocks(view)),
      partOf('decisions', [byAudience((audience) => decisionTable(view, audience, isOfNow))]),
      partOf('tasks', [byAudience((audience) => taskTable(view, audience, undefined, isOfNow))]),
      partOf('open', questionBlocks(view)),
      partOf('method', [byAudience((audience) => methodBlocks(view, audience))]),
    ],
    // No contribution stands in minutes: none can be held back.
    removed: builtRemovals(view).filter(({ what }) => what === 'people' || what === 'merged-voices'),
  }
}

/** What came along from earlier meetings stands in a part of its own. */
const isOfNow = ({ fromSession }: { readonly fromSession?: string | undefined }): boolean => fromSession === undefined

const whenBlocks = (view: DocumentView): Block[] => {
  const session = sessionOf(view)
  if (!session) return []
  const clock = clockOf(session.timeZone)
  const { startedAt, closedAt } = session
  const time: Words =
    startedAt === undefined
      ? say('minutes.notHeld')
      : closedAt === undefined
        ? say('minutes.since', { from: clock(startedAt) })
        : say('minutes.fromTo', { from: clock(startedAt), to: clock(closedAt) })
  const place = labOf(view)?.place
  return [
    {
      b: 'facts',
      rows: [
        { title: say('column.day'), words: day(session.day) },
        { title: say('column.time'), words: time },
        ...(place === undefined ? [] : [{ title: say('column.place'), words: plain(place) }]),
      ],
    },
  ]
}

/** What was agreed before and looked at first: each task with the answer that the room gave. */
const agreedBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const tasks = ordered(view, 'task').filter((task) => task.fromSession !== undefined)
  const decisions = ordered(view, 'decision').filter((decision) => decision.fromSession !== undefined)
  if (tasks.length + decisions.length === 0) return []
  const groups = voiceGroups(view, audience)
  return [
    {
      b: 'table',
      id: 'agreed',
      title: say('minutes.agreed'),
      columns: [
        { id: 'what', title: say('minutes.whatAgreed'), kind: 'words' },
        { id: 'owner', title: say('column.owner'), kind: 'words' },
        { id: 'state', title: say('minutes.answer'), kind: 'words' },
      ],
      rows: [
        ...tasks.map((task): Cell[] => [
          plain(task.text),
          ownerWords(view, task.owner, groups),
          task.review === undefined ? say(`taskState.${task.state}`) : say(`minutes.review.${task.review}`),
        ]),
        ...decisions.map((decision): Cell[] => [
          plain(decision.wording),
          ownerWords(view, decision.owner, groups),
          say(`decisionStatus.${decision.status}`),
        ]),
      ],
    },
  ]
}

/** Which votes were taken, when, and how many took part; how they came out stands in the report of the session. */
const turnoutBlocks = (view: DocumentView): Block[] => {
  const clock = clockOf(sessionOf(view)?.timeZone)
  const rounds = ordered(view, 'vote').flatMap((vote) =>
    vote.rounds.flatMap((round, index) => (round.state === 'draft' ? [] : [{ vote, round, index }])),
  )
  if (rounds.length === 0) return [paragraph(say('votes.none'))]
  return [
    {
      b: 'table',
      id: 'turnout',
      title: say('minutes.turnout'),
      columns: [
        { id: 'vote', title: say('minutes.vote'), kind: 'words' },
        { id: 'opened', title: say('minutes.opened'), kind: 'words' },
        { id: 'closed', title: say('minutes.closed'), kind: 'words' },
        { id: 'ballots', title: say('minutes.ballots'), kind: 'figure' },
        { id: 'present', title: say('column.present'), kind: 'figure' },
        { id: 'first', title: say('minutes.first'), kind: 'words' },
      ],
      rows: rounds.map(({ vote, round, index }): Cell[] => [
        say('votes.round', { question: plain(vote.question), round: round.number }),
        timeWords(round.openedAt, clock),
        timeWords(round.closedAt, clock),
        ...turnoutOf(vote, round),
        firstOf(view, vote, index),
      ]),
    },
  ]
}

const timeWords = (at: string | undefined, clock: Clock): Words => (at === undefined ? say('notSet') : plain(clock(at)))

const turnoutOf = (vote: Vote, { number, result }: Round): Cell[] => {
  const id = `turnout.${vote.id}.${number}`
  if (!result) return [say('minutes.notCounted'), say('minutes.notCounted')]
  return [figure(`${id}.cast`, result.cast, 'count'), figure(`${id}.present`, result.present, 'count')]
}

/** What came first for all together; several where they have the same place. */
const firstOf = (view: DocumentView, vote: Vote, index: number): Words => {
  const result = resultView(vote, index, view.voice.values(), 'public')
  const first = result?.options.filter(({ position }) => position === 1) ?? []
  return !result || result.ballots === 0 || first.length === 0
    ? say('minutes.notCounted')
    : listed(first.map(({ text }) => plain(text)))
}
