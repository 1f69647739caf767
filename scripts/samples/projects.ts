import type { AnyRecord } from '@core/model/records'
import type { ProjectState } from '@core/model/work'
import type { SampleKit } from './kit'
import { Play, sampleVoices } from './play'
import * as words from './projects-content'

const WORKERS = 'Child-welfare workers'
const RESIDENTS = 'Residents and parents'
const MANAGERS = 'Managers'
const TEACHERS = 'University'
const NGOS = 'NGOs'

/** Small innovation projects of a course: begun in one meeting, looked at again after eight weeks. */
export const projectSessions = (kit: SampleKit): AnyRecord[][] => {
  const first = ideasMeeting(kit)
  return [first.records(), review(kit, first).records()]
}

const ideasMeeting = (kit: SampleKit): Play => {
  const play = new Play(kit, {
    template: 'ideas',
    title: 'What could we try where we work?',
    day: '2026-09-08',
    from: '07:30',
    timeZone: 'Europe/Oslo',
    lab: {
      type: 'lab',
      id: kit.id(),
      name: 'Innovation projects in child protection',
      country: 'Norway',
      organisations: ['University: master’s course in child welfare'],
      partners: ['Four municipalities', 'Neighbourhood association'],
      targetGroup: 'Children and parents in contact with child protection, and those who work with them.',
      aim: 'Many small trials with an end, each with the people it is for.',
      authors: ['Students and teachers of the course'],
      ties: 'The facilitator marks the students’ papers; the trials are not marked.',
      keepUntil: '2029-06-30',
      esn: {
        themes: ['children-families', 'workforce'],
        principles: [3, 11, 17],
        statuses: ['concept'],
        objectives: ['Try small things with residents and children', 'Learn from what did not work'],
      },
    },
    voices: sampleVoices(kit, [
      [WORKERS, 2, 'meso', 11],
      [RESIDENTS, 1, 'micro', 6],
      ['boards:voice.managers', 3, 'meso', 3],
      [TEACHERS, 7, 'macro', 2],
      ['boards:voice.ngos', 6, 'meso', 3],
    ]),
    present: { [WORKERS]: 11, [RESIDENTS]: 5, [MANAGERS]: 3, [TEACHERS]: 2, [NGOS]: 3 },
  })
  play.hold([
    [6],
    [44, (stepId) => void play.say('ideas', words.ideas, stepId)],
    [14],
    [
      22,
      () => {
        play.vote(
          'How much effort does it take, and how much would it change?',
          words.effort.map((text) => ({ id: kit.id(), text })),
          words.efforts,
        )
      },
    ],
    [11],
    [
      14,
      () => {
        const option = (text: string, beginning: string) => ({
          id: kit.id(),
          text,
          source: { type: 'card' as const, id: play.card(beginning).id },
        })
        play.vote(
          'What should we work on first?',
          [
            option('A meeting that neighbours want to come to', 'Invite to the neighbourhood'),
            option('The child’s rights, also with a disability', 'The rights of the child'),
            option('One picture of what we know', 'One page that shows'),
            option('A letter that a child can read', 'The letter about a decision'),
          ],
          {
            [WORKERS]: [11, [5, 6, 8, 4]],
            [RESIDENTS]: [5, [9, 4, 1, 6]],
            [MANAGERS]: [3, [4, 4, 6, 2]],
            [TEACHERS]: [2, [3, 5, 5, 2]],
            [NGOS]: [3, [7, 6, 1, 3]],
          },
        )
      },
    ],
    [29, () => beginProjects(play)],
    [
      5,
      () =>
        play.pulse(
          {
            heard: [
              [0, 1, 4, 8, 5],
              [0, 0, 1, 2, 1],
            ],
            clear: [
              [0, 2, 5, 8, 3],
              [0, 0, 1, 2, 1],
            ],
            again: [
              [0, 0, 3, 7, 8],
              [0, 0, 0, 1, 3],
            ],
          },
          ['Next time in the community house, please.'],
        ),
    ],
  ])
  return play
}

