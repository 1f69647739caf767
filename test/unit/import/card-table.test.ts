import { describe, expect, test } from 'vitest'
import type { ImportTarget } from '@core/import/card-table'
import { guessRoles, hasGaps, IMPORT_LIMIT, planImport, sameWords, settledKey } from '@core/import/card-table'
import { aBoard } from '../../helpers/builders'

const board = aBoard({
  id: 'board-1',
  layout: 'matrix',
  axes: [
    {
      id: 'theme',
      label: { text: 'Theme' },
      entries: [
        { id: 'staff', label: { text: 'Staff' } },
        { id: 'law', label: { text: 'Legislation' } },
      ],
    },
    {
      id: 'level',
      label: { text: 'Level' },
      entries: [
        { id: 'micro', label: { text: 'People' } },
        { id: 'macro', label: { text: 'Policy' } },
      ],
    },
  ],
})
const target = (present: readonly string[] = []): ImportTarget => ({
  board,
  voices: [{ id: 'v1', name: 'Families' }],
  labelOf: (label) => ('text' in label ? label.text : label.key),
  present: new Set(present.map(sameWords)),
})

const TABLE = [
  ['Level', 'What was said', 'Theme', 'Role', 'Country', 'Notes'],
  ['Policy', 'Too few of us for too many families.', 'Staff', 'families', 'Norway', ''],
  ['people', 'Two laws that do not fit.', 'LEGISLATION', 'Nobody known', '', 'later'],
]

describe('the columns of a table', () => {
  test('are guessed from their headings and from the longest texts', () => {
    expect(guessRoles(TABLE, target())).toEqual(['second', 'text', 'first', 'voice', 'place', 'ignore'])
    expect(guessRoles([['a'], ['b']], target())).toEqual(['text'])
    expect(guessRoles([], target())).toEqual([])
  })
})

describe('an import', () => {
  test('puts each card where its row says', () => {
    const { cards, remarks } = planImport(TABLE, guessRoles(TABLE, target()), true, target())
    expect(cards).toEqual([
      {
        text: 'Too few of us for too many families.',
        row: 2,
        zone: ['staff', 'macro'],
        voiceId: 'v1',
        place: 'Norway',
        tags: [],
        twice: false,
      },
      { text: 'Two laws that do not fit.', row: 3, zone: ['law', 'micro'], tags: [], twice: false },
    ])
    expect(remarks).toEqual([{ row: 3, what: 'voice-unknown', value: 'Nobody known', role: 'voice' }])
  })

  test('leaves nothing out without saying so', () => {
    const rows = [
      ['text', 'x'],
      ['', 'only this'],
      ['a'.repeat(2_001), ''],
      ['Said twice', ''],
      [' said  TWICE ', ''],
      ['Known', ''],
      ['', ''],
    ]
    const { cards, remarks } = planImport(rows, ['text', 'ignore'], true, target(['known']))
    expect(cards.map(({ row }) => row)).toEqual([4, 5, 6])
    expect(remarks.map(({ row, what }) => `${row} ${what}`)).toEqual(['2 empty', '3 too-long', '5 twice', '6 twice'])
  })

  test('puts what names an unknown place first, and says so', () => {
    const { cards, remarks } = planImport([['Here', 'Nowhere']], ['text', 'first'], false, target())
    expect(cards[0]?.zone).toEqual(['staff', 'micro'])
    expect(remarks).toEqual([{ row: 1, what: 'placed', value: 'Nowhere', role: 'first' }])
  })

  test('parts tags and takes no more than the limit of one import', () => {
    const rows = [['One', 'a; b,a |c'], ...Array.from({ length: IMPORT_LIMIT }, (_, index) => [`Card ${index}`, ''])]
    const { cards, remarks } = planImport(rows, ['text', 'tags'], false, target())
    expect(cards[0]?.tags).toEqual(['a', 'b', 'c'])
    expect(cards.length).toBe(IMPORT_LIMIT)
    expect(remarks).toEqual([{ row: IMPORT_LIMIT + 1, what: 'over', value: `Card ${IMPORT_LIMIT - 1}` }])
  })

  test('takes what people settled for a name that is not known', () => {
    const settled = new Map([
      [settledKey('first', 'nowhere'), 'law'],
      [settledKey('voice', 'Mothers'), 'v1'],
      [settledKey('voice', 'Somebody'), ''],
    ])
    const rows = [
      ['One', 'Nowhere', 'mothers'],
      ['Two', 'NOWHERE ', 'Somebody'],
    ]
    const { cards, remarks } = planImport(rows, ['text', 'first', 'voice'], false, { ...target(), settled })
    expect(cards.map(({ zone, voiceId }) => [zone[0], voiceId])).toEqual([
      ['law', 'v1'],
      ['law', undefined],
    ])
    expect(remarks).toEqual([])
  })

  test('says which rows name no place, or fills them from above when asked', () => {
    const rows = [
      ['Legislation', 'One', 'Families'],
      ['', 'Two', ''],
      ['', '', ''],
      ['', 'Three', 'x'.repeat(90)],
    ]
    const roles = ['first', 'text', 'voice'] as const
    const open = planImport(rows, roles, false, target())
    expect(open.cards.map(({ zone }) => zone[0])).toEqual(['law', 'staff', 'staff'])
    expect(open.remarks.map(({ row, what }) => `${row} ${what}`)).toEqual(['2 nowhere', '4 nowhere', '4 voice-unknown'])
    // The name is whole: it is what it is settled by.
    expect(open.remarks.at(-1)?.value).toBe('x'.repeat(90))
    expect(hasGaps(rows, roles, false)).toBe(true)
    expect(hasGaps(rows, ['ignore', 'text', 'ignore'], false)).toBe(false)
    const filled = planImport(rows, roles, false, { ...target(), fillsDown: true })
    expect(filled.cards.map(({ zone, voiceId }) => [zone[0], voiceId])).toEqual([
      ['law', 'v1'],
      ['law', 'v1'],
      ['law', undefined],
    ])
  })

  test('keeps formulas and markup as words, and takes out only what cannot be seen', () => {
    const hostile = ['=HYPERLINK("http://x")', '<script>x</script>', '+1+cmd|x', '@SUM(A1)', '-2']
    const { cards, remarks } = planImport(
      [...hostile.map((one) => [one]), ['a\u0000b\u001bc\u202ed\te\nf']],
      ['text'],
      false,
      target(),
    )
    expect(cards.map(({ text }) => text)).toEqual([...hostile, 'abcd\te\nf'])
    expect(remarks.map(({ row, what }) => [row, what])).toEqual([[6, 'cleaned']])
  })

  test('names the row of 10,000 letters, of a tag that is too long, and of a place that is', () => {
    const rows = [
      ['x'.repeat(10_000), '', ''],
      ['One', 't'.repeat(61), ''],
      ['Two', '', 'p'.repeat(201)],
    ]
    const { cards, remarks } = planImport(rows, ['text', 'tags', 'place'], false, target())
    expect(cards.map(({ text }) => text)).toEqual(['One', 'Two'])
    expect(remarks.map(({ row, what }) => `${row} ${what}`)).toEqual(['1 too-long', '2 shortened', '3 shortened'])
  })

  test('of 5,000 rows is planned at once', () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      `Statement ${at}`,
      at % 2 ? 'Staff' : 'legislation',
      'families',
    ])
    const { cards, remarks } = planImport(rows, ['text', 'first', 'voice'], false, target())
    expect([cards.length, remarks.length]).toEqual([5_000, 0])
    expect(new Set(cards.map(({ zone }) => zone[0]))).toEqual(new Set(['staff', 'law']))
  })
})
