import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nav } from '../../../renderer/facilitator/app/nav'
import { reportFailure, useProblems } from '../../../renderer/facilitator/app/problems'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const go = (kind: 'votes' | 'tasks' | 'people') => act(() => nav.go({ kind }))

test('a refusal goes with the place it was read in, not with the deed that led there', () => {
  const { result } = renderHook(useProblems)
  go('people')
  act(() => reportFailure({ code: 'still-used', params: { count: 1 } }))
  go('votes')
  expect(result.current).toHaveLength(1)
  vi.advanceTimersByTime(5_000)
  go('tasks')
  expect(result.current).toHaveLength(0)
})