type Draft = {
  readonly card: string
  readonly title: string
  readonly aim: string
  readonly targetGroup: string
  readonly partners: string[]
  readonly to: string
  readonly state: ProjectState
  readonly activities: string
  readonly owner: string
}

const beginProjects = (play: Play): void => {
  const ids = words.projects.map((draft: Draft) => {
    const id = play.kit.id()
    play.run('project.add', {
      id,
      cardId: play.card(draft.card).id,
      title: draft.title,
      aim: draft.aim,
      targetGroup: draft.targetGroup,
      partners: draft.partners,
      from: '2026-09-14',
      to: draft.to,
      state: draft.state,
      activities: draft.activities,
      owner: { kind: 'voice', voiceId: play.voice(draft.owner) },
    })
    return id
  })
  const residents = play.kit.id()
  play.run('indicator.add', {
    id: residents,
    name: 'Residents with another first language at the neighbourhood meeting',
    unit: 'people',
    better: 'up',
    source: 'Counted at the door by the neighbourhood association',
    baseline: { value: 3, on: '2026-04-21' },
    target: { value: 15, on: '2026-10-20' },
  })
  play.run('project.update', { id: ids[0] ?? '', indicatorIds: [residents] })
  const agreed = play.kit.id()
  play.run('decision.add', {
    id: agreed,
    wording: 'Three trials of eight weeks. Each has two people from outside the service in it.',
    rationale: 'What is tried without the people it is for teaches us only about ourselves.',
    behind: { voiceIds: [WORKERS, RESIDENTS, MANAGERS, NGOS].map((name) => play.voice(name)), count: 22, of: 24 },
    objections: [
      {
        id: play.kit.id(),
        text: 'Eight weeks are short for people who come once in half a year.',
        voiceId: play.voice(RESIDENTS),
        quote: 'role',
      },
    ],
    reviewOn: '2026-11-03',
    status: 'agreed',
  })
  for (const [text, owner, due] of words.firstTasks)
    play.run('task.add', {
      id: play.kit.id(),
      text,
      owner: { kind: 'voice', voiceId: play.voice(owner) },
      due,
      origin: { type: 'decision', id: agreed },
    })
  play.run('question.add', {
    id: play.kit.id(),
    kind: 'assumption',
    text: 'People stay away because of the language, not because of the hour.',
    owner: { kind: 'voice', voiceId: play.voice(NGOS) },
    due: '2026-10-20',
  })
}

const review = (kit: SampleKit, before: Play): Play => {
  const play = new Play(kit, {
    template: 'project-review',
    title: 'Eight weeks later',
    day: '2026-11-03',
    from: '08:30',
    timeZone: 'Europe/Oslo',
    previous: before.view,
    present: { [WORKERS]: 10, [RESIDENTS]: 6, [MANAGERS]: 3, [TEACHERS]: 2, [NGOS]: 2 },
  })
  play.hold([
    [16, () => answerTasks(play)],
    [43, (stepId) => void play.say('ideas', words.shown, stepId)],
    [24, (stepId) => void play.say('sort', words.learned, stepId)],
    [15],
    [13, () => void goOn(play)],
    [21],
    [19, () => conclude(play)],
    [5],
    [
      6,
      () =>
        play.pulse(
          {
            heard: [
              [0, 0, 3, 8, 7],
              [0, 0, 0, 2, 2],
            ],
            clear: [
              [0, 1, 3, 9, 5],
              [0, 0, 1, 2, 1],
            ],
            again: [
              [0, 0, 1, 7, 10],
              [0, 0, 0, 1, 3],
            ],
          },
          ['I brought my neighbour this time.'],
        ),
    ],
  ])
  return play
}

const answerTasks = (play: Play): void => {
  const answers = ['done', 'going-on', 'done'] as const
  for (const [index, task] of [...play.view.task.values()].entries())
    play.run('task.update', { id: task.id, review: answers[index % answers.length] ?? 'done' })
}

const projectTitled = (play: Play, beginning: string): string =>
  [...play.view.project.values()].find(({ title }) => title.startsWith(beginning))?.id ?? ''

