import { describe, expect, test } from 'vitest'
import { commands } from '@core/commands/table'
import type { Layout } from '@core/model/board'
import type { OwnBoard } from '../../../renderer/facilitator/board/boards/own-board'
import { axesOf, EMPTY_BOARD, entriesIn, missingIn } from '../../../renderer/facilitator/board/boards/own-board'
import { aContext, aDocument, aSession } from '../../helpers/builders'

const own = (layout: Layout, firstEntries: string, secondEntries = ''): OwnBoard => ({
  ...EMPTY_BOARD,
  layout,
  firstEntries,
  secondEntries,
})

describe('a board from scratch', () => {
  test('says what is missing for the way it is drawn', () => {
    expect(missingIn(own('columns', ' \n'))).toBe('ownMissing')
    expect(missingIn(own('columns', 'One'))).toBeNull()
    expect(missingIn(own('matrix', 'One'))).toBe('ownRows')
    expect(missingIn(own('matrix', 'One', 'Two'))).toBeNull()
    expect(missingIn(own('quadrants', 'Little\nMuch', 'Much'))).toBe('ownFour')
    expect(missingIn(own('quadrants', 'Little\nMuch', 'Much\nLittle'))).toBeNull()
    expect(missingIn(own('rings', 'Core'))).toBeNull()
  })

  test('takes one entry per line, without empty ones', () => {
    expect(entriesIn(' One \n\n Two\r\n')).toEqual(['One', 'Two'])
    expect(entriesIn(Array.from({ length: 60 }, (_, index) => `${index}`).join('\n'))).toHaveLength(40)
  })

  test.each(['columns', 'matrix', 'quadrants', 'rings', 'rounds'] as const)('%s is taken by the command', (layout) => {
    let made = 0
    // Rows typed before the layout was changed do not come along where they have no place.
    const axes = axesOf(
      own(layout, 'One\nTwo', 'Much\nLittle'),
      { first: 'Column', second: 'Row' },
      () => `id-${(made += 1)}`,
    )
    expect(axes).toHaveLength(layout === 'rings' || layout === 'rounds' ? 1 : 2)
    expect(axes[0]?.label).toEqual({ text: 'Column' })
    const board = { id: 'board-9', label: { text: 'Mine' }, layout, axes }
    expect(commands['board.add'].run(aDocument(aSession()), board, aContext()).ok).toBe(true)
  })
})
