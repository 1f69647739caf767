import { ordersAfter } from '@core/change/order'
import type { AnyRecord } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import { tallyRound } from '@core/rules/tally'
import { sampleBallots, samplePaper } from './ballots'
import { bring, firstMap } from './families-content'
import { familyLab, familyVoices } from './families-shared'
import { firstPulse } from './families-work'
import type { SampleKit, VoiceIds } from './kit'
import { boardWords, cardsFrom, cardStarting, clusterOf, columnAxes, columnLines, matrixLines, themeAxes } from './kit'

const at = (time: string): string => `2026-10-27T${time}:00Z`

const STEPS = [
  ['welcome', 'talk', 15, '08:00', '08:14'],
  ['bring', 'contribute', 25, '08:14', '08:41'],
  ['say', 'contribute', 45, '08:41', '09:27'],
  ['together', 'cluster', 20, '09:27', '09:46'],
  ['break', 'break', 15, '09:46', '10:02'],
  ['priorities', 'vote', 15, '10:02', '10:15'],
  ['decide', 'decide', 30, '10:15', '10:44'],
  ['close', 'talk', 10, '10:44', '10:55'],
] as const

export type FirstSession = { readonly records: AnyRecord[]; readonly voices: VoiceIds }

/** The lab's first meeting, closed: strengths, a challenge map, one vote, three decisions, six tasks. */
export const firstFamilySession = (kit: SampleKit): FirstSession => {
  const labId = kit.id()
  const sessionId = kit.id()
  const { records: voiceRecords, ids: voices } = familyVoices(kit)
  const bringBoard = kit.id()
  const mapBoard = kit.id()
  const voteId = kit.id()
  const stepOrders = ordersAfter(null, STEPS.length)
  const steps = STEPS.map(([key, kind, minutes, from, to], index): AnyRecord & { type: 'step' } => ({
    type: 'step',
    id: kit.id(),
    order: stepOrders[index] ?? '',
    label: boardWords(`step.${key}`),
    ...(kind === 'break'
      ? {}
      : { question: boardWords(`question.${key}`), instruction: boardWords(`instruction.${key}`) }),
    kind,
    minutes,
    ...(key === 'bring' ? { boardId: bringBoard } : {}),
    ...(key === 'say' || key === 'together' ? { boardId: mapBoard } : {}),
    ...(key === 'priorities' ? { voteId, boardId: mapBoard } : {}),
    contribute: 'closed',
    state: 'done',
    startedAt: at(from),
    endedAt: at(to),
  }))
  const stepId = (key: string): string => steps[STEPS.findIndex(([name]) => name === key)]?.id ?? ''
  const cards = cardsFrom(matrixLines(firstMap), { boardId: mapBoard, stepId: stepId('say'), voices, kit })
  const clusters = [
    clusterOf(kit, cards, 'Who holds it all together?', [
      'Last week five people',
      'I keep a folder',
      'I tell the same story',
      'I do not know which of us',
    ]),
    clusterOf(kit, cards, 'No time for each other', ['Time for agreeing', 'With forty families', 'Forms are counted']),
    clusterOf(kit, cards, 'Help comes late', ['Help comes when', 'After the report came', 'We put out fires']),
  ]
  const vote = firstVote(kit, { voteId, stepId: stepId('priorities'), voices, clusters, cards })
  return {
    voices,
    records: [
      {
        type: 'session',
        id: sessionId,
        title: 'First meeting: who holds it all together?',
        labId,
        day: '2026-10-27',
        timeZone: 'Europe/Ljubljana',
        lang: 'en',
        state: 'closed',
        stage: { view: 'result', voteId },
        currentStepId: stepId('close'),
        k: { room: 3, public: 5 },
        sample: true,
        templateKey: 'first-meeting',
        createdAt: '2026-10-20T12:00:00Z',
        startedAt: at('08:00'),
        closedAt: at('10:55'),
      },
      familyLab(labId),
      ...voiceRecords,
      ...steps,
      {
        type: 'board',
        id: bringBoard,
        order: 'V',
        label: boardWords('board.bring'),
        layout: 'columns',
        axes: columnAxes('bring', ['family', 'network', 'professionals']),
      },
      {
        type: 'board',
        id: mapBoard,
        order: 'W',
        label: boardWords('board.challengeMap'),
        layout: 'matrix',
        axes: themeAxes(),
      },
      ...cardsFrom(columnLines(bring), { boardId: bringBoard, stepId: stepId('bring'), voices, kit }),
      ...cards,
      ...clusters,
      vote,
      ...firstOutcomes(kit, { voices, voteId }),
      ...firstPulse(kit),
      {
        type: 'question',
        id: kit.id(),
        order: 'V',
        kind: 'question',
        text: 'Who pays for the hours in which services agree with each other?',
        owner: { kind: 'voice', voiceId: voices['policymakers'] ?? '' },
        due: '2026-12-15',
        state: 'open',
      },
      {
        type: 'question',
        id: kit.id(),
        order: 'W',
        kind: 'assumption',
        text: 'Families will come again if the first meeting changed something.',
        owner: { kind: 'voice', voiceId: voices['families'] ?? '' },
        state: 'answered',
        answer: 'Eight of nine families said they come again.',
      },
      { type: 'event', id: kit.id(), at: at('08:00'), kind: 'session.started' },
      { type: 'event', id: kit.id(), at: at('10:03'), kind: 'vote.opened', ref: voteId },
      { type: 'event', id: kit.id(), at: at('10:12'), kind: 'vote.closed', ref: voteId, count: 24 },
      { type: 'event', id: kit.id(), at: at('10:55'), kind: 'session.closed' },
      {
        type: 'link',
        id: kit.id(),
        kind: 'causes',
        from: cardStarting(cards, 'Time for agreeing').id,
        to: cardStarting(cards, 'We call each other').id,
      },
      {
        type: 'link',
        id: kit.id(),
        kind: 'supports',
        from: cardStarting(cards, 'She asked what').id,
        to: cardStarting(cards, 'Parents come when').id,
      },
    ],
  }
}

