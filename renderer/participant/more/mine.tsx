/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { sessionOf } from '@core/model/document'
import type { DocumentView } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import { usePage } from '../context'
import type { OwnCard } from '../model/memory'
import { currentStep } from '../model/screen'
import { Deed, Frame } from '../parts/frame'
import { problemKey } from '../parts/problem'

/** What this phone has said, with the way to change it, let it go on or take it back. */
export const MineScreen = () => {
  const { phone, setPanel, t } = usePage()
  const { cards } = phone.mine
  return (
    <Frame
      title={t('phoneMore:mine.title')}
      lead={cards.length === 0 ? t('phoneMore:mine.none') : t('phoneMore:mine.lead')}
      foot={
        <Deed plain onClick={() => setPanel(null)}>
          {t('participant:head.close')}
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
  const { t } = usePage()
  const [open, setOpen] = useState<'asking' | 'changing' | null>(null)
  const state = { waiting: 'waiting', withdrawing: 'leaving', sent: 'sent', refused: 'refused' }[card.state]
  const close = (): void => setOpen(null)
  if (open === 'changing') {
    return (
      <li class="own-card">
        <Change card={card} onClose={close} />
      </li>
    )
  }
  return (
    <li class="own-card">
      <p dir="auto">{card.text}</p>
      <p class={card.problem ? 'small problem' : 'small quiet'}>
        {card.problem
          ? t(`participant:${problemKey(card.problem)}`)
          : t(card.released ? 'phoneMore:mine.isReleased' : `phoneMore:mine.${state}`)}
      </p>
      {card.state === 'withdrawing' ? null : open === 'asking' ? (
        <Sure card={card} onClose={close} />
      ) : (
        <Deeds card={card} onOpen={setOpen} />
      )}
    </li>
  )
}

type Inside = { readonly card: OwnCard; readonly onClose: () => void }

const Sure = ({ card, onClose }: Inside) => {
  const { phone, say, t } = usePage()
  const back = (): void => {
    phone.withdraw(card)
    say(t('phoneMore:mine.gone'))
  }
  return (
    <div class="own-card-deeds" role="group" aria-label={t('phoneMore:mine.sure')}>
      <span class="strong">{t('phoneMore:mine.sure')}</span>
      <button type="button" class="small-deed small-deed-bad" onClick={back}>
        {t('phoneMore:mine.sureYes')}
      </button>
      <button type="button" class="small-deed" onClick={onClose}>
        {t('phoneMore:mine.sureNo')}
      </button>
    </div>
  )
}

/** A card can be changed while its step runs; the host says so, should that be over. */
const Change = ({ card, onClose }: Inside) => {
  const { phone, say, t } = usePage()
  const [text, setText] = useState(card.text)
  const over = text.length - LIMITS.statement
  const save = (): void => {
    if (text.trim() === '') return say(t('participant:write.empty'))
    if (over > 0) return say(t('participant:write.over', { count: over }))
    if (text.trim() !== card.text) phone.changeCard(card, text.trim())
    say(t('phoneMore:mine.changed'))
    return onClose()
  }
  return (
    <>
      <textarea
        class="words"
        dir="auto"
        rows={3}
        aria-label={t('phoneMore:mine.words')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {over > 0 ? <p class="problem">{t('participant:write.over', { count: over })}</p> : null}
      <div class="own-card-deeds">
        <button type="button" class="small-deed" onClick={save}>
          {t('phoneMore:mine.save')}
        </button>
        <button type="button" class="small-deed" onClick={onClose}>
          {t('phoneMore:mine.cancel')}
        </button>
      </div>
    </>
  )
}

/** Only where there are rounds to travel to. */
const canTravel = (view: DocumentView | null): boolean => view !== null && sessionOf(view)?.round !== undefined

type DeedsProps = { readonly card: OwnCard; readonly onOpen: (what: 'asking' | 'changing') => void }

const Deeds = ({ card, onOpen }: DeedsProps) => {
  const { phone, say, t } = usePage()
  const text = card.text.slice(0, 80)
  const step = phone.view && currentStep(phone.view, phone.groupId)
  const release = async (): Promise<void> => {
    const released = card.released !== true
    const reply = await phone.client?.request('statement.release-own', {
      cardId: card.id,
      secret: card.secret,
      released,
    })
    if (reply?.ok) phone.note(card.id, { released: reply.value.released })
    else say(t(`participant:${problemKey(reply?.error.code)}`))
  }
  return (
    <div class="own-card-deeds">
      {card.state === 'sent' && step && step.contribute !== 'closed' ? (
        <button
          type="button"
          class="small-deed"
          aria-label={t('phoneMore:mine.changeOf', { text })}
          onClick={() => onOpen('changing')}
        >
          {t('phoneMore:mine.change')}
        </button>
      ) : null}
      {card.state === 'sent' && canTravel(phone.view) ? (
        <button type="button" class="small-deed" aria-pressed={card.released === true} onClick={() => void release()}>
          {t(card.released ? 'phoneMore:mine.keepBack' : 'phoneMore:mine.release')}
        </button>
      ) : null}
      <button
        type="button"
        class="small-deed"
        aria-label={t('phoneMore:mine.withdrawOf', { text })}
        onClick={() => onOpen('asking')}
      >
        {t('phoneMore:mine.withdraw')}
      </button>
    </div>
  )
}
