import { describe, expect, test } from 'vitest'
import { parsePlace, placeHash } from '../../../renderer/facilitator/app/nav'
import { actionFor, keyCaps } from '../../../renderer/facilitator/app/shortcuts'
import type { KeyPress } from '../../../renderer/facilitator/app/shortcuts'
import type { PaletteEntry } from '../../../renderer/facilitator/palette/entries'
import { bestFirst, piecesOf, rankOf } from '../../../renderer/facilitator/palette/rank'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('keys', () => {
  test.each([
    [press('k', { ctrlKey: true }), false, 'view.palette'],
    [press('k', { metaKey: true }), true, 'view.palette'],
    [press('n'), false, 'board.newCard'],
    [press('T', { shiftKey: true }), false, 'session.extend'],
    [press('t'), false, 'session.pause'],
    [press('?', { shiftKey: true }), false, 'help.shortcuts'],
    [press('ArrowRight', { ctrlKey: true }), false, 'session.nextStep'],
  ])('%o on mac %s runs %s', (event, mac, id) => {
    expect(actionFor(event, mac)).toBe(id)
  })

  test.each([press('k'), press('k', { ctrlKey: true, altKey: true }), press('n', { shiftKey: true })])(
    '%o runs nothing',
    (event) => {
      expect(actionFor(event, false)).toBeNull()
    },
  )

  test('are written as on the keyboard at hand', () => {
    const word = (key: string): string => `<${key}>`
    expect(keyCaps('Mod+K', word, true)).toEqual(['<cmd>', 'K'])
    expect(keyCaps('Mod+ArrowRight', word, false)).toEqual(['<ctrl>', '→'])
  })
})

describe('places in the address', () => {
  test.each([{ kind: 'home' }, { kind: 'step', id: 'abc' }, { kind: 'tasks' }] as const)('%o comes back', (place) => {
    expect(parsePlace(placeHash(place))).toEqual(place)
  })

  test.each(['', '#/nowhere', '#/step', '#/step/../x', '#k=secret'])('%s is home', (hash) => {
    expect(parsePlace(hash)).toEqual({ kind: 'home' })
  })
})

describe('the search of the palette', () => {
  const entry = { kind: 'go', key: 'x', words: 'Priorités: dot vote', go: () => undefined } as const

  test('finds words in any order, without accents and case', () => {
    expect(rankOf(entry, 'VOTE priorites')).not.toBeNull()
    expect(rankOf(entry, 'vote cards')).toBeNull()
  })

  test('put the best match first, and deeds before places that answer no better', () => {
    const go = (words: string, hint?: string): PaletteEntry => ({
      kind: 'go',
      key: words,
      words,
      hint,
      go: () => undefined,
    })
    const deed = (words: string): PaletteEntry => ({ kind: 'do', key: words, words, action: 'file.new' })
    const listed = (search: string, ...entries: readonly PaletteEntry[]): readonly string[] =>
      bestFirst(entries, search).map(({ words }) => words)
    const entries = [deed('Make the report'), go('Minutes', 'report'), go('Report'), deed('New vote'), deed('Vote now')]
    expect(listed('report', ...entries)).toEqual(['Report', 'Minutes', 'Make the report'])
    expect(listed('vote', ...entries, go('Votes'))).toEqual(['Vote now', 'New vote', 'Votes'])
    expect(listed('port', ...entries, go('Port of call'))).toEqual([
      'Port of call',
      'Report',
      'Minutes',
      'Make the report',
    ])
    expect(listed('', ...entries)).toHaveLength(entries.length)
  })

  test('marks the hits and loses nothing', () => {
    expect(piecesOf('Dot vote', 'vote')).toEqual([
      { text: 'Dot ', hit: false, at: 0 },
      { text: 'vote', hit: true, at: 4 },
    ])
    expect(piecesOf('A dot vote', 'vote dot').filter(({ hit }) => hit)).toEqual([
      { text: 'dot', hit: true, at: 2 },
      { text: 'vote', hit: true, at: 6 },
    ])
    expect(piecesOf('Dot vote', '')).toEqual([{ text: 'Dot vote', hit: false, at: 0 }])
  })
})
