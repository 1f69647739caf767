/** double: a number with decimals; date: ISO 8601 day. A cell without a value is null (empty in CSV). */
export type ColumnType = 'string' | 'int' | 'double' | 'boolean' | 'date'
export type DatasetColumn = { readonly name: string; readonly type: ColumnType; readonly about: string }
export type DatasetValue = string | number | boolean | null
export type DatasetRow = readonly DatasetValue[]

const string = (name: string, about: string): DatasetColumn => ({ name, type: 'string', about })
const int = (name: string, about: string): DatasetColumn => ({ name, type: 'int', about })
const double = (name: string, about: string): DatasetColumn => ({ name, type: 'double', about })
const date = (name: string, about: string): DatasetColumn => ({ name, type: 'date', about })

const session = string('session', 'pseudonym of the session; the same in all tables of one data set')

/**
 * The research data set: tidy tables, one row a thing, joined by `session`. The words under `about` go into the schema
 * file beside the tables, which is for people who write programs, in English in every language of the app.
 */
export const DATASET = {
  sessions: [
    session,
    string('lab', 'pseudonym of the lab'),
    string('country', 'of the lab, as written there'),
    date('day', 'of the meeting'),
    string('template', 'key of the session template, if any'),
    string('state', 'prepared, running or closed'),
    int('minutes_planned', 'sum over the agenda'),
    int('people_present', 'sum over the voices'),
    int('voices', 'number of voices with at least one person present'),
    string('levels', 'levels of the people present: micro, meso, macro, joined by a plus sign'),
    int('cards', 'statements, without those still held back'),
    int('votes', 'closed rounds'),
    int('decisions', ''),
    int('tasks', ''),
    int('tasks_done', ''),
  ],
  cards: [
    session,
    string('card', 'pseudonym'),
    string('layout', 'columns, matrix, quadrants, rings or rounds'),
    string('board_template', 'key of the board template, if any'),
    string('topic_1', 'topic of the entry on the first axis, from the closed list'),
    string('topic_2', 'the same on the second axis'),
    string('place', 'country, district or town; the lab’s country where none is given'),
    string('voice', 'voices that are shown together, joined by a plus sign; "unstated" is one'),
    string('source', 'phone, kiosk, facilitator, paper, import or carried'),
    int('letters', 'length of the text'),
    string('text', 'only where its author released it for quoting by role; names of people are masked'),
  ],
  votes: [
    session,
    string('vote', 'pseudonym'),
    int('round', ''),
    string('method', ''),
    string('admission', 'codes: one person, one ballot; open-room: one device, one ballot'),
    string('option', 'pseudonym of the topic'),
    string('option_text', ''),
    string('voice', '"all", or voices that are shown together, joined by a plus sign'),
    int('ballots', 'of this voice, valid and not blank'),
    int('k', 'fewest ballots of a voice that is shown'),
    double('value', 'as the method counts: points, ballots, mean; empty where it is not shown'),
    double('share', '0-100, what of depends on the method'),
    int('position', '1 is first; ties share a place'),
  ],
  decisions: [
    session,
    string('decision', 'pseudonym, the same in later sessions of the lab'),
    string('kind', 'agreement or recommendation'),
    string('status', ''),
    string('wording', 'names of people are masked'),
    string('level', 'micro, meso or macro'),
    int('objections', ''),
    int('behind', 'people who stand behind it'),
    int('behind_of', 'of how many'),
    date('review_on', ''),
    string('reply', 'accepted, partly, refused or open'),
  ],
  tasks: [
    session,
    string('task', 'pseudonym, the same in later sessions of the lab'),
    string('text', 'names of people are masked'),
    string('state', 'todo, doing, done or dropped'),
    string('owner', 'person, voice or organisation; never who'),
    date('due', ''),
    string('review', 'what the next session said of it: done, going-on, stuck or dropped'),
  ],
  indicators: [
    session,
    string('indicator', 'pseudonym, the same in later sessions of the lab'),
    string('name', ''),
    string('unit', ''),
    string('better', 'up or down'),
    string('what', 'baseline, target or measurement'),
    date('on', ''),
    double('value', ''),
  ],
} as const satisfies { readonly [table: string]: readonly DatasetColumn[] }

export type DatasetTable = keyof typeof DATASET
export const DATASET_TABLES = Object.keys(DATASET) as DatasetTable[] // the keys just above
export type DatasetRows = { readonly [T in DatasetTable]: readonly DatasetRow[] }