const goOn = (play: Play): string =>
  play.vote(
    'Which projects should go on?',
    ['A meeting', 'The rights', 'One picture'].map((beginning) => {
      const project = play.view.project.get(projectTitled(play, beginning))
      return { id: play.kit.id(), text: project?.title ?? beginning }
    }),
    {
      [WORKERS]: [10, [7, 9, 3]],
      [RESIDENTS]: [6, [10, 6, 1]],
      [MANAGERS]: [3, [5, 7, 4]],
      [TEACHERS]: [2, [7, 8, 3]],
      [NGOS]: [2, [8, 9, 2]],
    },
    { invalid: 5 },
  )

/** Asked in the room, and answered by hand. */
const inSpring = (play: Play): string => {
  const question = 'Do we meet in the yard again in spring?'
  const options = ['Yes, in April', 'Yes, in June', 'Not again this year'].map((text) => ({ id: play.kit.id(), text }))
  const id = play.kit.id()
  play.run('vote.add', { id, question, options, channels: ['hands'], method: { name: 'dots', budget: 1, cap: 1 } })
  return play.hands(question, {
    [WORKERS]: [[5], [4], [1]],
    [RESIDENTS]: [[5], [1], [0]],
    [MANAGERS]: [[1], [2], [0]],
    [TEACHERS]: [[1], [1], [0]],
    [NGOS]: [[1], [1], [0]],
  })
}

const conclude = (play: Play): void => {
  inSpring(play)
  const meeting = projectTitled(play, 'A meeting')
  const indicator = [...play.view.indicator.keys()][0] ?? ''
  play.run('indicator.measure', { id: indicator, value: 11, on: '2026-09-29', note: 'Small meeting in the yard' })
  play.run('indicator.measure', { id: indicator, value: 19, on: '2026-10-20', note: 'With food and three languages' })
  play.run('project.update', {
    id: meeting,
    state: 'works',
    results: 'Nineteen came, eleven of them for the first time. The hour mattered more than the language.',
  })
  play.run('project.update', {
    id: projectTitled(play, 'The rights'),
    results: 'Six children drew what they may decide. Two of them changed their plan with the drawing in hand.',
  })
  play.run('project.update', {
    id: projectTitled(play, 'One picture'),
    state: 'stopped',
    results: 'Stopped after five weeks: nobody found the time to read what the others had drawn. Begin with one team.',
  })
  for (const question of play.view.question.values())
    play.run('question.update', {
      id: question.id,
      state: 'answered',
      answer: 'The hour mattered more. At five o’clock people are at work or fetch children.',
    })
  const food = play.kit.id()
  play.run('decision.add', {
    id: food,
    wording: 'The neighbourhood meeting is held in the yard, at half past six, with food and interpreters.',
    rationale: 'Nineteen people came. A resident opened the meeting, not the service.',
    behind: { voiceIds: [WORKERS, RESIDENTS, TEACHERS, NGOS].map((name) => play.voice(name)), count: 17, of: 23 },
    objections: [
      {
        id: play.kit.id(),
        text: 'Interpreters are in nobody’s budget after June.',
        voiceId: play.voice(MANAGERS),
        quote: 'role',
      },
    ],
    owner: { kind: 'voice', voiceId: play.voice(RESIDENTS) },
    reviewOn: '2027-05-01',
    status: 'agreed',
  })
  play.run('decision.add', {
    id: play.kit.id(),
    kind: 'recommendation',
    wording: 'Put interpreters for open meetings into the budget of the district.',
    behind: { voiceIds: [WORKERS, RESIDENTS, NGOS].map((name) => play.voice(name)), count: 18, of: 23 },
    addressee: 'District council',
    level: 'meso',
    reviewOn: '2027-01-15',
    status: 'agreed',
  })
  for (const [text, owner, due] of words.nextTasks)
    play.run('task.add', {
      id: play.kit.id(),
      text,
      owner: { kind: 'voice', voiceId: play.voice(owner) },
      due,
      origin: { type: 'decision', id: food },
    })
  for (const activity of words.activities) play.run('activity.add', { id: play.kit.id(), ...activity })
}
