import { IconEyeOff, IconLink, IconMessage2, IconTag } from '@tabler/icons-react'
import { memo } from 'react'
import type { Card } from '@core/model/card'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { labelText } from '../../../shared/i18n/label'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { voiceClass } from '../../../shared/look/voices'
import { useRecord } from '../../../shared/replica/react'
import { CARRY_ATTRIBUTE } from '../../dnd/carry-surface'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { useIsChosen } from '../state/chosen'
import { useLinkCounts } from '../state/link-counts'
import { useIsLinked } from '../state/linked'
import { CardPicture } from './card-picture'
import { useTakesFocus } from './takes-focus'

interface CardViewProps {
  readonly id: string
}

const Signs = ({ card }: { readonly card: Card }) => {
  const { t } = useBoardWork()
  const { links, answers } = useLinkCounts(card.id)
  const tags = card.tags ?? []
  if (links + answers + tags.length === 0 && !card.held) return null
  return (
    <span className="card-signs">
      {card.held ? (
        <span className="card-held">
          <IconEyeOff size={15} stroke={1.75} aria-hidden="true" />
          {t('board:card.held')}
        </span>
      ) : null}
      {links > 0 ? (
        <span>
          <IconLink size={14} stroke={1.75} aria-hidden="true" />
          <span className="visually-hidden">{t('board:card.links', { count: links })}</span>
          <span aria-hidden="true">{links}</span>
        </span>
      ) : null}
      {answers > 0 ? (
        <span>
          <IconMessage2 size={14} stroke={1.75} aria-hidden="true" />
          <span className="visually-hidden">{t('board:card.answers', { count: answers })}</span>
          <span aria-hidden="true">{answers}</span>
        </span>
      ) : null}
      {tags.slice(0, 2).map((tag) => (
        <span key={tag}>
          <IconTag size={14} stroke={1.75} aria-hidden="true" />
          {tag}
        </span>
      ))}
      {tags.length > 2 ? <span>{t('board:card.moreTags', { count: tags.length - 2 })}</span> : null}
    </span>
  )
}

/** Voice mark and words of a card, as they stand on the board and in every list of cards. */
export const CardWords = ({ card }: { readonly card: Card }) => {
  const { t } = useBoardWork()
  const voice = useRecord('voice', card.voiceId)
  if (!card.revealed) return <span className="card-text card-back">{t('board:card.hidden')}</span>
  return (
    <span className="card-text" dir="auto">
      {voice && isVoiceSlot(voice.slot) ? (
        <>
          {/* A direction of its own: the voice's name must not decide which way the statement runs. */}
          <span className="card-mark" dir="ltr">
            <VoiceMark voice={voice.slot} size={13} label={labelText(t, voice.label)} />
          </span>
          {/* A space instead of a margin: it stands between mark and words in both directions of writing. */}
          {'\u00a0'}
        </>
      ) : null}
      {card.text}
    </span>
  )
}

export const useVoiceClass = (card: Card | undefined): string => {
  const voice = useRecord('voice', card?.voiceId)
  return card?.revealed && voice && isVoiceSlot(voice.slot) ? `edge ${voiceClass(voice.slot)}` : 'card-plain'
}

/** A card on the map. It listens to its own record only: a change elsewhere costs it nothing. */
export const CardView = memo(({ id }: CardViewProps) => {
  const { ui, t } = useBoardWork()
  const card = useRecord('card', id)
  const chosen = useIsChosen(id)
  const active = useUi(ui, (state) => state.active === id)
  const ref = useTakesFocus(ui, id)
  const linked = useIsLinked(id)
  const edge = useVoiceClass(card)
  if (!card) return null
  return (
    <div
      ref={ref}
      {...{ [CARRY_ATTRIBUTE]: id }}
      className={`board-card ${edge}`}
      role="button"
      tabIndex={active ? 0 : -1}
      aria-pressed={chosen}
      aria-roledescription={t('board:card.role')}
      aria-describedby="board-card-keys"
      data-held={card.held || undefined}
      data-hidden={!card.revealed || undefined}
      data-linked={linked || undefined}
    >
      {card.imageId === undefined || !card.revealed ? null : <CardPicture imageId={card.imageId} />}
      <CardWords card={card} />
      <Signs card={card} />
    </div>
  )
})
CardView.displayName = 'CardView'
