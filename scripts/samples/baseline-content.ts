/**
 * The six-country baseline, one common frame. Which country reports which of the first four themes follows the public summary of such a
 * comparison; every sentence is ours. The other three themes were
 * reported for all six together, so their cards have no place (`-`). Line form: place | theme | level | voice | text.
 */
export const baselineMap = `
Norway | organisation | structural | researchers | Five regions, many municipalities: what a family gets depends on where it lives.
Norway | organisation | community | staff | Services are organised by age of the child, families are not.
Latvia | organisation | structural | managers | Social services, health and schools are planned in separate offices.
Latvia | organisation | individual | ngos | A young person meets a new desk for each question.
Serbia | organisation | structural | researchers | Centres for social work decide and help at the same time.
Serbia | organisation | community | staff | Local services begin and end with project money.
Spain | organisation | structural | policymakers | Seventeen regional governments, seventeen ways to organise services.
Spain | organisation | community | managers | Primary and specialised social services rarely plan together.
Sweden | organisation | structural | researchers | Twenty-one regions and 290 municipalities share the responsibility for older people.
Sweden | organisation | individual | ngos | An older person at home can meet a dozen people in one week.
Serbia | legislation | structural | policymakers | Laws on health, school and social protection do not speak to each other.
Serbia | legislation | community | staff | Working together depends on goodwill, not on a duty.
Slovenia | legislation | structural | researchers | Norms say how long a procedure takes, not what a family needs.
Slovenia | legislation | individual | staff | Deadlines decide when we visit.
Spain | legislation | structural | managers | Different computer systems inside one region cannot exchange a file.
Spain | legislation | individual | staff | Confidentiality is given as the reason for not talking at all.
Norway | collaboration | community | staff | Everybody coordinates, nobody is the coordinator.
Norway | collaboration | individual | families | I was the messenger between the services.
Serbia | collaboration | community | ngos | We are invited when the plan is ready.
Serbia | collaboration | individual | families | Each office sent me to the next one.
Slovenia | collaboration | structural | managers | Time for teamwork is in nobody’s norm.
Slovenia | collaboration | individual | families | Many helpers came. They had not met each other.
Spain | collaboration | community | staff | Health and social workers meet in the corridor.
Spain | collaboration | individual | ngos | Young people leave between two services.
Sweden | collaboration | structural | policymakers | Region and municipality each hold half of the budget.
Sweden | collaboration | individual | families | My mother’s plan was in two systems, and they differed.
Latvia | staff | structural | managers | Too few social workers, and many leave within two years.
Latvia | staff | individual | staff | I know the rules well and the young people little.
Slovenia | staff | structural | managers | Posts stay empty, the number of families does not.
Slovenia | staff | community | staff | The workload leaves no room to learn from each other.
Sweden | staff | structural | managers | Keeping trained people is harder than finding them.
Sweden | staff | community | staff | Home-care staff ask for training in talking about illness.
Spain | staff | structural | researchers | Working within integrated care is not part of the degree.
Spain | staff | individual | staff | I was trained for my service, not for the person.
- | resources | structural | managers | Money is short, and competent staff are shorter.
- | resources | community | staff | During the pandemic some services lacked the simplest equipment.
- | resources | individual | families | No internet at home, and the school was on a screen.
- | resources | individual | ngos | Some older people do not feel at ease with digital tools.
- | trust | community | ngos | Families come when somebody they know comes along.
- | trust | individual | families | I waited to see whether they would stay.
- | trust | individual | families | Nobody asked what I would like to try.
- | trust | individual | staff | We speak about people more often than with them.
- | reactive | structural | policymakers | Money comes when something has happened, not before.
- | reactive | community | ngos | Young people are seen when it is late.
- | reactive | individual | families | Help grew with each crisis, not before the first one.
`

export const frame = `
Norway | Families in complex circumstances
Serbia | Families in complex circumstances
Slovenia | Families in complex circumstances
Latvia | Young people in vulnerable situations
Spain | Young people in vulnerable situations
Sweden | Older people
`
