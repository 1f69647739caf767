import type { AnyRecord } from '@core/model/records'
import type { SampleKit } from './kit'
import { Play, sampleVoices } from './play'
import * as words from './coordinator-content'

const FAMILIES = 'Families'
const COORDINATORS = 'Coordinating case workers'
const VOLUNTEERS = 'Volunteers and self-help groups'
const EMPLOYERS = 'Employers'
const SCHOOLS = 'School and health'
const POLITICIANS = 'Policymakers'

/** Sixty families with one coordinating case worker each: the first look back, with its figures. */
export const coordinatorSession = (kit: SampleKit): AnyRecord[] => {
  const play = new Play(kit, {
    template: 'follow-up',
    title: 'Sixty families, two years on',
    day: '2026-10-13',
    from: '07:00',
    timeZone: 'Europe/Copenhagen',
    lab: {
      type: 'lab',
      id: kit.id(),
      name: 'One coordinating case worker',
      country: 'Denmark',
      organisations: ['Municipality: work and family'],
      partners: ['Volunteer centre', 'Self-help groups', 'Local employers', 'Two schools'],
      targetGroup: 'Sixty families with several helpers, their networks, and those who help them.',
      aim: 'Problems are named with the family, solutions are found together, one worker holds the thread.',
      authors: ['The lab group'],
      ties: 'The facilitator is head of the coordinating case workers.',
      keepUntil: '2029-12-31',
      esn: {
        themes: ['children-families', 'integrated-care', 'labour-market'],
        principles: [4, 9, 11],
        statuses: ['consolidation'],
        context: 'Families had up to nine case workers, each with a plan of their own.',
        objectives: ['One case worker for the whole family', 'A link to work or education', 'Children back at school'],
      },
    },
    voices: sampleVoices(kit, [
      ['boards:voice.families', 1, 'micro', 10],
      [COORDINATORS, 2, 'meso', 6],
      [VOLUNTEERS, 6, 'micro', 5],
      [EMPLOYERS, 3, 'meso', 3],
      ['boards:voice.schoolHealth', 4, 'meso', 4],
      ['boards:voice.policymakers', 5, 'macro', 2],
    ]),
    present: {
      [FAMILIES]: 9,
      [COORDINATORS]: 6,
      [VOLUNTEERS]: 4,
      [EMPLOYERS]: 3,
      [SCHOOLS]: 4,
      [POLITICIANS]: 1,
    },
  })
  play.hold([
    [18, () => indicators(play)],
    [24, (stepId) => void play.say('sort', words.since, stepId)],
    [16, (stepId) => void play.say('questions', words.unknown, stepId)],
    [13, () => priorities(play)],
    [15],
    [27, (stepId) => void play.say('ideas', words.ideas, stepId)],
    [28, () => outcomes(play)],
    [10, () => liveWith(play)],
    [9],
    [
      5,
      () =>
        play.pulse(
          {
            heard: [
              [0, 1, 4, 9, 6],
              [0, 0, 1, 2, 2],
            ],
            clear: [
              [0, 1, 5, 10, 4],
              [0, 0, 1, 3, 1],
            ],
            again: [
              [0, 0, 2, 8, 10],
              [0, 0, 0, 2, 3],
            ],
          },
          ['The figures were ours for once.'],
        ),
    ],
  ])
  return play.records()
}

const indicators = (play: Play): void => {
  for (const { measurements, ...indicator } of words.indicators) {
    const id = play.kit.id()
    play.run('indicator.add', { id, ...indicator })
    for (const measurement of measurements) play.run('indicator.measure', { id, ...measurement })
  }
}

const priorities = (play: Play): void => {
  const option = (text: string, beginning: string) => ({
    id: play.kit.id(),
    text,
    source: { type: 'card' as const, id: play.card(beginning).id },
  })
  play.vote(
    'What should we work on next?',
    [
      option('The months after the help ends', 'When she is gone'),
      option('One worker also at eighteen', 'My son turned eighteen'),
      option('Short weeks at work first', 'Fifteen hours'),
      option('School calls in time', 'The school rings'),
      option('Fewer families for each worker', 'Twelve families'),
    ],
    {
      [FAMILIES]: [9, [9, 7, 3, 4, 2]],
      [COORDINATORS]: [6, [4, 5, 2, 2, 9]],
      [VOLUNTEERS]: [4, [8, 3, 2, 2, 1]],
      [EMPLOYERS]: [3, [2, 2, 9, 1, 1]],
      [SCHOOLS]: [4, [3, 6, 1, 8, 2]],
      [POLITICIANS]: [1, [3, 3, 4, 2, 2]],
    },
  )
}

