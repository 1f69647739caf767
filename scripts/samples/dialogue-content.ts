/** A dialogue in rounds, in our own words. Line form: entry | voice | marks | text (s spoken, q by role, p paper). */
export const goodLife = `
good | Families | sq | A good year is one in which the same person rang us from January to December.
good | Families | sq | A good life is an ordinary Saturday: pancakes, football, nobody visits with a folder.
good | Families | q | She came to the school play. It was not her job.
good | Families | pq | The family room, where my boys may be loud.
good | Families | s | I can laugh about it with the other mothers. Only they know.
hard | Families | sq | They had decided before we sat down. Then they asked what we think.
hard | Families | sq | Waiting is hard. Waiting without knowing is worse.
hard | Families | q | My daughter says: you only talk about my brother.
hard | Families | sq | Three plans, three signatures, and nobody reads them to us.
hard | Families | p | I am tired of being strong in every meeting.
hard | Families | s | When I cried they ended the meeting early and called it caring.
wish | Families | sq | Ask us first, then talk among yourselves.
wish | Families | q | Tell me also when there is no news.
wish | Families | sq | One evening a month for my other children and me.
wish | Families | pq | That my son learns to cycle, and somebody has time to run beside him.
`

export const released = [
  'A good year',
  'A good life is',
  'They had decided',
  'Waiting is hard',
  'My daughter',
  'Three plans',
  'One evening a month',
] as const

export const recognised = `
staff | Front-line staff | q | I prepare so well that there is nothing left to decide.
staff | Front-line staff | q | I do not ring when I have no news, since I am ashamed of it.
staff | Front-line staff | q | I know the file of the brother by heart. I would have to look up the sister’s name.
staff | Front-line staff | | We change worker at school age because the list says so.
`

/** Beginning of the statement | voice | marks | text. */
export const staffAnswers = `
They had decided | Front-line staff | q | We meet before the meeting to look united. From the family’s chair it looks closed.
They had decided | Front-line staff | q | We can begin with an empty sheet. It will take ten minutes more.
Waiting is hard | Front-line staff | q | Nobody stops us from writing every second week. We never thought that no news is news.
A good year | Front-line staff | q | Most of us would rather stay with a family. The lists move us.
My daughter | Front-line staff | | We are paid for one child at a time. We could still ask about the others.
Three plans | Front-line staff | q | We write three plans because three laws ask for them. We do not read them either.
`

export const staffReleased = ['We meet before', 'Nobody stops us', 'Most of us', 'We write three plans'] as const

export const managersRecognise = `
managers | Managers | q | We count meetings that were held, not what was said first.
managers | Managers | q | The lists of cases were made when the service was new. Nobody asked since.
managers | Managers | | I have not sat in a family’s meeting for six years.
`

export const managerAnswers = `
A good year | Managers | q | We can keep a worker with a family. What hinders us is our own list.
Most of us | Managers | q | You are right: we move you for the sake of order. We will change the order.
They had decided | Managers | q | We asked you to be quick and united. We can ask for something else.
We write three plans | Managers | q | The law is not ours. We can ask for a trial and say why.
Three plans | Managers | q | Until then one front page for all three, in the family’s words.
`

export const managersReleased = ['We can keep', 'You are right', 'The law is not ours'] as const
