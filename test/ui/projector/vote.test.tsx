import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { VoteMethod } from '@core/model/vote'
import { aVote } from '../../helpers/builders'
import { openProjector } from './open-projector'

afterEach(cleanup)

const showVote = (method: VoteMethod) => {
  const options = ['One', 'Two', 'Three'].map((text, index) => ({ id: `option-${index}`, text }))
  const rounds = [{ id: 'round-1', number: 1, state: 'open' as const }]
  return openProjector({ view: 'vote', voteId: 'vote-1' }, aVote({ id: 'vote-1', method, options, rounds }))
}

describe('a vote on the projector', () => {
  test.each<[string, VoteMethod, RegExp]>([
    ['dots', { name: 'dots', budget: 5, cap: 3 }, /^You have 5 dots\..*3 at most on one line\.$/],
    ['dots against too', { name: 'dots', budget: 5, cap: 3, negative: 2 }, /5 dots.*2 .*against/],
    ['some lines', { name: 'approval', most: 2 }, /\b2\b/],
    ['as many lines as there are', { name: 'approval', most: 3 }, /^Choose everything that is right for you\./],
    ['as many places as there are', { name: 'ranking', places: 3 }, /^Put the lines in order/],
  ])('says what stands on the ballot: %s', async (_, method, words) => {
    await showVote(method)
    expect(await screen.findByText(words)).toBeTruthy()
  })
})
