import type { DocumentView } from '../model/document'
import { levelsInRoom } from '../rules/levels'
import type { BarRow, Block, TableBlock } from './model'
import { figure, listed, say } from './model'
import type { Audience } from './voice-refs'
import { voiceGroups } from './voice-refs'

/** Who took part, by voice: a sentence, bars, the table, and which level was not in the room. */
export const peopleBlocks = (view: DocumentView, audience: Audience, place: 'summary' | 'part'): Block[] => {
  const groups = voiceGroups(view, audience).filter((group) => group.present > 0 || group.expected > 0)
  const total = groups.reduce((sum, group) => sum + group.present, 0)
  if (groups.length === 0) return [{ b: 'paragraph', words: say('people.none') }]
  if (total === 0) return uncounted(view, audience, place)
  const id = `people-${place}`
  const rows: BarRow[] = groups.map((group, index) => ({
    id: `${id}-${index}`,
    label: group.ref.name,
    figure: figure(`people.present.${index}`, group.present, 'count'),
    leads: true,
    look: group.ref.look,
  }))
  const chart: Block = {
    b: 'chart',
    kind: 'bars',
    id,
    title: say('people.chart'),
    sentence: say('people.sentence', { count: total }),
    rows,
    tableId: 'people',
  }
  if (place === 'summary') return [chart]
  const joined = groups.some((group) => group.voices.length > 1)
  return [
    chart,
    peopleTable(view, audience),
    ...(joined ? [{ b: 'paragraph', words: say('people.joined') } as const] : []),
    ...missingLevels(view),
  ]
}

/** Bars of nothing would say that nobody came. */
const uncounted = (view: DocumentView, audience: Audience, place: 'summary' | 'part'): Block[] => {
  const sentence: Block = { b: 'paragraph', words: say('people.uncounted') }
  return place === 'summary' ? [sentence] : [sentence, peopleTable(view, audience), ...missingLevels(view)]
}

const peopleTable = (view: DocumentView, audience: Audience): TableBlock => ({
  b: 'table',
  id: 'people',
  title: say('people.table'),
  columns: [
    { id: 'voice', title: say('column.voice'), kind: 'words' },
    { id: 'present', title: say('column.present'), kind: 'figure' },
    { id: 'expected', title: say('column.expected'), kind: 'figure' },
    { id: 'cards', title: say('column.contributions'), kind: 'figure' },
  ],
  rows: voiceGroups(view, audience)
    .filter((group) => group.present > 0 || group.expected > 0)
    .map((group, index) => [
      { t: 'voices', voices: [group.ref], words: group.ref.name },
      figure(`people.present.${index}`, group.present, 'count'),
      figure(`people.expected.${index}`, group.expected, 'count'),
      figure(`people.cards.${index}`, contributionsOf(view, new Set(group.voices.map((voice) => voice.id))), 'count'),
    ]),
})

const contributionsOf = (view: DocumentView, voiceIds: ReadonlySet<string>): number => {
  let count = 0
  for (const card of view.card.values()) if (card.revealed && card.voiceId && voiceIds.has(card.voiceId)) count += 1
  return count
}

const missingLevels = (view: DocumentView): Block[] => {
  // Who spoke was there, whether or not somebody counted the people.
  const voices = [...view.voice.values()].map((voice) => ({
    level: voice.level,
    present: voice.present + contributionsOf(view, new Set([voice.id])),
  }))
  const { missing, known } = levelsInRoom(voices)
  if (!known) return []
  if (missing.length === 0) return [{ b: 'paragraph', words: say('people.allLevels') }]
  const names = listed(missing.map((level) => say(`level.${level}`)))
  return [{ b: 'notice', words: say('people.missingLevels', { levels: names, count: missing.length }) }]
}
