import { createContext, useContext } from 'react'
import type { Chain, Dialogue } from '@core/rules/chain'

/** What the rows of the place share. */
export type DialogueWork = {
  readonly dialogue: Dialogue
  /** Name of a round, in the reader's language. */
  readonly roundName: (round: number) => string
  readonly chosen: string | null
  readonly choose: (chainId: string | null) => void
  /** Where an answer is being written. */
  readonly answering: { readonly chainId: string; readonly round: number } | null
  readonly answer: (chainId: string, round: number) => void
  readonly endAnswer: () => void
  /** Puts the chain on the projector. */
  readonly show: (chain: Chain) => Promise<void>
  /** Makes it an open question of the lab, so that it has an owner and a date and comes along. */
  readonly bringUp: (chain: Chain) => Promise<void>
  /** Chains that stand among the open questions already. */
  readonly broughtUp: ReadonlySet<string>
  /** The session is closed or this page only reads. */
  readonly locked: boolean
}

const Work = createContext<DialogueWork | null>(null)

export const DialogueWorkProvider = Work.Provider

export const useDialogueWork = (): DialogueWork => {
  const work = useContext(Work)
  if (!work) throw new Error('outside of the dialogue place')
  return work
}
