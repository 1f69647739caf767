import { useState } from 'react'
import type { CoverChoice, Format, PartsChoice, Profile, ReportKind } from './report-kit'
import { REPORT_LANG } from './report-kit'
import { createMemory } from './window-memory'

/** What was chosen in the place of reports. Kept while the window is open, for each session; the file says nothing of it. */
export type Chosen = {
  readonly kind: ReportKind
  /** Null: the one that comes next. */
  readonly round: number | null
  readonly profile: Profile
  readonly lang: string
  readonly formats: readonly Format[]
  /** Each kind has parts of its own. */
  readonly parts: { readonly [kind in ReportKind]?: PartsChoice }
  readonly cover: CoverChoice
  /** Null: the usual one beside the session. */
  readonly folder: string | null
}

const useChosenIn = createMemory<Chosen>()

export const useChosen = (sessionId: string, formats: () => readonly Format[]) => {
  const chosenIn = useChosenIn()
  const [chosen, setChosen] = useState<Chosen>(
    () =>
      chosenIn.get(sessionId) ?? {
        kind: 'session',
        round: null,
        profile: 'participants',
        lang: REPORT_LANG,
        formats: formats(),
        parts: {},
        cover: {},
        folder: null,
      },
  )
  const choose = (change: Partial<Chosen>): void =>
    setChosen((before) => {
      const after = { ...before, ...change }
      chosenIn.set(sessionId, after)
      return after
    })
  return [chosen, choose] as const
}
