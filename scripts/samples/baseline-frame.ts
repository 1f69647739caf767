import { ordersAfter } from '@core/change/order'
import type { AnyRecord } from '@core/model/records'
import { TOPIC_GROUPS } from '@core/model/topics'
import type { SampleKit, VoiceIds } from './kit'
import { boardWords } from './kit'

const COUNTRIES = ['Norway', 'Latvia', 'Serbia', 'Slovenia', 'Spain', 'Sweden'] as const

/** heading | country | voice | text; what a country did not report stays empty. */
const frame = `
welfare | Norway | researchers | Universal: services belong to everybody, taxes pay for them.
welfare | Latvia | researchers | Insurance by the state, social services by the municipality.
welfare | Serbia | researchers | Insurance and family together; social protection comes late.
welfare | Slovenia | researchers | Insurance for most, public centres for social work for all.
welfare | Spain | researchers | The family carries much; each region has its own laws on services.
welfare | Sweden | researchers | Universal, with wide freedom for municipalities.
provision | Norway | managers | Five regions were reported for this frame; municipalities give the services.
provision | Latvia | managers | Municipalities give the services, each with what it has.
provision | Serbia | managers | Centres for social work decide and help; projects fill the gaps.
provision | Slovenia | managers | Public centres in every region, institutes and associations beside them.
provision | Spain | policymakers | Seventeen regional governments, primary and specialised services in each.
provision | Sweden | policymakers | Twenty-one regions give health care, 290 municipalities social services.
education | Norway | researchers | A bachelor’s degree; a master’s course for child protection.
education | Latvia | researchers | A degree is asked for, but many posts are filled without it.
education | Slovenia | researchers | One faculty, with much practice in the field.
education | Spain | researchers | A degree in social work; integrated care is not a part of it.
challenges | Norway | staff | Organisation of services, and collaboration between them.
challenges | Latvia | managers | Organisation of services, and staff.
challenges | Serbia | staff | Organisation, legislation and collaboration.
challenges | Slovenia | staff | Legislation, collaboration, shortage of staff and workload.
challenges | Spain | managers | All four; different computer systems inside one region.
challenges | Sweden | managers | Organisation, collaboration, training and keeping of staff.
systemEffect | Norway | staff | The lab may try much, as long as one municipality agrees.
systemEffect | Slovenia | managers | Norms for procedures leave little time for the lab.
systemEffect | Spain | policymakers | What the lab finds holds for one region only.
problems | Norway | families | Residents with other cultural backgrounds are not reached.
problems | Latvia | ngos | Young people fall between school and social services.
problems | Serbia | families | Families are sent from office to office.
problems | Slovenia | families | Many helpers plan without the family.
problems | Spain | ngos | Young people leave care and services in the same month.
problems | Sweden | families | Older people tell the same thing to a dozen helpers.
tie | Slovenia | staff | One plan with the family would be integrated care.
tie | Sweden | staff | Home care and health care meet only in the kitchen of the older person.
tie | Latvia | staff | One worker for school and services at once.
living | Norway | researchers | Families in complex circumstances: money, health and housing at the same time.
living | Serbia | researchers | Families in complex circumstances, many of them without internet.
living | Slovenia | researchers | Families in complex circumstances, often with three generations in two rooms.
living | Latvia | ngos | Young people in vulnerable situations, many in small towns.
living | Spain | ngos | Young people in vulnerable situations who look for rooms and work.
living | Sweden | researchers | Older people who live alone and want to stay at home.
stakeholders | Norway | managers | Child protection, schools and residents; residents expect to be asked early.
stakeholders | Slovenia | staff | Centre, faculty, school, health; staff expect time, families expect an answer.
stakeholders | Spain | managers | Region, city, associations; associations expect to stay after the project.
stakeholders | Sweden | managers | Region, municipality, pensioners; each expects the other to pay.
staffEducation | Norway | staff | Most have a bachelor’s degree, some are on the master’s course.
staffEducation | Latvia | staff | Many learn on the job.
staffEducation | Sweden | staff | Home-care staff ask for training in talking about illness.
services | Norway | ngos | Child protection, family centres, neighbourhood meetings.
services | Serbia | ngos | Centre for social work, soup kitchen, day centre by project.
services | Slovenia | ngos | Centre for social work, help at home, open-door days.
services | Spain | ngos | Youth services of the region, flats after care, street work.
services | Sweden | ngos | Home care, day centre, district nurse.
labChallenges | Norway | families | Too little contact and trust between workers and residents.
labChallenges | Serbia | managers | Lack of money and of competent staff.
labChallenges | Slovenia | staff | Fragmented help that reacts when it is late.
labChallenges | Latvia | managers | Two social workers for a whole district.
digital | Slovenia | staff | In the pandemic services lacked equipment; families in need often had no internet.
digital | Serbia | families | In the pandemic many Roma families had no device for school.
digital | Sweden | families | Some people do not feel at ease with digital tools.
digital | Spain | managers | Health and social services cannot open the same file.
examples | Norway | staff | A neighbourhood meeting held by residents.
examples | Slovenia | families | Open-door days at the centre, and a notebook that stays with the family.
examples | Spain | ngos | Young people who left care guide those who leave next.
why | Norway | researchers | What is planned without people is not used by them.
why | Slovenia | families | Since the old way made us tired, and the staff as well.
why | Sweden | policymakers | There will be more older people than hands.
`

