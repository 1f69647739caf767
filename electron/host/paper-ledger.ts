import type { Ballot } from '@core/model/vote'
import type { PaperMark, PaperView } from '@core/protocol/vote-views'

type Entry = PaperView['log'][number]
/** What is kept in the sealed box for one thing done with a slip. `ballot` null: not to be read as one, or removed. */
export type PaperFrame = { readonly channel: 'paper'; readonly ballot: Ballot | null; readonly slip: Entry }

/** A slip as it stands now: `first` counts. */
export type Reading = {
  readonly first: PaperMark
  readonly second: PaperMark | null
  /** The two were different at some time. */
  readonly differed: boolean
}

export const markOf = ({ ballot }: PaperFrame): PaperMark => (ballot ? { kind: 'ballot', ballot } : { kind: 'invalid' })

/** Two people copy the same handwriting with other gaps and capitals: the words of a reason are what counts. */
export const sameMark = (a: PaperMark, b: PaperMark): boolean => plain(a) === plain(b)
const plain = (mark: PaperMark): string => {
  if (mark.kind === 'invalid') return ''
  const { values, voiceId = '', reason = '' } = mark.ballot
  return JSON.stringify([values, voiceId, reason.normalize('NFC').replaceAll(/\s/g, '').toLowerCase()])
}

export const differs = ({ first, second }: Reading): boolean => second !== null && !sameMark(first, second)

/** What was typed in from slips, worked out from what was done, in order. */
export const createPaperLedger = () => {
  const done: PaperFrame[] = []
  const byNumber = new Map<number, PaperFrame[]>()
  const of = (number: number): Reading | null => (byNumber.get(number) ?? []).reduce<Reading | null>(next, null)
  const readings = (): { readonly number: number; readonly reading: Reading }[] =>
    [...byNumber.keys()]
      .toSorted((a, b) => a - b)
      .flatMap((number) => {
        const reading = of(number)
        return reading ? [{ number, reading }] : []
      })
  return {
    add: (frame: PaperFrame): void => {
      done.push(frame)
      byNumber.set(frame.slip.number, [...(byNumber.get(frame.slip.number) ?? []), frame])
    },
    /** It did not reach the disk: as if it had not been done. */
    drop: (frame: PaperFrame): void => {
      const { number } = frame.slip
      done.splice(done.indexOf(frame), 1)
      byNumber.set(
        number,
        (byNumber.get(number) ?? []).filter((one) => one !== frame),
      )
    },
    of,
    counts: () => {
      const all = readings().map(({ reading }) => reading)
      return {
        entered: all.length,
        twice: all.filter(({ second }) => second !== null).length,
        differing: all.filter(differs).length,
        corrected: all.filter((reading) => reading.differed && !differs(reading)).length,
      }
    },
    view: (): Pick<PaperView, 'entered' | 'twice' | 'differing' | 'invalid' | 'log'> => {
      const all = readings()
      const numbers = (fits: (reading: Reading) => boolean): number[] =>
        all.filter(({ reading }) => fits(reading)).map(({ number }) => number)
      return {
        entered: numbers(() => true),
        twice: numbers(({ second }) => second !== null),
        differing: all.flatMap(({ number, reading: { first, second, differed } }) =>
          second && differs({ first, second, differed }) ? [{ number, first, second }] : [],
        ),
        invalid: numbers(({ first }) => first.kind === 'invalid'),
        log: done.map(({ slip }) => slip).toReversed(),
      }
    },
  }
}
export type PaperLedger = ReturnType<typeof createPaperLedger>

const next = (before: Reading | null, frame: PaperFrame): Reading | null => {
  const mark = markOf(frame)
  const after = (first: PaperMark, second: PaperMark | null): Reading => ({
    first,
    second,
    differed: (before?.differed ?? false) || (second !== null && !sameMark(first, second)),
  })
  switch (frame.slip.what) {
    case 'entered':
      return after(mark, null)
    case 'changed':
      return after(mark, before?.second ?? null)
    case 'second':
      // Its first typing did not reach the disk.
      return before && after(before.first, mark)
    case 'fixed':
      return after(mark, mark)
    case 'removed':
      return null
  }
}
