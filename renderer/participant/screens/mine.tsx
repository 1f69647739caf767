/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { usePage, useWords } from '../context'
import type { OwnCard } from '../model/memory'
import { Deed, Frame } from '../parts/frame'
import { problemKey } from '../parts/problem'

/** What this phone has said, with the way to take it back. */
export const MineScreen = () => {
  const { phone, setPanel } = usePage()
  const t = useWords()
  const { cards } = phone.mine
  return (
    <Frame
      title={t('mine.title')}
      lead={cards.length === 0 ? t('mine.none') : t('mine.lead')}
      foot={
        <Deed plain onClick={() => setPanel(null)}>
          {t('head.close')}
        </Deed>
      }
    >
      <ul class="own-cards">
        {cards.toReversed().map((card) => (
          <OwnCardRow key={card.id} card={card} />
        ))}
      </ul>
    </Frame>
  )
}

const OwnCardRow = ({ card }: { readonly card: OwnCard }) => {
  const { phone, say } = usePage()
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const back = (): void => {
    phone.withdraw(card)
    say(t('mine.gone'))
  }
  const state = { waiting: 'waiting', withdrawing: 'leaving', sent: 'sent', refused: 'refused' }[card.state]
  return (
    <li class="own-card">
      <p dir="auto">{card.text}</p>
      <p class={card.problem ? 'small problem' : 'small quiet'}>
        {card.problem ? t(problemKey(card.problem)) : t(`mine.${state}`)}
      </p>
      {card.state === 'withdrawing' ? null : asking ? (
        <div class="own-card-deeds" role="group" aria-label={t('mine.sure')}>
          <span class="strong">{t('mine.sure')}</span>
          <button type="button" class="small-deed small-deed-bad" onClick={back}>
            {t('mine.sureYes')}
          </button>
          <button type="button" class="small-deed" onClick={() => setAsking(false)}>
            {t('mine.sureNo')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="small-deed"
          aria-label={t('mine.withdrawOf', { text: card.text.slice(0, 80) })}
          onClick={() => setAsking(true)}
        >
          {t('mine.withdraw')}
        </button>
      )}
    </li>
  )
}
