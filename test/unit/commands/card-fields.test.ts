import { describe, expect, it } from 'vitest'
import { applyDiff, invertDiff } from '@core/change/diff'
import type { Tables } from '@core/model/document'
import { tablesOf } from '@core/model/document'
import type { Image } from '@core/model/work'
import { aBoard, aCard, aLab, anActivity, aSession, aVoice } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const anImage = (fields: Partial<Image> = {}): Image => ({
  type: 'image',
  id: 'image-1',
  mime: 'image/png',
  data: 'aGk=',
  width: 2,
  height: 2,
  ...fields,
})

const base = [aSession(), aLab(), aBoard(), aVoice()]

describe('pictures', () => {
  const withImage = (): Tables =>
    tablesOf([...base, anImage(), aCard({ imageId: 'image-1' }), aCard({ id: 'card-2', imageId: 'image-1' })])

  it('go with the last card that shows them, and come back with it', () => {
    const tables = withImage()
    act(tables, 'card.remove', { ids: ['card-1'] })
    expect(tables.image.size).toBe(1)
    const gone = act(tables, 'card.remove', { ids: ['card-2'] })
    expect(tables.image.size).toBe(0)
    expect(applyDiff(tables, invertDiff(gone)).ok).toBe(true)
    expect(tables.image.get('image-1')).toEqual(anImage())
    expect(tables.card.get('card-2')?.imageId).toBe('image-1')
  })

  it('stay while an activity shows them', () => {
    const tables = tablesOf([...base, anImage(), aCard({ imageId: 'image-1' }), anActivity({ imageId: 'image-1' })])
    act(tables, 'card.update', { id: 'card-1', imageId: null })
    expect(tables.image.size).toBe(1)
  })

  it('go with the last activity that shows them', () => {
    const tables = tablesOf([...base, anImage(), anActivity({ imageId: 'image-1' })])
    const gone = act(tables, 'activity.remove', { id: 'activity-1' })
    expect(tables.image.size).toBe(0)
    expect(applyDiff(tables, invertDiff(gone)).ok).toBe(true)
    act(tables, 'activity.update', { id: 'activity-1', imageId: null })
    expect(tables.image.size).toBe(0)
  })

  it('go when a card gets another one', () => {
    const tables = tablesOf([...base, anImage(), anImage({ id: 'image-2' }), aCard({ imageId: 'image-1' })])
    act(tables, 'card.update', { id: 'card-1', imageId: 'image-2' })
    expect([...tables.image.keys()]).toEqual(['image-2'])
    expect(codeOf(run(tables, 'card.update', { id: 'card-1', imageId: 'image-9' }))).toBe('not-found')
  })

  it('are described, and removed from every card', () => {
    const tables = withImage()
    act(tables, 'image.update', { id: 'image-1', alt: ' The yard behind the school ' })
    expect(tables.image.get('image-1')?.alt).toBe('The yard behind the school')
    act(tables, 'image.update', { id: 'image-1', alt: null })
    expect(tables.image.get('image-1')?.alt).toBeUndefined()
    act(tables, 'image.remove', { id: 'image-1' })
    expect([...tables.card.values()].map((card) => card.imageId)).toEqual([undefined, undefined])
  })
})

describe('tags', () => {
  const tagged = (): Tables =>
    tablesOf([
      ...base,
      aCard({ tags: ['school'] }),
      aCard({ id: 'card-2', tags: ['School trips', 'school'] }),
      aCard({ id: 'card-3' }),
    ])

  it('are given to many at once, each once, and taken back at once', () => {
    const tables = tagged()
    const diff = act(tables, 'card.update-many', {
      ids: ['card-1', 'card-2', 'card-3'],
      addTags: [' School ', 'trust'],
    })
    expect(tables.card.get('card-1')?.tags).toEqual(['school', 'trust'])
    expect(tables.card.get('card-3')?.tags).toEqual(['School', 'trust'])
    expect(applyDiff(tables, invertDiff(diff)).ok).toBe(true)
    expect(tables.card.get('card-3')).toEqual(aCard({ id: 'card-3' }))
  })

  it('leave a card without tags alone when only its voice changes', () => {
    const tables = tagged()
    act(tables, 'card.update-many', { ids: ['card-3'], voiceId: 'families' })
    expect(tables.card.get('card-3')).toEqual(aCard({ id: 'card-3', voiceId: 'families' }))
  })

  it('are renamed everywhere, and merge with the same name', () => {
    const tables = tagged()
    act(tables, 'tag.rename', { from: 'school', to: 'School trips' })
    expect(tables.card.get('card-1')?.tags).toEqual(['School trips'])
    expect(tables.card.get('card-2')?.tags).toEqual(['School trips'])
    act(tables, 'tag.rename', { from: 'School trips', to: null })
    expect(tables.card.get('card-1')?.tags).toEqual([])
    expect(codeOf(run(tables, 'tag.rename', { from: 'a', to: '  ' }))).toBe('text-empty')
  })
})

