/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import { usePage } from '../context'
import { NothingScreen } from '../screens/still'

type More = (typeof import('../more/more'))['moreScreens']
type Voting = (typeof import('../voting/voting'))['votingScreens']

let more: More | null = null
let voting: Voting | null = null

/** The screens that few need come in a file of their own, soon after the first: then they are there without a network too. */
export const loadLater = async (): Promise<void> => {
  more ??= (await import('../more/more')).moreScreens
}

/** The ballots come right after the first screen. */
export const loadVoting = async (): Promise<void> => {
  voting ??= (await import('../voting/voting')).votingScreens
}

type WaitProps = { readonly load: () => Promise<void> }

/** Until the file is there. Without a network it is tried again when it is back. */
const Coming = ({ load, onCame }: WaitProps & { readonly onCame: () => void }) => {
  const { phone } = usePage()
  const { status } = phone
  useEffect(() => {
    void load().then(onCame, () => undefined)
    // oxlint-disable-next-line react/exhaustive-deps -- asked for once with each change of the connection
  }, [status])
  return <NothingScreen connecting />
}

export const Later = ({ draw }: { readonly draw: (screens: More) => VNode }) => {
  const [, again] = useReducer((count: number) => count + 1, 0)
  return more ? draw(more) : <Coming load={loadLater} onCame={() => again(null)} />
}

export const Voting = ({ draw }: { readonly draw: (screens: Voting) => VNode }) => {
  const [, again] = useReducer((count: number) => count + 1, 0)
  return voting ? draw(voting) : <Coming load={loadVoting} onCame={() => again(null)} />
}
