/** @jsxImportSource preact */
import type { Step } from '@core/model/step'
import { usePage, useWords } from '../context'
import { BigTick } from '../parts/big-tick'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { problemKey } from '../parts/problem'
import { Also } from '../parts/also'

type SentProps = { readonly cardId: string; readonly step: Step; readonly onAnother: () => void }

/** What became of the card that was just sent; true to what the host has answered so far. */
export const SentScreen = ({ cardId, step, onAnother }: SentProps) => {
  const { phone, tablet } = usePage()
  const t = useWords()
  const card = phone.mine.cards.find((one) => one.id === cardId)
  const state = card?.state ?? 'sent'
  const waiting = state === 'waiting'
  const title = state === 'refused' ? t('sent.refused') : waiting ? t('sent.waiting') : t('sent.title')
  const text =
    state === 'refused'
      ? t(problemKey(card?.problem))
      : waiting
        ? t('sent.waitingText')
        : t(step.contribute === 'alone' ? 'sent.alone' : 'sent.open')
  const again = (): void => {
    if (card?.state === 'refused') {
      phone.write({ text: card.text, entryIds: card.entryIds })
      phone.withdraw(card)
    }
    onAnother()
  }
  if (tablet) {
    const shown = state === 'waiting' || state === 'refused' ? state : 'in'
    return <tablet.After state={shown} title={title} text={text} onAgain={again} again={t('sent.another')} />
  }
  return (
    <Frame
      key={state}
      class="main-airy"
      title={title}
      foot={
        <Deed plain onClick={again}>
          <Icon name="pencil" /> {state === 'refused' ? t('sent.again') : t('sent.another')}
        </Deed>
      }
    >
      {waiting || state === 'refused' ? null : <BigTick />}
      <p role="status">{text}</p>
      {card ? (
        <blockquote class="own-words" dir="auto">
          {card.text}
        </blockquote>
      ) : null}
      <Also step={step} />
    </Frame>
  )
}
