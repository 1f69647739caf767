/** @jsxImportSource preact */
import { usePage, useWords } from '../context'

/** To the cards of this phone, once there are any. */
export const OwnCardsLink = () => {
  const { phone, setPanel } = usePage()
  const t = useWords()
  const count = phone.mine.cards.length
  return count === 0 ? null : (
    <button type="button" class="link" onClick={() => setPanel('mine')}>
      {t('write.mine', { count })}
    </button>
  )
}
