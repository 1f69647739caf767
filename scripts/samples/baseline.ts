import { ordersAfter } from '@core/change/order'
import type { AnyRecord } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import { baselineMap, frame } from './baseline-content'
import { frameBoards, frameCards } from './baseline-frame'
import { withResult } from './families-first'
import type { SampleKit, VoiceIds } from './kit'
import { boardWords, cardsFrom, cardStarting, clusterOf, placeLines, themeAxes } from './kit'

const at = (time: string): string => `2026-10-02T${time}:00Z`

const VOICES = [
  ['researchers', 7, 'macro', 8],
  ['staff', 2, 'meso', 6],
  ['managers', 3, 'meso', 6],
  ['policymakers', 5, 'macro', 5],
  ['ngos', 6, 'meso', 5],
  ['families', 1, 'micro', 4],
] as const

const STEPS = [
  ['welcome', 'talk', 15, '07:00', '07:18'],
  ['frame', 'contribute', 60, '07:18', '08:20'],
  ['say', 'contribute', 40, '08:20', '08:58'],
  ['together', 'cluster', 20, '08:58', '09:15'],
  ['break', 'break', 15, '09:15', '09:31'],
  ['priorities', 'vote', 15, '09:31', '09:46'],
  ['levels', 'contribute', 15, '09:46', '10:00'],
  ['decide', 'decide', 30, '10:00', '10:27'],
] as const

/** Six countries on one challenge map; the country of a card is its `place`. */
export const baselineSession = (kit: SampleKit): AnyRecord[] => {
  const ids = {
    session: kit.id(),
    lab: kit.id(),
    board: kit.id(),
    groups: kit.id(),
    vote: kit.id(),
    frame: kit.id(),
    who: kit.id(),
  }
  const voices: Record<string, string> = {}
  const voiceOrders = ordersAfter(null, VOICES.length)
  const voiceRecords = VOICES.map(([key, slot, level, expected], index): AnyRecord => {
    voices[key] = kit.id()
    return {
      type: 'voice',
      id: voices[key] ?? '',
      order: voiceOrders[index] ?? '',
      label: boardWords(`voice.${key}`),
      slot,
      level,
      expected,
      present: expected,
    }
  })
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
    ...(key === 'say' || key === 'together' ? { boardId: ids.board } : {}),
    ...(key === 'frame' ? { boardId: ids.frame } : {}),
    ...(key === 'levels' ? { boardId: ids.who } : {}),
    ...(key === 'priorities' ? { voteId: ids.vote, boardId: ids.board } : {}),
    contribute: 'closed',
    state: 'done',
    startedAt: at(from),
    endedAt: at(to),
  }))
  const stepId = (key: string): string => steps[STEPS.findIndex(([name]) => name === key)]?.id ?? ''
  const cards = cardsFrom(placeLines(baselineMap), { boardId: ids.board, stepId: stepId('say'), voices, kit })
  const plan = {
    frameBoard: ids.frame,
    conclusionBoard: ids.who,
    frameStep: stepId('frame'),
    levelsStep: stepId('levels'),
    voices,
  }
  const clusters = [
    clusterOf(kit, cards, 'Everybody coordinates, nobody is the coordinator', [
      'Everybody coordinates',
      'I was the messenger',
      'Many helpers came',
      'Each office sent',
    ]),
    clusterOf(kit, cards, 'Too few people, and they leave', [
      'Too few social workers',
      'Posts stay empty',
      'Keeping trained people',
    ]),
  ]
  return [
    sessionRecord(ids),
    labRecord(ids.lab),
    ...voiceRecords,
    ...steps,
    {
      type: 'board',
      id: ids.board,
      order: 'V',
      label: boardWords('board.challengeMap'),
      layout: 'matrix',
      axes: themeAxes(),
    },
    targetBoard(ids.groups),
    ...frameBoards(plan),
    ...frameCards(kit, plan),
    ...cards,
    ...targetCards(kit, ids.groups, voices),
    ...clusters,
    baselineVote(kit, ids.vote, stepId('priorities'), voices, clusters, cards),
    ...baselineOutcomes(kit, ids.vote, voices),
    { type: 'event', id: kit.id(), at: at('07:00'), kind: 'session.started' },
    { type: 'event', id: kit.id(), at: at('09:32'), kind: 'vote.opened', ref: ids.vote },
    { type: 'event', id: kit.id(), at: at('09:44'), kind: 'vote.closed', ref: ids.vote, count: 31 },
    { type: 'event', id: kit.id(), at: at('10:27'), kind: 'session.closed' },
  ]
}

