import type { Card, Cluster } from '@core/model/card'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { BoardItem } from '../../shared/lib/board-items'
import { CLUSTER_CARDS } from '../../shared/lib/board-pages'
import { useImage } from '../../shared/lib/use-image'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useRecord, useTable } from '../../shared/replica/react'
import { voiceLook } from '../../shared/vote/look'

/** Marks that stand in one line beside the words. */
const MOST_MARKS = 8

/** A card, a group of cards with its heading, or cards that say the same as one. */
export const BoardItemView = ({ item }: { readonly item: BoardItem }) => {
  if (item.kind === 'card') return <BigCard card={item.card} />
  return item.cluster.kind === 'merged' ? (
    <MergedCard cluster={item.cluster} cards={item.cards} />
  ) : (
    <BigCluster cluster={item.cluster} cards={item.cards} />
  )
}

export type CardLook = ReturnType<typeof voiceLook>

export const useLook = (): ((card: Card) => CardLook | null) => {
  const voices = useTable('voice')
  return (card) => (card.voiceId === undefined ? null : voiceLook(voices.get(card.voiceId)?.slot))
}

const Picture = ({ imageId }: { readonly imageId: string }) => {
  const image = useRecord('image', imageId)
  const shown = useImage(imageId)
  if (shown.state !== 'here') return <span className="big-picture" data-waiting="true" />
  return (
    <img className="big-picture" src={shown.url} width={shown.width} height={shown.height} alt={image?.alt ?? ''} />
  )
}

const BigCard = ({ card }: { readonly card: Card }) => {
  const look = useLook()(card)
  return (
    <article className={look ? `big-card edge ${voiceClass(look)}` : 'big-card big-card-plain'}>
      {look ? <VoiceMark voice={look} size={30} /> : null}
      <div className="big-card-words">
        <p dir="auto">{card.text}</p>
        {card.imageId === undefined ? null : <Picture imageId={card.imageId} />}
      </div>
    </article>
  )
}

/** Cards that say the same: one card with the marks of all its voices. */
const MergedCard = ({ cluster, cards }: { readonly cluster: Cluster; readonly cards: readonly Card[] }) => {
  const t = useT()
  const look = useLook()
  const looks = cards.map(look).filter((one) => one !== null)
  return (
    <article className="big-card big-card-plain big-merged">
      <div className="big-card-words">
        <p dir="auto">{labelText(t, cluster.label)}</p>
        <p className="big-cluster-more">
          {looks.slice(0, MOST_MARKS).map((one, at) => (
            <VoiceMark key={at} voice={one} size={28} />
          ))}
          {t('projector:board.same', { count: cards.length })}
        </p>
      </div>
    </article>
  )
}

const BigCluster = ({ cluster, cards }: { readonly cluster: Cluster; readonly cards: readonly Card[] }) => {
  const t = useT()
  const look = useLook()
  const rest = cards.slice(CLUSTER_CARDS)
  const looks = [...new Set(rest.map(look))].filter((one) => one !== null)
  return (
    <div className="big-cluster">
      <h3 dir="auto">{labelText(t, cluster.label)}</h3>
      {cards.slice(0, CLUSTER_CARDS).map((card) => (
        <BigCard key={card.id} card={card} />
      ))}
      {rest.length === 0 ? null : (
        <p className="big-cluster-more">
          {looks.map((one) => (
            <VoiceMark key={one} voice={one} size={28} />
          ))}
          {t('projector:board.more', { count: rest.length })}
        </p>
      )}
    </div>
  )
}
