import { describe, expect, test } from 'vitest'
import { heardIn } from '../../../renderer/facilitator/app/heard'
import { aCard, aVoice } from '../../helpers/builders'

const families = aVoice({ id: 'families', present: 5 })
const managers = aVoice({ id: 'managers', present: 2 })
const absent = aVoice({ id: 'absent' })
const said = (voiceId: string, fields: object = {}) =>
  aCard({ id: `c-${Math.random()}`, voiceId, revealed: true, ...fields })
const all = (): boolean => true

describe('who was heard', () => {
  test('counts what was said in the open only', () => {
    const cards = [said('families'), said('families', { held: true }), said('families', { revealed: false })]
    expect(heardIn([families], cards, all).total).toBe(1)
  })

  test('names voices that are here and were not heard', () => {
    const { quiet } = heardIn([families, managers, absent], [said('families')], all)
    expect(quiet).toMatchObject({ kind: 'silent', voices: [{ id: 'managers' }] })
  })

  test('else names who said least, with the figures', () => {
    const cards = [said('families'), said('families'), said('managers')]
    const { quiet } = heardIn([families, managers], cards, all)
    expect(quiet).toMatchObject({ kind: 'least', voice: { id: 'managers' }, count: 1, total: 3 })
  })

  test('does not call cards without a voice nobody', () => {
    const { total, quiet } = heardIn([families], [aCard({ id: 'c', revealed: true })], all)
    expect(total).toBe(0)
    expect(quiet.kind).toBe('unstated')
  })

  test('blames nobody when all said the same or nothing was said', () => {
    expect(heardIn([families, managers], [], all).quiet.kind).toBe('nobody')
    expect(heardIn([families, managers], [said('families'), said('managers')], all).quiet.kind).toBe('even')
  })

  test('lists no voice that is neither here nor expected nor heard', () => {
    const ids = (voices: readonly (typeof families)[], cards: Parameters<typeof heardIn>[1]): readonly string[] =>
      heardIn(voices, cards, all).voices.map(({ voice }) => voice.id)
    expect(ids([families, managers, absent], [])).toEqual(['families', 'managers'])
    expect(ids([families, absent], [said('absent')])).toEqual(['families', 'absent'])
    expect(ids([absent, { ...absent, id: 'other' }], [])).toEqual(['absent', 'other'])
  })

  test('does not say that all were heard alike where one voice alone is here, or nobody was counted', () => {
    expect(heardIn([managers, absent], [said('managers')], all).quiet).toMatchObject({
      kind: 'only',
      voice: { id: 'managers' },
    })
    const nobodyCounted = [absent, { ...absent, id: 'other' }]
    expect(heardIn(nobodyCounted, [said('absent')], all).quiet).toMatchObject({
      kind: 'silent',
      voices: [{ id: 'other' }],
    })
  })
})