const sessionRecord = (ids: { readonly session: string; readonly lab: string; readonly vote: string }): AnyRecord => ({
  type: 'session',
  id: ids.session,
  title: 'Six countries, one frame',
  labId: ids.lab,
  day: '2026-10-02',
  timeZone: 'Europe/Oslo',
  lang: 'en',
  state: 'closed',
  stage: { view: 'result', voteId: ids.vote },
  k: { room: 3, public: 5 },
  sample: true,
  templateKey: 'baseline',
  createdAt: '2026-09-20T09:00:00Z',
  startedAt: at('07:00'),
  closedAt: at('10:27'),
})

const labRecord = (id: string): AnyRecord => ({
  type: 'lab',
  id,
  name: 'Integrated care baseline',
  organisations: ['Project partners in six countries'],
  partners: ['Norway', 'Latvia', 'Serbia', 'Slovenia', 'Spain', 'Sweden'],
  targetGroup: 'Families in complex circumstances, young people in vulnerable situations, older people.',
  aim: 'Describe the starting point of six labs in one common frame, so that they can be compared.',
  ties: 'The facilitator works for the coordinating university.',
  keepUntil: '2029-12-31',
})

const targetBoard = (id: string): AnyRecord => ({
  type: 'board',
  id,
  order: 'W',
  label: { text: 'Target groups of the labs' },
  layout: 'columns',
  axes: [
    {
      id: 'group',
      label: { text: 'Target group' },
      entries: [
        { id: 'families', label: { text: 'Families in complex circumstances' } },
        { id: 'young', label: { text: 'Young people in vulnerable situations' } },
        { id: 'older', label: { text: 'Older people' } },
      ],
    },
  ],
})

const GROUP_IDS: { readonly [group: string]: string } = {
  'Families in complex circumstances': 'families',
  'Young people in vulnerable situations': 'young',
  'Older people': 'older',
}

const targetCards = (kit: SampleKit, boardId: string, voices: VoiceIds): AnyRecord[] => {
  const rows = frame.trim().split('\n')
  const orders = ordersAfter(null, rows.length)
  return rows.map((row, index): AnyRecord => {
    const [place = '', group = ''] = row.split('|').map((cell) => cell.trim())
    return {
      type: 'card',
      id: kit.id(),
      boardId,
      zone: [GROUP_IDS[group] ?? 'families'],
      order: orders[index] ?? '',
      text: `${place}: ${group.toLowerCase()}`,
      voiceId: voices['researchers'] ?? '',
      place,
      source: 'facilitator',
      held: false,
      revealed: true,
      quote: 'role',
    }
  })
}

const baselineVote = (
  kit: SampleKit,
  id: string,
  stepId: string,
  voices: VoiceIds,
  clusters: readonly AnyRecord[],
  cards: Parameters<typeof cardStarting>[0],
): Vote =>
  withResult(
    kit,
    {
      type: 'vote',
      id,
      order: 'V',
      question: 'Which challenge should the six labs take up together?',
      method: { name: 'ranking', places: 3 },
      options: [
        { id: kit.id(), text: 'Somebody who coordinates', source: { type: 'cluster', id: clusters[0]?.id ?? '' } },
        { id: kit.id(), text: 'Keeping competent staff', source: { type: 'cluster', id: clusters[1]?.id ?? '' } },
        {
          id: kit.id(),
          text: 'Laws that let services work together',
          source: { type: 'card', id: cardStarting(cards, 'Laws on health').id },
        },
        {
          id: kit.id(),
          text: 'Trust between families and workers',
          source: { type: 'card', id: cardStarting(cards, 'We speak about people').id },
        },
        {
          id: kit.id(),
          text: 'Help before the crisis',
          source: { type: 'card', id: cardStarting(cards, 'Money comes when').id },
        },
        {
          id: kit.id(),
          text: 'Digital access for everybody',
          source: { type: 'card', id: cardStarting(cards, 'No internet at home').id },
        },
      ],
      admission: 'open-room',
      channels: ['phone', 'kiosk', 'paper'],
      secret: true,
      keepBallots: false,
      k: { room: 3, public: 5 },
      rounds: [{ id: kit.id(), number: 1, state: 'closed', openedAt: at('09:32'), closedAt: at('09:44') }],
      resultShown: true,
      stepId,
    },
    voices,
    {
      researchers: [7, [6, 4, 5, 5, 4, 3]],
      staff: [6, [5, 9, 3, 4, 2, 1]],
      managers: [5, [6, 8, 4, 1, 3, 1]],
      policymakers: [4, [5, 4, 7, 1, 5, 2]],
      ngos: [5, [4, 1, 3, 7, 6, 5]],
      families: [4, [7, 3, 0.5, 8, 5, 4]],
    },
  )