describe('what a stakeholder expects', () => {
  it('is not written over what somebody else wrote meanwhile', () => {
    const tables = tablesOf([...base, aCard({ expects: 'One plan' })])
    const mine = { id: 'card-1', expects: 'To be asked first' }
    expect(codeOf(run(tables, 'card.update', { ...mine, wasExpects: '' }))).toBe('changed-meanwhile')
    act(tables, 'card.update', { ...mine, wasExpects: 'One plan', scale: 'local' })
    expect(tables.card.get('card-1')).toMatchObject({ expects: 'To be asked first', scale: 'local' })
  })
})

describe('a pasted list', () => {
  const list = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `line-${index}`, text: `Line ${index}` }))

  it('of two thousand lines is one change, in its order, at the end of the zone', () => {
    const tables = tablesOf([...base, aCard()])
    const diff = act(tables, 'card.add-many', { boardId: 'board-1', zone: ['t1', 'l1'], cards: list(2_000) })
    expect(diff.added).toHaveLength(2_000)
    const order = [...tables.card.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1)).map((card) => card.id)
    expect(order).toEqual(['card-1', ...list(2_000).map((line) => line.id)])
  })

  it('comes in wholly or not at all', () => {
    const tables = tablesOf([...base, aCard()])
    const to = { boardId: 'board-1', zone: ['t1', 'l1'] }
    const bad = [...list(2), { id: 'line-x', text: 'Whose?', voiceId: 'nobody' }]
    expect(codeOf(run(tables, 'card.add-many', { ...to, cards: bad }))).toBe('not-found')
    expect(codeOf(run(tables, 'card.add-many', { ...to, cards: [...list(1), ...list(1)] }))).toBe('already-there')
    expect(codeOf(run(tables, 'card.add-many', { ...to, zone: ['t9', 'l1'], cards: list(1) }))).toBe('wrong-place')
    expect(tables.card.size).toBe(1)
  })
  it('brings the voices, columns and rows that it names, as one change', () => {
    const tables = tablesOf(base)
    const theme = tables.board.get('board-1')?.axes[0]
    const own = { id: 'line-new', text: 'Buses stop at six.', voiceId: 'riders', zone: ['transport', 'l1'] }
    const to = { boardId: 'board-1', zone: ['t1', 'l1'], cards: [...list(1), own] }
    const voices = [{ id: 'riders', name: 'Riders' }]
    const entries = [{ axisId: theme?.id ?? '', id: 'transport', name: 'Transport' }]
    const before = structuredClone([...tables.board.values()])
    for (const wrong of [
      { ...to, entries },
      { ...to, voices },
      { ...to, voices: [...voices, ...voices], entries },
      { ...to, voices: [{ id: 'riders', name: ' ' }], entries },
    ]) {
      expect(run(tables, 'card.import', wrong).ok).toBe(false)
    }
    const diff = act(tables, 'card.import', { ...to, voices, entries })
    expect(tables.card.get('line-new')).toMatchObject({ voiceId: 'riders', zone: ['transport', 'l1'] })
    expect(tables.voice.get('riders')).toMatchObject({ label: { text: 'Riders' } })
    expect(tables.board.get('board-1')?.axes[0]?.entries.at(-1)?.label).toEqual({ text: 'Transport' })
    applyDiff(tables, invertDiff(diff))
    expect([...tables.board.values()]).toEqual(before)
    expect([tables.voice.has('riders'), tables.card.has('line-new')]).toEqual([false, false])
  })
})
