import { expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import { votesBlocks } from '@core/report/votes-part'
import { closedSession } from '../../helpers/report'

test('what a vote’s table needs to be understood stands before it, so that no page of print holds a notice alone', () => {
  const kinds = votesBlocks(tablesOf(closedSession()), 'public').map((block) => block.b)
  expect(kinds).toContain('notice')
  expect(kinds.lastIndexOf('notice')).toBeLessThan(kinds.lastIndexOf('table'))
  expect(kinds.lastIndexOf('paragraph')).toBeLessThan(kinds.lastIndexOf('table'))
})
