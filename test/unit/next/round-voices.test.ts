import { expect, test } from 'vitest'
import type { Voice } from '@core/model/voice'
import { roundVoices } from '@core/next/round-voices'

const words = (key: string): string => (key === 'boards:voice.staff' ? 'Front-line staff' : key)

const aVoice = (id: string, slot: number, label: Voice['label']): Voice => ({
  type: 'voice',
  id,
  order: id,
  label,
  slot,
  expected: 4,
  present: 0,
})

test('a round brings the voices it is for, each with a look of its own', () => {
  const families = aVoice('a', 2, { text: 'Families' })
  const staff = aVoice('b', 2, { key: 'boards:voice.staff' })
  const managers = aVoice('c', 3, { key: 'boards:voice.managers' })
  const fresh = roundVoices([staff, managers], [families], words)
  expect(fresh.map(({ id, slot }) => [id, slot])).toEqual([
    ['b', 1],
    ['c', 3],
  ])
  expect(fresh.every(({ order }) => order > families.order)).toBe(true)
})

test('a voice that the lab has by its own words is not there twice', () => {
  const own = aVoice('a', 5, { text: 'front-line staff ' })
  expect(roundVoices([aVoice('b', 2, { key: 'boards:voice.staff' })], [own], words)).toEqual([])
})
