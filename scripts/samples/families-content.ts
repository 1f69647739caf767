/**
 * The Slovenian families lab in our own words, after public facts about such labs: help is scattered over many
 * professionals who plan without the family; nobody knows who is responsible; norms and workload; competences.
 * Line form: theme | level | voice | text | marks (s = spoken, q = may be quoted by role, h = held, t:… = tag).
 */
export const firstMap = `
organisation | structural | staff | Forms are counted. Conversations are not. | q t:workload
organisation | structural | managers | Our plan for the year is written before we know the families. | q
organisation | structural | policymakers | Every service reports to a different office. |
organisation | community | schoolHealth | We learn about a new helper in the family by chance. | q
organisation | community | staff | When somebody is on leave, the case stands still. |
organisation | individual | families | Last week five people visited us. They did not know of each other. | s q t:many helpers
organisation | individual | families | I keep a folder, because nobody else has the whole story. | s q
legislation | structural | policymakers | The law speaks of children, parents and housing in three different chapters. |
legislation | structural | managers | Confidentiality is read in three ways by three services. | q t:data
legislation | community | schoolHealth | We may not write down what everybody in the room has heard. |
legislation | individual | families | I signed a paper and asked later what it was. | s q
collaboration | structural | policymakers | Joint money would need a joint budget line. | q
collaboration | structural | managers | Time for agreeing with others is in nobody’s norm. | q t:workload
collaboration | community | staff | We call each other when something has already gone wrong. | q
collaboration | community | schoolHealth | School is invited when the decision is made. |
collaboration | individual | families | I tell the same story to every new face. | s q t:many helpers
collaboration | individual | families | They talked over my head, in my own kitchen. | s q
collaboration | individual | staff | I do not know which of us the family would call first. |
staff | structural | managers | Two posts have been empty since spring. | t:workload
staff | structural | policymakers | We train for assessment, less for staying in touch. |
staff | community | staff | Nobody taught us how to work in a team with the family in it. | q
staff | individual | staff | With forty families I remember files, not faces. | q t:workload
staff | individual | families | The one who listened was moved to another town. | s q
resources | structural | policymakers | The municipal budget is closed a year ahead. |
resources | community | families | The open-door day was the first time I met others like us. | s q t:open door
resources | individual | families | Three children, one old telephone, school on a screen. | s q
resources | individual | schoolHealth | The bus to the clinic costs a day’s food. |
trust | structural | managers | Complaints reach us. Thanks stay in the hallway. |
trust | community | schoolHealth | Parents come when somebody they know comes along. | q
trust | individual | families | She asked what we are good at. Nobody had asked before. | s q
trust | individual | families | If I say that I am tired, it is written down as a risk. | s
trust | individual | staff | I learned to write about people, not with them. | q
reactive | structural | managers | Projects end in the month in which they begin to work. | q
reactive | community | schoolHealth | Help comes when the child has already left the class. | q
reactive | individual | families | After the report came silence, for nine weeks. | s q
reactive | individual | staff | We put out fires and call it planning. | q
`

export const secondMap = `
organisation | structural | staff | One form more for each new rule, none is ever taken away. | q t:workload
organisation | structural | managers | We are measured by deadlines, not by what changed for a family. | q
organisation | structural | policymakers | Nobody’s contract says “coordinates the rest”. |
organisation | community | staff | Each of us has a plan for the family. Together we have none. | q t:one plan
organisation | community | schoolHealth | Three meetings in one month, the same people, three minutes. |
organisation | individual | families | Seven helpers, seven plans. I was in the room for one of them. | s q t:one plan
organisation | individual | families | I would like to be told who visits, and why. | s q
legislation | structural | policymakers | The law names no coordinator, so each office waits. | q
legislation | structural | managers | Money follows the institution, not the family. |
legislation | community | schoolHealth | A shared record needs a consent that people understand. | q t:data
legislation | individual | families | I say yes to papers because I am afraid to say no. | s
collaboration | structural | policymakers | Each ministry has its own budget and its own form. |
collaboration | structural | managers | An hour of agreeing is an hour that is missing in the statistics. | q t:workload
collaboration | community | staff | We meet when there is a crisis, never to prevent one. | q
collaboration | community | schoolHealth | The school nurse hears of the plan last. | q
collaboration | community | staff | Training together with the school has never happened. | q
collaboration | individual | families | I told it nine times. The tenth time I cried. | s q t:say it once
collaboration | individual | families | Each letter asks what the last one knew. | s q t:say it once
collaboration | individual | schoolHealth | The child carries messages between us. | q
collaboration | individual | staff | I hear from the family what my colleague promised. | t:say it once
staff | structural | managers | Two of nine posts are empty, the waiting list is not. | t:workload
staff | structural | staff | Thirty-eight families for one worker. Nobody can hold that. | q t:workload
staff | community | staff | No time to talk a hard case over with each other. | q
staff | individual | staff | I was taught to assess. Listening I learned from families. | q
staff | individual | families | The good ones leave, and we begin again. | s q
resources | structural | policymakers | The budget for next year is already voted. |
resources | community | families | The open-door day is the only place where I am not a case. | s q t:open door
resources | community | schoolHealth | There is an empty classroom every Tuesday afternoon. | q
resources | individual | families | No computer for three school children. | s
trust | structural | policymakers | We hear about families in tables. |
trust | community | schoolHealth | Roma parents come when the mediator comes. | q
trust | community | managers | We promise before we have counted our hours. | q
trust | individual | families | She rang to ask how it went. That was new. | s q
trust | individual | families | I am afraid to say that I cannot cope. | s
trust | individual | staff | I would like to say sorry sometimes. There is no box for it. | q
reactive | structural | managers | A pilot ends when its paper is written. | q
reactive | structural | policymakers | Prevention has no budget line of its own. |
reactive | community | schoolHealth | We see it in autumn. Help arrives in spring. | q
reactive | individual | families | After the report nobody called. | s q
reactive | individual | staff | The urgent ones push out those who would need little. | q t:workload
reactive | individual | families | Help was good while it lasted: four months. | s h
`

export const bring = `
family | families | I know when my son needs quiet. | s q
family | families | We are five and we hold together. | s q
family | families | I cook for the whole staircase. | s
family | families | I have learned to ask. | s q
network | families | My neighbour, who takes the little one on Mondays. | s q
network | schoolHealth | A teacher who stays ten minutes longer. | q
network | families | The self-help group on Thursdays. | s q
professionals | staff | I can phone any office in this town. | q
professionals | managers | I can move a meeting to where people live. | q
professionals | policymakers | I can put a question on the council’s agenda. | q
professionals | schoolHealth | A room, heating and coffee. | q
`

export const ideas = `
idea | families | A notebook that stays with the family and goes to every visit. | s q
idea | staff | One page that says who does what this month, on the fridge. | q
idea | schoolHealth | Meet in the empty classroom on Tuesdays. | q
idea | policymakers | Let one municipality try a joint budget line for a year. |
tryOut | staff | One worker holds the thread for twelve families. | q
tryOut | families | Two parents greet newcomers on the open-door day. | s q
works | families | Feedback slip after each visit, three faces and one line. | s q
works | managers | Call back within one week. | q
daily | staff | First meeting at home, if the family wants it. | q
`
