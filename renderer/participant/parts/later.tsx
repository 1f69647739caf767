/** @jsxImportSource preact */
import type { VNode } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import { usePage } from '../context'
import { NothingScreen } from '../screens/still'

type Screens = (typeof import('../more/more'))['moreScreens']

let screens: Screens | null = null

/** The screens that few need come in a file of their own, soon after the first: then they are there without a network too. */
export const loadLater = async (): Promise<void> => {
  screens ??= (await import('../more/more')).moreScreens
}

export const Later = ({ draw }: { readonly draw: (screens: Screens) => VNode }) => {
  const { phone } = usePage()
  const [, again] = useReducer((count: number) => count + 1, 0)
  const { status } = phone
  useEffect(() => {
    // Without a network it is tried again when it is back.
    if (!screens)
      void loadLater().then(
        () => again(null),
        () => undefined,
      )
  }, [status])
  if (!screens) return <NothingScreen connecting />
  return draw(screens)
}
