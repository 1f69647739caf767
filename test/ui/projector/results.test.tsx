import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { METHODS, TOPICS, closedVote, fiveVoices } from '../../helpers/results'
import { openProjector } from './open-projector'

afterEach(cleanup)

const showResult = async (name: string, topics: readonly string[] = TOPICS) => {
  const method = METHODS.find((one) => one.name === name) ?? METHODS[0]!
  const vote = closedVote(method, { topics, fields: { resultShown: true } })
  await openProjector({ view: 'result', voteId: vote.id }, ...fiveVoices(), vote)
  await screen.findByText(/^26 of 26 voted$/, undefined, { timeout: 15_000 })
}

describe('the result on the projector', () => {
  test.each([
    ['dots', 'Everyone together, in dots', 'dots'],
    ['approval', 'Everyone together, in ballots', 'ballots'],
    ['rating', 'Everyone together, mean of 1 to 5', 'of 5'],
    ['ranking', 'Everyone together, in points', 'points'],
    ['share-100', 'Everyone together, in points', 'points'],
  ])('of %s has a bar for every topic, in its own unit', async (name, heading, unit) => {
    await showResult(name)
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy()
    expect(screen.getAllByText(new RegExp(`\\d ?${unit}$`))).toHaveLength(TOPICS.length)
    expect(screen.getByRole('heading', { name: 'First choice, by voice' })).toBeTruthy()
  })

  test('of effort by effect has a picture and the names of its points', async () => {
    await showResult('effort-effect')
    expect(await screen.findByRole('img', { name: /effect for little effort/ }, { timeout: 15_000 })).toBeTruthy()
    for (const topic of TOPICS) expect(screen.getAllByText(topic).length).toBeGreaterThan(0)
  })

  test('of consent shows support and objections, and no reasons', async () => {
    await showResult('consent', TOPICS.slice(0, 3))
    expect(await screen.findByRole('img', { name: /object/ }, { timeout: 15_000 })).toBeTruthy()
    expect(screen.getByText('Stand aside')).toBeTruthy()
    expect(screen.queryByText('The school was not asked.')).toBeNull()
  })
})
