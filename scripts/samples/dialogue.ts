import type { AnyRecord } from '@core/model/records'
import type { SampleKit } from './kit'
import { Play, sampleVoices } from './play'
import * as words from './dialogue-content'

const FAMILIES = 'Families'
const STAFF = 'Front-line staff'
const MANAGERS = 'Managers'
const ZONE = 'Europe/Oslo'

/** Three rounds of one dialogue: eight families, then staff, then managers. Some statements are still unanswered. */
export const dialogueSessions = (kit: SampleKit): AnyRecord[][] => {
  const families = familyRound(kit)
  const staff = staffRound(kit, families)
  return [families.records(), staff.records(), managerRound(kit, staff).records()]
}

const familyRound = (kit: SampleKit): Play => {
  const play = new Play(kit, {
    template: 'bikva-users',
    title: 'A good life, told by eight families',
    day: '2026-08-25',
    from: '15:00',
    timeZone: ZONE,
    lab: {
      type: 'lab',
      id: kit.id(),
      name: 'Quality of life, led by families',
      country: 'Norway',
      organisations: ['Municipality: children, young people and family'],
      partners: ['University', 'Families’ network'],
      targetGroup: 'Up to eight families with long experience of services in one municipality.',
      aim: 'Families say what a good life is; staff and managers answer them, round by round.',
      authors: ['The lab group'],
      ties: 'The facilitator worked in the family service of the municipality until two years ago.',
      keepUntil: '2028-06-30',
    },
    voices: sampleVoices(kit, [
      ['boards:voice.families', 1, 'micro', 8],
      ['boards:voice.staff', 2, 'meso', 0],
      ['boards:voice.managers', 3, 'meso', 0],
    ]),
    present: { [FAMILIES]: 8 },
  })
  play.hold([
    [14],
    [46, (stepId) => void play.say('sort', words.goodLife, stepId)],
    [28],
    [15],
    [
      11,
      () => {
        const option = (text: string, beginning: string) => ({
          id: kit.id(),
          text,
          source: { type: 'card' as const, id: play.card(beginning).id },
        })
        play.vote(
          'Which of these matter most to you?',
          [
            option('Somebody who stays', 'A good year'),
            option('Being asked first', 'They had decided'),
            option('An ordinary Saturday', 'A good life is'),
            option('Not waiting without knowing', 'Waiting is hard'),
            option('A break for my other children', 'My daughter'),
          ],
          { [FAMILIES]: [8, [9, 6, 5, 7, 3]] },
        )
      },
    ],
    [24, () => play.release(...words.released)],
    [9],
    [
      5,
      () =>
        play.pulse(
          {
            heard: [
              [0, 0, 1, 2, 3],
              [0, 0, 0, 1, 1],
            ],
            safe: [
              [0, 1, 1, 2, 2],
              [0, 0, 0, 1, 1],
            ],
            again: [
              [0, 0, 0, 2, 4],
              [0, 0, 0, 0, 2],
            ],
          },
          ['It was good that nobody answered back.'],
        ),
    ],
  ])
  return play
}

/** `to | voice | marks | text`: an answer to the statement that begins so. */
const answer = (play: Play, content: string, entry: string, stepId: string): void => {
  for (const line of content.trim().split('\n')) {
    const [to = '', voice = '', marks = '', text = ''] = line.split('|').map((cell) => cell.trim())
    play.run('statement.answer', {
      statementId: play.statement(to),
      cardId: play.kit.id(),
      linkId: play.kit.id(),
      boardId: play.board('bikva'),
      zone: [entry],
      text,
      voiceId: play.voice(voice),
      stepId,
      quote: marks.includes('q') ? 'role' : 'none',
      spoken: false,
    })
  }
}

const staffRound = (kit: SampleKit, before: Play): Play => {
  const play = new Play(kit, {
    template: 'bikva-staff',
    title: 'What staff say to it',
    day: '2026-09-22',
    from: '10:00',
    timeZone: ZONE,
    previous: before.view,
    present: { [STAFF]: 9 },
  })
  play.run('voice.update', { id: play.voice(STAFF), expected: 10 })
  play.hold([
    [10],
    [4],
    [27],
    [19, (stepId) => void play.say('bikva', words.recognised, stepId)],
    [38, (stepId) => answer(play, words.staffAnswers, 'staff', stepId)],
    [15],
    [31, () => staffPromises(play)],
    [14, () => play.release(...words.staffReleased)],
    [10],
    [
      5,
      () =>
        play.pulse(
          {
            heard: [
              [0, 1, 2, 3, 1],
              [0, 0, 0, 1, 1],
            ],
            learned: [
              [0, 0, 1, 4, 2],
              [0, 0, 0, 1, 1],
            ],
            clear: [
              [0, 1, 2, 3, 1],
              [0, 0, 1, 1, 0],
            ],
            again: [
              [0, 0, 2, 3, 2],
              [0, 0, 1, 1, 0],
            ],
          },
          ['Hard to read, and right.'],
        ),
    ],
  ])
  return play
}

