import { useNow, useSession } from '../../shared/replica/react'

const MINUTE = 60_000
const DAY = 86_400_000

/** The day it is now where the session takes place, as `YYYY-MM-DD`. */
export const dayIn = (now: number, timeZone: string | undefined): string =>
  // Canadian English writes days in the form of the file format.
  new Intl.DateTimeFormat('en-CA', { ...(timeZone ? { timeZone } : {}), dateStyle: 'short' }).format(now)

export const useToday = (): string => {
  const timeZone = useSession()?.timeZone
  return dayIn(useNow(MINUTE), timeZone)
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Whole days from `from` to `to`; below zero when `to` was earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((midnight(to) - midnight(from)) / DAY)

export const dayAfter = (day: string, days: number): string =>
  new Date(midnight(day) + days * DAY).toISOString().slice(0, 10)
