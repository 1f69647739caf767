import { expect, test } from 'vitest'
import { eraseFrom, erasureOf } from '@core/commands/erasure'
import { openVote } from '@core/commands/vote-phases'
import type { Tables } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import type { Image } from '@core/model/work'
import { unusedImages } from '@core/commands/unused-images'
import { brokenRecords } from '@core/rules/integrity'
import { aCard, aContext, aDocument, aVote } from '../../helpers/builders'
import { act, take } from '../../helpers/outcomes'

const anImage = (fields: Partial<Image> = {}): Image => ({
  type: 'image',
  id: 'image-1',
  mime: 'image/png',
  data: 'iVBORw0KGgo=',
  width: 1,
  height: 1,
  ...fields,
})
const id = 'vote-1'
const shown = { id: 'o1', text: 'Playground', imageId: 'image-1' }
const plain = { id: 'o2', text: 'Library' }
const optionsOf = (tables: Tables): Vote['options'] => tables.vote.get(id)?.options ?? []

test('a picture on a ballot is in use, and goes with the last ballot or card that shows it', () => {
  const tables = aDocument(anImage(), aCard({ imageId: 'image-1' }), aVote({ options: [shown, plain] }))
  expect(unusedImages(tables, tables.image.keys(), new Set())).toEqual([])
  act(tables, 'card.remove', { ids: ['card-1'] })
  expect(tables.image.size).toBe(1)
  act(tables, 'vote.update', { id, options: [{ ...shown, text: 'Swings' }, plain] })
  expect(tables.image.size).toBe(1)
  act(tables, 'vote.update', { id, options: [{ id: 'o1', text: 'Swings' }, plain] })
  expect(tables.image.size).toBe(0)
})

test('a removed vote takes its pictures along, if nothing else shows them', () => {
  const tables = aDocument(
    anImage(),
    anImage({ id: 'image-2' }),
    aCard({ imageId: 'image-2' }),
    aVote({ options: [shown, { ...plain, imageId: 'image-2' }] }),
  )
  act(tables, 'vote.remove', { id })
  expect([...tables.image.keys()]).toEqual(['image-2'])
})

test('a removed picture leaves the ballot, and nothing points to it', () => {
  const tables = aDocument(anImage(), aVote({ options: [shown, plain] }))
  act(tables, 'image.remove', { id: 'image-1' })
  expect(optionsOf(tables)).toEqual([{ id: 'o1', text: 'Playground' }, plain])
  expect(brokenRecords(tables)).toEqual([])
})

test('opening takes the picture of the card over; erasing the card takes it away', () => {
  const source = { type: 'card' as const, id: 'card-1' }
  const tables = aDocument(
    anImage(),
    aCard({ imageId: 'image-1', text: 'Our yard' }),
    aVote({ options: [{ id: 'o1', text: 'Our yard', source }, plain] }),
  )
  take(tables, openVote(tables, { id }, aContext(2)))
  expect(optionsOf(tables)[0]).toEqual({ id: 'o1', text: 'Our yard', source, imageId: 'image-1' })
  take(tables, { ok: true, value: eraseFrom(tables, erasureOf(['card-1'])).diff })
  expect(optionsOf(tables)[0]).toEqual({ id: 'o1', text: '\u2026' })
  expect(tables.image.size).toBe(0)
  expect(brokenRecords(tables)).toEqual([])
})

test('a picture of one’s own on a ballot stays when another topic’s card is erased', () => {
  const tables = aDocument(anImage(), aCard(), aVote({ options: [shown, plain] }))
  take(tables, { ok: true, value: eraseFrom(tables, erasureOf(['card-1'])).diff })
  expect(optionsOf(tables)[0]).toEqual(shown)
})
