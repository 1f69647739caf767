import { Suspense } from 'react'
import type { Vote } from '@core/model/vote'
import { lazyPlace } from '../app/lazy-place'

const WORDS = ['paper', 'outcomes', 'reportPlace'] as const
const Ballots = lazyPlace(async () => (await import('./print-ballots')).PrintBallots, ...WORDS)
const Access = lazyPlace(async () => (await import('./print-access')).PrintAccess, ...WORDS)

interface BallotsProps {
  readonly vote: Vote
  readonly onClose: () => void
}

/** Numbered slips for the last round of a vote; to be rendered while it is open. Brings its own words. */
export const PrintBallotsDialog = (props: BallotsProps) => (
  <Suspense fallback={null}>
    <Ballots {...props} />
  </Suspense>
)

/** The sheet that says how to get into the room; to be rendered while it is open. Brings its own words. */
export const PrintAccessDialog = (props: { readonly onClose: () => void }) => (
  <Suspense fallback={null}>
    <Access {...props} />
  </Suspense>
)
