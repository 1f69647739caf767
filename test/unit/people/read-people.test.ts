import { describe, expect, test } from 'vitest'
import { LIMITS } from '@core/model/limits'
import { readPeople } from '../../../renderer/facilitator/people/read-people'

const voices = [
  { id: 'families', name: 'Families' },
  { id: 'staff', name: 'Front-line staff' },
]

describe('readPeople', () => {
  test('takes one person a line, with a voice after a comma, semicolon or tab', () => {
    const text = '\uFEFF- Blue chair, families\r\n2) Anna;Front-line  staff\n\nGreen jacket\tFamilies\nTeacher'
    expect(readPeople(text.replace('\uFEFF', ''), voices, [])).toEqual({
      people: [
        { alias: 'Blue chair', voiceId: 'families' },
        { alias: 'Anna', voiceId: 'staff' },
        { alias: 'Green jacket', voiceId: 'families' },
        { alias: 'Teacher' },
      ],
      twice: 0,
      unknown: 0,
      over: 0,
    })
  })

  test('leaves out who is there already, and says which voices are not known', () => {
    const read = readPeople('ANNA\nBen, Cooks\nben', voices, ['Anna'])
    expect(read).toMatchObject({ people: [{ alias: 'Ben' }], twice: 2, unknown: 1 })
  })

  test('takes no more than fit on the list', () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `Person ${index}`).join('\n')
    const read = readPeople(text, voices, ['Anna'])
    expect(read.people).toHaveLength(LIMITS.people - 1)
    expect(read.over).toBe(2_000 - (LIMITS.people - 1))
  })
})