const staffPromises = (play: Play): void => {
  const staff = { kind: 'voice', voiceId: play.voice(STAFF) } as const
  const decision = play.kit.id()
  play.run('decision.add', {
    id: decision,
    wording: 'Whoever opens a meeting asks the family first, and writes down their words before ours.',
    rationale: 'It costs nothing, and it is what five of eight families asked for.',
    behind: { voiceIds: [play.voice(STAFF)], count: 9, of: 9 },
    owner: staff,
    evidence: [{ type: 'statement', id: play.statement('They had decided') }],
    reviewOn: '2026-12-01',
    status: 'agreed',
  })
  play.run('task.add', {
    id: play.kit.id(),
    text: 'Change the form for meetings: the family’s words stand on top',
    owner: staff,
    due: '2026-10-15',
    origin: { type: 'decision', id: decision },
  })
  play.run('task.add', {
    id: play.kit.id(),
    text: 'Send a message every second week to families who wait, also when there is no news',
    owner: staff,
    due: '2026-10-01',
    origin: { type: 'statement', id: play.statement('Waiting is hard') },
  })
  play.run('question.add', {
    id: play.kit.id(),
    kind: 'question',
    text: 'May we keep the same worker when the child changes school?',
    owner: { kind: 'voice', voiceId: play.voice(MANAGERS) },
    due: '2026-10-20',
  })
}

const managerRound = (kit: SampleKit, before: Play): Play => {
  const play = new Play(kit, {
    template: 'bikva-managers',
    title: 'What managers answer',
    day: '2026-10-20',
    from: '10:00',
    timeZone: ZONE,
    previous: before.view,
    present: { [MANAGERS]: 6 },
  })
  play.run('voice.update', { id: play.voice(MANAGERS), expected: 6 })
  for (const task of play.view.task.values()) {
    const waits = task.text.startsWith('Send')
    play.run('task.update', {
      id: task.id,
      review: waits ? 'going-on' : 'done',
      progress: waits ? '11 of 14 families' : null,
    })
  }
  play.hold([
    [9],
    [8],
    [29],
    [18, (stepId) => void play.say('bikva', words.managersRecognise, stepId)],
    [36, (stepId) => answer(play, words.managerAnswers, 'managers', stepId)],
    [16],
    [33, () => managerPromises(play)],
    [12, () => play.release(...words.managersReleased)],
    [8],
    [
      6,
      () =>
        play.pulse(
          {
            heard: [
              [0, 0, 1, 3, 1],
              [0, 0, 0, 1, 0],
            ],
            learned: [
              [0, 0, 0, 3, 2],
              [0, 0, 0, 0, 1],
            ],
            clear: [
              [0, 0, 1, 2, 2],
              [0, 0, 0, 1, 0],
            ],
          },
          [],
        ),
    ],
  ])
  return play
}

const managerPromises = (play: Play): void => {
  const managers = { kind: 'voice', voiceId: play.voice(MANAGERS) } as const
  const stays = play.kit.id()
  play.run('decision.add', {
    id: stays,
    wording: 'A family keeps its worker for two years, also when the child changes school or service.',
    rationale: 'Families named it first. It needs other lists of cases, not other money.',
    behind: { voiceIds: [play.voice(MANAGERS)], count: 5, of: 6 },
    objections: [
      {
        id: play.kit.id(),
        text: 'Then somebody will have the heavy cases for two years. That must be shared.',
        voiceId: play.voice(MANAGERS),
        quote: 'role',
      },
    ],
    owner: managers,
    evidence: [{ type: 'statement', id: play.statement('A good year') }],
    reviewOn: '2027-04-20',
    status: 'agreed',
  })
  play.run('decision.add', {
    id: play.kit.id(),
    kind: 'recommendation',
    wording: 'Let a family plan replace the three separate plans that the law asks for.',
    rationale: 'Staff and families both said that three plans are no plan. The municipality may not decide this.',
    behind: { voiceIds: [play.voice(MANAGERS)], count: 6, of: 6 },
    evidence: [{ type: 'statement', id: play.statement('Three plans') }],
    addressee: 'Directorate for children and family affairs',
    level: 'macro',
    reply: {
      text: 'A trial in two municipalities can be asked for from January. The rule itself is looked at next year.',
      on: '2026-11-12',
      outcome: 'partly',
    },
    reviewOn: '2027-02-01',
    status: 'agreed',
  })
  play.run('task.add', {
    id: play.kit.id(),
    text: 'New lists of cases, so that nobody has more than three heavy ones',
    owner: managers,
    due: '2026-12-15',
    origin: { type: 'decision', id: stays },
  })
  play.run('task.add', {
    id: play.kit.id(),
    text: 'Bring the answers back to the eight families, with coffee',
    owner: managers,
    due: '2026-11-24',
  })
}
