/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { VoteRound } from '../model/screen'
import { NothingScreen } from './still'

type ResultProps = VoteRound & { readonly ended?: boolean }

const load = () => import('./result')

const PATIENCE = 2_000
const MOST_TRIES = 3

/** Loads the part that works out results while the host is there, so that it is not missing when the network is. */
export const preloadResult = (): void => {
  load().catch(() => undefined)
}

/** The result screen is a chunk of its own: most of a meeting goes by without it. */
export const ResultScreen = (props: ResultProps) => {
  const [part, setPart] = useState<Awaited<ReturnType<typeof load>> | null>(null)
  useEffect(() => {
    let here = true
    const ask = (tries: number): void => {
      load().then(
        (loaded) => here && setPart(loaded),
        // Some browsers remember a failed load for as long as the page lives; nothing is lost by loading it again.
        () => here && (tries < MOST_TRIES ? setTimeout(() => ask(tries + 1), PATIENCE) : location.reload()),
      )
    }
    ask(1)
    return () => {
      here = false
    }
  }, [])
  return part ? <part.ResultScreen {...props} /> : <NothingScreen connecting={false} />
}
