/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { usePage, useWords } from '../context'
import { Icon } from './icon'

/** Short gaps heal by themselves and would only frighten. */
const PATIENCE = 1_500

/** Says that the network is gone and that nothing is lost by it. */
export const OfflineBanner = () => {
  const { phone } = usePage()
  const t = useWords()
  // A closed room has a screen of its own that says so.
  const away = phone.status === 'offline' && phone.ending?.kind !== 'bye'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!away) {
      setShown(false)
      return undefined
    }
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [away])
  const { cards, ballots, draft } = phone.mine
  const kept =
    draft.text !== '' ||
    cards.some((card) => card.state === 'waiting') ||
    Object.values(ballots).some((ballot) => ballot.state === 'waiting')
  return (
    <div role="status">
      {shown && away ? (
        <p class="offline">
          <Icon name="wifiOff" size={22} />
          <span>{t(kept ? 'offline.kept' : 'offline.banner')}</span>
        </p>
      ) : null}
    </div>
  )
}