/** Can everybody live with it: asked of the two agreements as they stand. */
const liveWith = (play: Play): void => {
  const decisions = [...play.view.decision.values()].filter(({ wording }) => /^(The coord|Let a family)/.test(wording))
  const id = play.vote(
    'Can you live with what we agreed?',
    decisions.map(({ id, wording }) => ({ id: play.kit.id(), text: wording, source: { type: 'decision', id } })),
    {
      [FAMILIES]: [9, [7, 9]],
      [COORDINATORS]: [6, [5, 8]],
      [VOLUNTEERS]: [4, [4, 9]],
      [EMPLOYERS]: [3, [4, 8]],
      [SCHOOLS]: [4, [4, 8]],
      [POLITICIANS]: [1, [4, 8]],
    },
    {
      quorum: 60,
      reasons: [
        'Six months of calls for everybody is more than we have hours for. Begin with those who ask for it.',
        'I can live with it if somebody says what may be left undone instead.',
      ],
    },
  )
  const { cast = 0, overall } = play.view.vote.get(id)?.rounds[0]?.result ?? {}
  for (const [at, decision] of decisions.entries()) {
    const behind = { ...decision.behind, count: overall?.rows[at]?.[0] ?? 0, of: cast }
    // With as many objections it goes back to the table before it is agreed.
    const open = (overall?.rows[at]?.[2] ?? 0) > 2
    const evidence = [{ type: 'vote' as const, id }]
    play.run('decision.update', { id: decision.id, behind, evidence, ...(open ? { status: 'proposed' } : {}) })
  }
}

const outcomes = (play: Play): void => {
  const by = (name: string) => ({ kind: 'voice', voiceId: play.voice(name) }) as const
  const after = play.kit.id()
  const most = [FAMILIES, COORDINATORS, VOLUNTEERS, SCHOOLS].map((name) => play.voice(name))
  play.run('decision.add', {
    id: after,
    wording: 'The coordinating case worker rings for six months after the help has ended.',
    rationale: 'Families and volunteers put it first: what was won is lost in the first winter.',
    behind: { voiceIds: most, count: 23, of: 27 },
    objections: [
      {
        id: play.kit.id(),
        text: 'Every call is time that a new family does not get.',
        voiceId: play.voice(COORDINATORS),
        quote: 'role',
      },
    ],
    owner: by(COORDINATORS),
    reviewOn: '2027-04-13',
    status: 'agreed',
  })
  const eighteen = play.kit.id()
  play.run('decision.add', {
    id: eighteen,
    kind: 'recommendation',
    wording: 'Let a family keep its coordinating case worker when a child turns eighteen.',
    rationale: 'At eighteen another office takes over, and the thread is cut in the week of the birthday.',
    behind: { voiceIds: [...most, play.voice(EMPLOYERS)], count: 25, of: 27 },
    addressee: 'Municipal council, committee for work and family',
    level: 'macro',
    reply: {
      text: 'Agreed for two years, for the families of the lab. The committee wants the figures each spring.',
      on: '2026-11-10',
      outcome: 'accepted',
    },
    reviewOn: '2027-03-01',
    status: 'agreed',
  })
  for (const [text, owner, due, state] of words.tasks) {
    const origin = { type: 'decision' as const, id: text.startsWith('Write down') ? eighteen : after }
    play.run('task.add', { id: play.kit.id(), text, owner: by(owner), due, state, origin })
  }
  for (const [kind, text, owner, due] of words.questions)
    play.run('question.add', { id: play.kit.id(), kind, text, owner: by(owner), due })
  for (const activity of words.activities) play.run('activity.add', { id: play.kit.id(), ...activity })
}
