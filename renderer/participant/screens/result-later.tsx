/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { VoteRound } from '../model/screen'
import { NothingScreen } from './still'

type ResultProps = VoteRound & { readonly ended?: boolean }

const load = () => import('./result')

/** Loads the part that works out results while there is time, so that it is there when the network may not be. */
export const preloadResult = (): void => {
  load().catch(() => undefined)
}

/** The result screen is a chunk of its own: most of a meeting goes by without it. */
export const ResultScreen = (props: ResultProps) => {
  const [part, setPart] = useState<Awaited<ReturnType<typeof load>> | null>(null)
  useEffect(() => {
    let here = true
    const ask = (): void => {
      load().then(
        (loaded) => here && setPart(loaded),
        () => here && setTimeout(ask, 2_000),
      )
    }
    ask()
    return () => {
      here = false
    }
  }, [])
  return part ? <part.ResultScreen {...props} /> : <NothingScreen connecting={false} />
}