type VotePlan = {
  readonly voteId: string
  readonly stepId: string
  readonly voices: VoiceIds
  readonly clusters: readonly AnyRecord[]
  readonly cards: readonly { readonly id: string; readonly text: string }[]
}

const firstVote = (kit: SampleKit, plan: VotePlan): Vote => {
  const fromCluster = (index: number, text: string): Vote['options'][number] => ({
    id: kit.id(),
    text,
    source: { type: 'cluster', id: plan.clusters[index]?.id ?? '' },
  })
  const free = (text: string): Vote['options'][number] => ({ id: kit.id(), text })
  const vote: Vote = {
    type: 'vote',
    id: plan.voteId,
    order: 'V',
    question: 'What should we work on first?',
    method: { name: 'dots', budget: 5, cap: 3 },
    options: [
      fromCluster(0, 'Who holds it all together?'),
      fromCluster(1, 'No time for each other'),
      fromCluster(2, 'Help comes late'),
      free('Feedback that is heard'),
      free('A place to meet that is not an office'),
    ],
    admission: 'open-room',
    channels: ['phone', 'kiosk', 'paper'],
    secret: true,
    keepBallots: false,
    k: { room: 3, public: 5 },
    rounds: [{ id: kit.id(), number: 1, state: 'closed', openedAt: at('10:03'), closedAt: at('10:12') }],
    resultShown: true,
    stepId: plan.stepId,
  }
  const WEIGHTS: { readonly [voice: string]: readonly [number, readonly number[]] } = {
    families: [9, [9, 1, 4, 6, 4]],
    staff: [6, [4, 9, 3, 1, 1]],
    managers: [3, [5, 7, 2, 2, 1]],
    schoolHealth: [4, [5, 2, 7, 3, 3]],
    policymakers: [2, [6, 3, 3, 3, 1]],
  }
  return withResult(kit, vote, plan.voices, WEIGHTS)
}