const conclusion = `
micro | families | Families and older people came from four of six countries.
micro | ngos | Associations spoke for young people in Latvia and Spain.
meso | staff | Social services in all six; schools and health in three.
macro | policymakers | Ministries in two countries, regions in two.
missing | families | Young people themselves.
missing | staff | Police and housing offices, in every country.
missing | researchers | Those who write the budgets.
`

const rows = (content: string): string[][] =>
  content
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

type Plan = {
  readonly frameBoard: string
  readonly conclusionBoard: string
  readonly frameStep: string
  readonly levelsStep: string
  readonly voices: VoiceIds
}

/** The two boards of the baseline template, with the six countries as columns. */
export const frameBoards = (plan: Plan): AnyRecord[] => [
  {
    type: 'board',
    id: plan.frameBoard,
    order: 'T',
    label: boardWords('board.baseline'),
    layout: 'matrix',
    axes: [
      {
        id: 'country',
        label: boardWords('axis.country'),
        entries: COUNTRIES.map((name) => ({ id: name.toLowerCase(), label: { text: name } })),
      },
      {
        id: 'heading',
        label: boardWords('axis.heading'),
        entries: TOPIC_GROUPS.heading.map((topic) => ({ id: topic, label: boardWords(`heading.${topic}`), topic })),
      },
    ],
    templateKey: 'baseline',
  },
  {
    type: 'board',
    id: plan.conclusionBoard,
    order: 'X',
    label: boardWords('board.baselineConclusion'),
    layout: 'columns',
    axes: [
      {
        id: 'who',
        label: boardWords('axis.who'),
        entries: ['micro', 'meso', 'macro', 'missing'].map((id) => ({ id, label: boardWords(`who.${id}`) })),
      },
    ],
    templateKey: 'baseline-conclusion',
  },
]

/** What the countries wrote under the fifteen headings, and the conclusion: which levels were in the room. */
export const frameCards = (kit: SampleKit, plan: Plan): AnyRecord[] => {
  const lines = [
    ...rows(frame).map(([heading = '', place = '', voice = '', text = '']) => ({
      boardId: plan.frameBoard,
      stepId: plan.frameStep,
      zone: [place.toLowerCase(), heading],
      place,
      voice,
      text,
    })),
    ...rows(conclusion).map(([who = '', voice = '', text = '']) => ({
      boardId: plan.conclusionBoard,
      stepId: plan.levelsStep,
      zone: [who],
      place: '',
      voice,
      text,
    })),
  ]
  const orders = ordersAfter(null, lines.length)
  return lines.map(({ voice, place, ...line }, index) => ({
    type: 'card',
    id: kit.id(),
    ...line,
    order: orders[index] ?? '',
    voiceId: plan.voices[voice] ?? '',
    ...(place === '' ? {} : { place }),
    source: 'facilitator',
    held: false,
    revealed: true,
    quote: 'role',
  }))
}
