import type { DocumentView } from '../model/document'
import { ordered } from '../model/document'
import type { Block, Cell, Words } from './model'
import { figure, listed, plain, say } from './model'
import { agreementRows, questionBlocks, recommendationRows, taskTable } from './outcomes-part'
import { peopleBlocks } from './people-part'
import { byAudience, paragraph } from './report-parts'
import type { Audience } from './voice-refs'
import { labelWords } from './voice-refs'
import { gapWords, leadWords, mainResult, topPriorities } from './votes-part'
import { groupRef, idOf } from './vote-words'

/** Questions on page one; all of them stand in their own part. */
const OPEN_ON_PAGE_ONE = 4

/**
 * Page one of a session's report alone must be enough: what was worked on, who took part, what matters most to all and to each
 * voice and where they part, what was decided and recommended with the reply, who does what, what stays open.
 */
export const summaryBlocks = (view: DocumentView): Block[] => [
  byAudience((audience) => [{ b: 'lead', words: [...leadWords(view, audience), ...workedOn(view)] }]),
  ...boxed('people', (audience) => peopleBlocks(view, audience, 'summary')),
  ...boxed('priorities', () => topPriorities(view)),
  ...boxed('voices', (audience) => byVoice(view, audience)),
  ...boxed('decisions', (audience) => agreementRows(view, audience)),
  ...boxed('recommendations', (audience) => recommendationRows(view, audience)),
  ...boxed('tasks', (audience) => taskTable(view, audience, 'open')),
  ...boxed('open', () => firstQuestions(view)),
]

/** Redaction leaves out a heading without anything below it. */
const boxed = (key: string, draw: (audience: Audience) => readonly Block[]): Block[] => [
  { b: 'heading', id: `summary-${key}`, level: 2, title: say(`part.${key}`) },
  byAudience(draw),
]

/** Boards that something lies on, by the names that people see. */
const workedOn = (view: DocumentView): Words[] => {
  const used = new Set(
    [...view.card.values()].filter((card) => card.revealed && !card.held).map((card) => card.boardId),
  )
  const boards = ordered(view, 'board').filter((board) => used.has(board.id))
  return boards.length === 0
    ? []
    : [say('lead.workedOn', { boards: listed(boards.map((board) => labelWords(board.label))) })]
}

/** What each voice puts first, and the topic on which they are furthest apart; nothing where no voices may be shown. */
const byVoice = (view: DocumentView, audience: Audience): Block[] => {
  const result = mainResult(view, audience)
  if (!result || result.groups.length < 2) return []
  const gap = gapWords(result)
  // Where all lines are hidden, a table of "none" would say that nobody had a first choice.
  if (result.groups.every(({ first }) => first.length === 0)) return gap ? [paragraph(gap)] : []
  const texts = new Map(result.options.map((option) => [option.id, option.text]))
  return [
    {
      b: 'table',
      id: 'voices-first',
      title: say('votes.firstTable'),
      columns: [
        { id: 'voice', title: say('column.voice'), kind: 'words' },
        { id: 'first', title: say('votes.first'), kind: 'words' },
        { id: 'ballots', title: say('minutes.ballots'), kind: 'figure' },
      ],
      rows: result.groups.map((group, index): Cell[] => {
        const first = group.first.flatMap((id) => texts.get(id) ?? [])
        return [
          { t: 'voices', voices: [groupRef(group)], words: groupRef(group).name },
          first.length === 0 ? say('none') : listed(first.map(plain)),
          figure(`${idOf(result)}.group-${index}.ballots`, group.ballots, 'count'),
        ]
      }),
      ...(gap ? { note: gap } : {}),
    },
  ]
}

const firstQuestions = (view: DocumentView): Block[] =>
  questionBlocks(view).map((block) => {
    if (block.b !== 'list' || block.items.length <= OPEN_ON_PAGE_ONE) return block
    const left = block.items.length - OPEN_ON_PAGE_ONE + 1
    return { ...block, items: [...block.items.slice(0, OPEN_ON_PAGE_ONE - 1), say('more', { count: left })] }
  })
