/** @jsxImportSource preact */
import type { Round } from '@core/model/vote'
import { useNow, usePage } from '../context'

/** The announced end of the vote, counted down. Told to a screen reader once, not every second. */
export const Closing = ({ round }: { readonly round: Round }) => {
  const { t } = usePage()
  const now = useNow(500, round.closesAt !== undefined)
  if (round.closesAt === undefined || round.state !== 'open') return null
  const left = Math.ceil((Date.parse(round.closesAt) - now) / 1000)
  const words = left > 0 ? t('ballot:screen.closing', { count: left }) : t('ballot:screen.closingNow')
  return (
    <p class="closing" role="timer">
      {words}
    </p>
  )
}
