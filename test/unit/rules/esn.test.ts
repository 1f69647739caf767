import { describe, expect, test } from 'vitest'
import {
  countWords,
  ESN_LIMITS,
  ESN_PRINCIPLES,
  ESN_THEMES,
  esnFormOf,
  esnMissing,
  esnOver,
  ticksOf,
} from '@core/rules/esn'
import { aLab } from '../../helpers/builders'

test.each([
  ['', 0],
  ['  \n ', 0],
  ['One plan, made with the family.', 6],
  ['– 12 families – twice', 3],
  ["l'aide à domicile", 3],
  ['Črna gora\nje daleč', 4],
  ['co-production, and/or (both)', 3],
  ['« Bonjour » — dit-elle …', 2],
  ['Vi møtes\u00A0kl.\u00A09:30!', 4],
  ['ένα σχέδιο· μαζί', 3],
  ['один план 👩‍👧 вместе', 3],
  ['e\u0301cole\ttre\u0300s\r\nbien', 3],
  ['• one\n• two\n3. three', 4],
])('%j has %i words', (text, count) => expect(countWords(text)).toBe(count))

test('the lists are as long as on the form', () => {
  expect(ESN_THEMES).toHaveLength(23)
  expect(ESN_PRINCIPLES).toHaveLength(20)
})

const whole = aLab({
  country: 'Slovenia',
  organisations: ['Centre'],
  esn: {
    contact: 'lab@centre.example',
    themes: ['disability'],
    statuses: ['concept', 'scaling'],
    context: 'Help is scattered.',
    objectives: ['One plan'],
    activities: 'We met.',
    outcomes: 'It works.',
  },
})

describe('what the form asks for', () => {
  test('of an empty profile is everything but the title, which is the name of the lab', () => {
    expect(esnMissing(esnFormOf(aLab()))).toEqual([
      'organisations',
      'country',
      'contact',
      'themes',
      'statuses',
      'context',
      'objectives',
      'activities',
      'outcomes',
    ])
    expect(esnMissing(esnFormOf(undefined))[0]).toBe('title')
  })

  test('is there in a whole one; principles, links and tips may stay empty', () => {
    expect(esnMissing(esnFormOf(whole))).toEqual([])
  })

  test('with "other" ticked is also the words for it', () => {
    const esn = { ...whole.esn, themes: ['other'], statuses: ['other'] }
    expect(esnMissing(esnFormOf({ ...whole, esn }))).toEqual(['otherTheme', 'otherStatus'])
    const said = { ...esn, otherTheme: 'Debt', otherStatus: 'Paused' }
    expect(esnMissing(esnFormOf({ ...whole, esn: said }))).toEqual([])
  })

  test('is not met by spaces', () => {
    expect(esnMissing(esnFormOf({ ...whole, esn: { ...whole.esn, context: ' \n ', objectives: [' '] } }))).toEqual([
      'context',
      'objectives',
    ])
  })
})

test.each([
  [299, 0],
  [300, 0],
  [301, 1],
])('%i words are %i too many', (count, over) => {
  const esn = { activities: 'beseda, '.repeat(count) }
  expect(esnOver(esnFormOf(aLab({ esn }))).words).toBe(over)
})

test('a fourth objective is said', () => {
  const objectives = ['a', 'b', 'c', 'd']
  expect(esnOver({ ...esnFormOf(whole), objectives })).toEqual({ objectives: 1, words: 0 })
  expect(esnOver({ ...esnFormOf(whole), objectives: objectives.slice(0, ESN_LIMITS.objectives) }).objectives).toBe(0)
})

test('ticks are in the order of the form, and what no list knows stays', () => {
  expect(ticksOf(ESN_THEMES, ['other', 'old words', 'ageing-care'])).toEqual({
    ticked: ['ageing-care', 'other'],
    own: ['old words'],
  })
})
