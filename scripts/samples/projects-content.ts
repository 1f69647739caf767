/** Innovation projects in child protection, in our own words. Line form: zone | voice | marks | text. */
export const ideas = `
idea | Residents and parents | sq | Invite to the neighbourhood meeting in our languages, and let one of us open it.
idea | Residents and parents | q | Begin with food. Nobody talks well on an empty stomach.
idea | NGOs | q | The rights of the child, drawn by children with disabilities themselves.
idea | Child-welfare workers | q | One page that shows what each of us knows, for new colleagues and old ones.
idea | Child-welfare workers | q | The letter about a decision, written so that a ten-year-old can read it.
idea | Child-welfare workers | | Walk to the first talk instead of sitting across a table.
idea | Managers | q | An hour a week that belongs to trying, in the calendar of the whole team.
idea | University | | A diary of the trial, one line a day, read aloud at the end.
tryOut | NGOs | q | A neighbour who knows the way comes along to the first meeting.
works | Child-welfare workers | q | Children choose where we meet: most choose the swings.
`

export const effort = [
  'Invitation in five languages',
  'Letter that a child can read',
  'Children draw their own rights',
  'One picture of what we all know',
  'New poster in the hallway',
]

/** Of each voice: how many ballots, and [effort, effect] of each idea, 1-5. */
export const efforts: { readonly [voice: string]: readonly [number, readonly (readonly [number, number])[]] } = {
  'Child-welfare workers': [
    11,
    [
      [2, 3.5],
      [2.5, 4.2],
      [4, 4.4],
      [4.2, 3.6],
      [1.2, 1.4],
    ],
  ],
  'Residents and parents': [
    5,
    [
      [1.6, 4.8],
      [2, 3.6],
      [3, 3.8],
      [4.4, 2],
      [1.4, 2.4],
    ],
  ],
  Managers: [
    3,
    [
      [2.6, 3],
      [3, 3.6],
      [4.2, 3.4],
      [3.4, 4],
      [1.2, 1.6],
    ],
  ],
  University: [
    2,
    [
      [2, 3.4],
      [2, 4],
      [3, 4],
      [3.6, 3.4],
      [1.4, 1.8],
    ],
  ],
  NGOs: [
    3,
    [
      [2, 4.2],
      [2.4, 4],
      [3, 4.8],
      [4, 2.6],
      [1.4, 1.4],
    ],
  ],
}

export const projects = [
  {
    card: 'Invite to the neighbourhood',
    title: 'A meeting that neighbours want to come to',
    aim: 'The neighbourhood meeting, held twice a year, draws residents with other cultural backgrounds.',
    targetGroup: 'Families of the district who speak another language at home.',
    partners: ['Neighbourhood association', 'Library', 'Two residents as hosts'],
    to: '2026-11-02',
    state: 'try-out' as const,
    activities:
      'Ask twelve residents at the school gate why they stay away. Hold one small meeting in the yard, then the large one.',
    owner: 'Residents and parents',
  },
  {
    card: 'The rights of the child',
    title: 'The rights of the child, also with a disability',
    aim: 'Children with disabilities say in their own plan what they want to decide themselves.',
    targetGroup: 'Children of 7 to 12 years with a disability, and their case workers.',
    partners: ['Special education service', 'Parents’ association'],
    to: '2026-11-02',
    state: 'try-out' as const,
    activities: 'Six drawing afternoons. The drawing goes to the next meeting about the plan, with the child.',
    owner: 'NGOs',
  },
  {
    card: 'One page that shows',
    title: 'One picture of what we know',
    aim: 'Case workers with little and with long experience share one knowledge model.',
    targetGroup: 'Two teams of case workers.',
    partners: ['University'],
    to: '2026-11-02',
    state: 'idea' as const,
    activities: 'Each worker draws how they decide what to look at first. The team puts the drawings together.',
    owner: 'Child-welfare workers',
  },
]

export const firstTasks = [
  ['Ask twelve residents why they stay away', 'Residents and parents', '2026-09-21'],
  ['Find a room for six drawing afternoons', 'NGOs', '2026-09-18'],
  ['Tell both teams what the trial is for', 'Managers', '2026-09-15'],
] as const

export const shown = `
works | Residents and parents | sq | Nineteen came. The yard was full and somebody brought a drum.
tryOut | NGOs | q | Six children have drawn. Two have used the drawing in their meeting.
tryOut | Child-welfare workers | q | Eleven letters rewritten. A boy said: now I know what I asked for.
idea | University | | Read the diary of the trial aloud to those who were in it.
`

export const learned = `
good | Residents and parents | sq | We opened the meeting. The service sat in the second row.
good | Child-welfare workers | q | The drawing talked when the child would not.
good | NGOs | q | Nobody had to fill in a form to come.
hard | Child-welfare workers | q | We had no time to read what the other team had drawn.
hard | Managers | q | Food and interpreters: I did not know from which money.
hard | Residents and parents | s | Half past four is when we work. We said so twice.
wish | Residents and parents | sq | Twice a year, always in the yard, always one of us first.
wish | University | q | A trial that is stopped in time is a good trial. Write that down.
`

export const nextTasks = [
  ['Two residents as hosts for the spring meeting', 'Residents and parents', '2026-12-10'],
  ['Ask the district for interpreters', 'Managers', '2026-12-01'],
  ['Teach the drawing afternoon to three more workers', 'NGOs', '2027-01-20'],
] as const

export const activities = [
  {
    title: 'Talks at the school gate',
    on: '2026-09-17',
    kind: 'visit' as const,
    people: 12,
    place: 'Primary school',
    text: 'Twelve talks of five minutes. Nine named the hour, two the language, one the chairs.',
  },
  {
    title: 'Small meeting in the yard',
    on: '2026-09-29',
    kind: 'open-door' as const,
    people: 24,
    place: 'Yard of block 4',
    text: 'Soup, three languages, one question: what would you change in this street?',
  },
  {
    title: 'Training: letters that children can read',
    on: '2026-10-13',
    kind: 'training' as const,
    people: 9,
    text: 'A ten-year-old read two letters aloud and stopped where she did not understand.',
  },
]
