/** One coordinating case worker for a family: the figures are public, every sentence is ours. zone | voice | marks | text */
export const since = `
good | Families | sq | I know her number by heart. That never happened to me with an office.
good | Families | sq | My son serves ice cream on Saturdays. He gets up by himself.
good | Families | q | We wrote the plan at our table. I crossed out one sentence and nobody was offended.
good | Volunteers and self-help groups | q | The Thursday group has three mothers who lead it themselves.
good | Employers | q | I took two parents for a try. One has been here for fourteen months.
good | School and health | q | One person to ring. I ring earlier because of it.
hard | Families | sq | When she is gone in spring, who picks up the telephone?
hard | Families | sq | My son turned eighteen and got three new case workers for his birthday.
hard | Coordinating case workers | q | Twelve families are what one of us can carry. We have fifteen.
hard | School and health | q | The school rings when a child is missing for a week. It should be two days.
hard | Employers | | Fifteen hours are a good beginning. The rules want thirty.
wish | Families | q | Meet the others again, also when I need nothing.
wish | Volunteers and self-help groups | sq | A little money for coffee that nobody has to apply for.
wish | Policymakers | | Figures that I can show, and one family that I may quote.
`

export const unknown = `
question | Coordinating case workers | q | Does it last when the help has ended?
question | Employers | q | Who do I ring when somebody does not come on Monday?
assumption | Policymakers | | We think that it costs less after three years.
assumption | School and health | q | We think that children come to school because the parents sleep better.
found | Families | sq | The spare-time job was the first thing that my daughter chose herself.
`

export const ideas = `
idea | Employers | q | A trial week with no papers to fill in.
idea | Families | sq | Two parents who know the way go along to the first meeting at school.
tryOut | Volunteers and self-help groups | q | A telephone evening: volunteers ring families who left the lab.
tryOut | School and health | q | Ring on the second day, not on the fifth.
works | Families | sq | A Saturday at work for the whole class, so that nobody stands out.
daily | Coordinating case workers | q | The plan is written at home, by hand, and photographed.
`

export const indicators = [
  {
    name: 'Parents with a link to work or education',
    unit: '%',
    better: 'up' as const,
    source: 'Of the parents of sixty families who had none at the start; counted by the case workers',
    baseline: { value: 0, on: '2024-09-01' },
    target: { value: 40, on: '2026-09-30' },
    measurements: [
      { value: 12, on: '2025-03-31' },
      { value: 27, on: '2025-12-31' },
      { value: 42, on: '2026-09-30', note: 'About 42 %' },
    ],
  },
  {
    name: 'School absence of the children',
    unit: '%',
    better: 'down' as const,
    source: 'Registers of the schools',
    baseline: { value: 17, on: '2024-09-01' },
    target: { value: 12, on: '2026-06-30' },
    measurements: [
      { value: 15, on: '2025-01-31' },
      { value: 13, on: '2025-09-30' },
      { value: 10, on: '2026-06-30' },
    ],
  },
  {
    name: 'Young people of 13 to 18 with a spare-time job',
    unit: '%',
    better: 'up' as const,
    source: 'Told by the families',
    baseline: { value: 0, on: '2024-09-01' },
    target: { value: 30, on: '2026-09-30' },
    measurements: [
      { value: 18, on: '2025-09-30' },
      { value: 40, on: '2026-09-30' },
    ],
  },
]

export const tasks = [
  [
    'List of families who leave before summer, with a date for the first call',
    'Coordinating case workers',
    '2026-11-15',
    'todo',
  ],
  ['Telephone evening once a month', 'Volunteers and self-help groups', '2026-11-05', 'doing'],
  [
    'Write down what happened in the week of the eighteenth birthday, in three families',
    'Families',
    '2026-11-30',
    'todo',
  ],
  ['Ring on the second day of absence', 'School and health', '2026-10-20', 'doing'],
  ['Two trial weeks before Christmas', 'Employers', '2026-12-10', 'todo'],
] as const

export const questions = [
  ['question', 'Does it last when the help has ended?', 'Coordinating case workers', '2027-04-13'],
  ['assumption', 'It costs less after three years.', 'Policymakers', '2027-03-01'],
] as const

export const activities = [
  {
    title: 'Saturday at work',
    on: '2026-09-12',
    kind: 'open-door' as const,
    people: 31,
    place: 'Four shops and a garage',
    text: 'Young people of the lab and their classmates tried a job for a day. Nobody had to say why they came.',
  },
  {
    title: 'Self-help group: ten Thursdays',
    on: '2026-09-24',
    kind: 'meeting' as const,
    people: 14,
    place: 'Volunteer centre',
    text: 'Led by three mothers. The case workers came only to the first evening.',
  },
  {
    title: 'Training with the schools',
    on: '2026-10-01',
    kind: 'training' as const,
    people: 17,
    text: 'How to ring a home so that the call is not a complaint.',
  },
]