export const withResult = (
  kit: SampleKit,
  vote: Vote,
  voices: VoiceIds,
  weights: { readonly [voice: string]: readonly [number, readonly number[]] },
): Vote => {
  const channels = ['phone', 'phone', 'phone', 'paper', 'phone', 'kiosk'] as const
  const ballots = Object.entries(weights).flatMap(([voice, [count, shares]]) =>
    sampleBallots(kit, vote.method, { voiceId: voices[voice] ?? '', count, lean: shares }),
  )
  const present = new Map(
    Object.entries(weights).map(([voice, [count]]) => [
      voices[voice] ?? '',
      voice === 'staff' ? 7 : voice === 'managers' ? 4 : count,
    ]),
  )
  const cast = ballots.map((ballot, index) => ({ ballot, channel: channels[index % channels.length] ?? 'phone' }))
  const { slips, paper } = samplePaper(1, cast.filter(({ channel }) => channel === 'paper').length)
  const result = tallyRound(vote, cast, present, { newId: kit.id, random: kit.random }, { paper })
  return { ...vote, rounds: vote.rounds.map((round) => ({ ...round, slips: [slips], result })) }
}

const firstOutcomes = (kit: SampleKit, plan: { readonly voices: VoiceIds; readonly voteId: string }): AnyRecord[] => {
  const voice = (key: string): string => plan.voices[key] ?? ''
  const d1 = kit.id()
  const d2 = kit.id()
  const d3 = kit.id()
  const all = ['families', 'staff', 'managers', 'schoolHealth', 'policymakers'].map(voice)
  const decision = (id: string, number: number, wording: string, more: object): AnyRecord => ({
    type: 'decision',
    id,
    order: `D${number}`,
    number,
    kind: 'agreement',
    status: 'agreed',
    wording,
    behind: { voiceIds: all, count: 24, of: 26 },
    objections: [],
    evidence: [{ type: 'vote', id: plan.voteId }],
    madeAt: at('10:40'),
    ...more,
  })
  const task = (
    order: string,
    text: string,
    state: 'todo' | 'doing' | 'done',
    owner: string,
    due: string,
    origin: string,
    more: object = {},
  ): AnyRecord => ({
    type: 'task',
    id: kit.id(),
    order,
    text,
    state,
    owner: { kind: 'voice', voiceId: voice(owner) },
    due,
    origin: { type: 'decision', id: origin },
    history: [{ at: at('10:45'), state: 'todo' }, ...(state === 'todo' ? [] : [{ at: '2026-11-10T12:00:00Z', state }])],
    ...more,
  })
  return [
    decision(d1, 1, 'Family members give feedback after each visit.', {
      rationale:
        'Feedback was asked for by families and by staff, for different reasons. A slip of three faces and one line is enough to begin with.',
      reviewOn: '2027-01-12',
      owner: { kind: 'voice', voiceId: voice('families') },
    }),
    decision(d2, 2, 'An open-door day, once a month.', {
      rationale: 'It is the only place where people meet without a case number.',
      reviewOn: '2026-11-17',
      owner: { kind: 'organisation', name: 'Parents’ group' },
    }),
    decision(d3, 3, 'One letter instead of three.', {
      rationale: 'Every family in the room brought letters that ask the same things.',
      behind: { voiceIds: [voice('families'), voice('staff'), voice('policymakers')], count: 17, of: 24 },
      objections: [
        {
          id: kit.id(),
          text: 'Three offices sign for three things. I cannot sign for the others.',
          voiceId: voice('managers'),
          quote: 'role',
        },
        {
          id: kit.id(),
          text: 'The school may not read the health part.',
          voiceId: voice('schoolHealth'),
          quote: 'role',
        },
      ],
      reviewOn: '2026-11-17',
      owner: { kind: 'organisation', name: 'Municipality' },
    }),
    task('A', 'Invite to the open-door day', 'done', 'families', '2026-11-14', d2),
    task('B', 'Call back within one week', 'done', 'staff', '2026-11-20', d1, { progress: '31 of 33' }),
    task('C', 'Feedback slip in four languages', 'done', 'schoolHealth', '2026-11-03', d1),
    task('D', 'Put three letters into one', 'doing', 'policymakers', '2026-11-13', d3),
    task('E', 'Count hours with families for a month', 'doing', 'managers', '2027-01-09', d1),
    task('F', 'Find two rooms for open-door days', 'todo', 'schoolHealth', '2026-12-09', d2),
  ]
}
