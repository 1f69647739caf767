import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '@core/model/limits'
import type { BallotValue } from '@core/model/vote'
import type { PaperFrame } from '../../../electron/host/paper-ledger'
import type { Frame } from '../../../electron/host/round-box'
import { createRoundBox, slotBytes } from '../../../electron/host/round-box'
import type { Ballot } from '../../../electron/storage/session-types'

/** A box on a disk that can be made to fail. */
const boxOn = (kept: Ballot[] = []) => {
  const disk = { fails: false }
  const append = (ballot: Ballot): Promise<void> => {
    if (disk.fails) return Promise.reject(new Error('disk full'))
    kept.push(structuredClone(ballot))
    return Promise.resolve()
  }
  return { disk, kept, box: createRoundBox({ ballots: [...kept], append }, 10_000) }
}

const paper = (number: number, what: PaperFrame['slip']['what'], values: BallotValue[] | null): PaperFrame => ({
  channel: 'paper',
  ballot: values && { values },
  slip: { at: 1, number, what, by: 'facilitator' },
})
const phone = (values: BallotValue[]): Frame => ({ channel: 'phone', ballot: { values } })

describe('what does not reach the disk', () => {
  test('was not typed in, changed, typed a second time or taken out', async () => {
    const { disk, box } = boxOn()
    await box.put('slip-1', 1, paper(1, 'entered', [3]))
    await box.put('slip-2', 1, paper(2, 'entered', [1]))
    await box.put('slip-2', 2, paper(2, 'second', [1]))
    const seen = () => [
      ['slip-1', 'slip-2', 'slip-3'].map((cred) => box.get(cred)?.cast),
      box.count(),
      box.paper.view(),
    ]
    const before = seen()
    disk.fails = true
    const tries = [
      box.put('slip-3', 1, paper(3, 'entered', [5])),
      box.put('slip-1', 2, paper(1, 'changed', [4])),
      box.put('slip-1', 2, paper(1, 'second', null)),
      box.put('slip-2', 3, paper(2, 'fixed', [5])),
    ]
    for (const one of tries) await expect(one).rejects.toThrow('disk full')
    await expect(box.put('slip-1', 2, paper(1, 'removed', null))).rejects.toThrow('disk full')
    expect(seen()).toEqual(before)
  })
})

const deed: fc.Arbitrary<readonly [string, Frame]> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .map(([device, value]) => [`device-${device}`, phone([value])] as const),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('entered', 'changed', 'second', 'fixed', 'removed' as const),
      fc.constantFrom<(number[] | null)[]>(null, [0], [1], [2]),
    )
    .map(([number, what, values]) => [`slip-${number}`, paper(number, what, values)] as const),
)

test('a box read again after a crash is the box as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
      const { kept, box } = boxOn()
      for (const [cred, frame] of deeds) await box.put(cred, (box.get(cred)?.rev ?? 0) + 1, frame)
      const { box: again } = boxOn(kept)
      expect([again.all(), again.paper.view(), again.paper.counts()]).toEqual([
        box.all(),
        box.paper.view(),
        box.paper.counts(),
      ])
      // Every slip that was typed in and not taken out counts once, by its first typing.
      expect(again.all().filter(({ channel }) => channel === 'paper')).toHaveLength(box.paper.counts().entered)
      expect([...again.counted()]).toEqual([...box.counted()])
    }),
    { numRuns: 300 },
  )
})

const LONGEST: readonly (readonly [method: string, value: BallotValue])[] = [
  ['dots', -99],
  ['approval', null],
  ['rating', null],
  ['ranking', 200],
  ['effort-effect', [5, 5]],
  ['consent', null],
  ['share-100', null],
]

test.each(LONGEST)('a slot takes the longest ballot of %s, from a phone as well as from paper', (method, value) => {
  const name = (length: number): string => 'x'.repeat(length)
  for (const options of [1, LIMITS.options]) {
    const reason = method === 'consent' ? { reason: '\u0001'.repeat(LIMITS.statement) } : {}
    const ballot = { voiceId: name(40), values: Array.from({ length: options }, () => value), ...reason }
    const slip = { at: Date.parse('2999-01-01'), number: 9_999_999, what: 'changed', by: 'co-facilitator' } as const
    const frames: Frame[] = [
      { channel: 'kiosk', ballot, from: name(43) },
      { channel: 'paper', ballot, slip },
    ]
    const nothing = { ballots: [], append: () => Promise.resolve() }
    const box = createRoundBox(nothing, slotBytes(options, method))
    for (const frame of frames) expect(box.fits(name(43), 999_999, frame)).toBe(true)
  }
})