const baselineOutcomes = (kit: SampleKit, voteId: string, voices: VoiceIds): AnyRecord[] => {
  const voice = (key: string): string => voices[key] ?? ''
  const first = kit.id()
  const made = at('10:15')
  return [
    {
      type: 'decision',
      id: first,
      order: 'D1',
      number: 1,
      kind: 'agreement',
      status: 'agreed',
      wording: 'Every lab tries one named coordinator for a small number of people.',
      rationale: 'It is the one challenge that five of six countries reported and that every voice placed high.',
      behind: { voiceIds: VOICES.map(([key]) => voice(key)), count: 29, of: 31 },
      objections: [
        {
          id: kit.id(),
          text: 'Where staff leave within two years the name will change.',
          voiceId: voice('managers'),
          quote: 'role',
        },
      ],
      evidence: [{ type: 'vote', id: voteId }],
      reviewOn: '2027-04-15',
      madeAt: made,
    },
    {
      type: 'decision',
      id: kit.id(),
      order: 'D2',
      number: 2,
      kind: 'recommendation',
      status: 'agreed',
      wording: 'Let services inside one region read the same file, with the person’s consent.',
      behind: {
        voiceIds: [voice('staff'), voice('managers'), voice('policymakers'), voice('ngos')],
        count: 22,
        of: 31,
      },
      objections: [],
      addressee: 'Regional governments',
      level: 'macro',
      evidence: [{ type: 'vote', id: voteId }],
      reviewOn: '2027-06-01',
      madeAt: made,
    },
    {
      type: 'task',
      id: kit.id(),
      order: 'A',
      text: 'Collect the fifteen headings from each country',
      state: 'done',
      owner: { kind: 'voice', voiceId: voice('researchers') },
      due: '2026-10-30',
      origin: { type: 'decision', id: first },
      history: [
        { at: made, state: 'todo' },
        { at: '2026-10-29T10:00:00Z', state: 'done' },
      ],
    },
    {
      type: 'task',
      id: kit.id(),
      order: 'B',
      text: 'Name the first coordinators',
      state: 'doing',
      owner: { kind: 'voice', voiceId: voice('managers') },
      due: '2026-12-01',
      origin: { type: 'decision', id: first },
      history: [
        { at: made, state: 'todo' },
        { at: '2026-11-05T10:00:00Z', state: 'doing' },
      ],
    },
    {
      type: 'task',
      id: kit.id(),
      order: 'C',
      text: 'Send the recommendation to the regions',
      state: 'todo',
      owner: { kind: 'organisation', name: 'Coordinating university' },
      due: '2026-12-10',
      history: [{ at: made, state: 'todo' }],
    },
    {
      type: 'question',
      id: kit.id(),
      order: 'A',
      kind: 'question',
      text: 'Are people, services and policy all in the room in every country?',
      state: 'open',
      due: '2027-01-31',
    },
    {
      type: 'question',
      id: kit.id(),
      order: 'B',
      kind: 'assumption',
      text: 'What works for twelve families works for older people too.',
      state: 'open',
    },
  ]
}
