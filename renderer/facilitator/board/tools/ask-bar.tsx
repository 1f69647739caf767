import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useOrdered } from '../../../shared/replica/react'
import { selection } from '../../app/selection'
import { useBoardWork } from '../state/board-context'
import type { Ask } from '../state/board-ui'
import { useUi } from '../state/board-ui'
import { MoveForm } from './ask-move'
import { TagForm } from './ask-tag'

const HeadingForm = ({ itemIds }: { readonly itemIds: readonly string[] }) => {
  const t = useT()
  const { ui, deeds } = useBoardWork()
  const [heading, setHeading] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const count = deeds.cardsOf(itemIds).length
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    ui.patch({ ask: null })
    const id = await deeds.cluster(itemIds, heading.trim() === '' ? t('board:cluster.noHeading') : heading.trim())
    if (id === null) return
    selection.clear()
    ui.patch({ active: id, wantsFocus: true, note: { text: t('board:note.together', { count }), undoable: true } })
  }
  return (
    <form className="ask-form" onSubmit={(event) => void make(event)}>
      <label className="ask-label" htmlFor="board-heading">
        {t('board:cluster.ask', { count })}
      </label>
      <input
        ref={field}
        id="board-heading"
        className="input"
        maxLength={LIMITS.label}
        dir="auto"
        placeholder={t('board:cluster.placeholder')}
        value={heading}
        onChange={(event) => setHeading(event.target.value)}
      />
      <Button type="submit" kind="primary">
        {t('board:cluster.make')}
      </Button>
    </form>
  )
}

const VoiceForm = ({ itemIds }: { readonly itemIds: readonly string[] }) => {
  const t = useT()
  const { ui, deeds } = useBoardWork()
  const voices = useOrdered('voice')
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.querySelector('button')?.focus(), [])
  const count = deeds.cardsOf(itemIds).length
  const set = (voiceId: string | null): void => {
    ui.patch({ ask: null, wantsFocus: true })
    void deeds.setVoice(itemIds, voiceId)
  }
  return (
    <div ref={group} className="ask-form" role="group" aria-label={t('board:voice.ask', { count })}>
      <span className="ask-label">{t('board:voice.ask', { count })}</span>
      {voices.map((voice) => (
        <Button
          key={voice.id}
          size="small"
          icon={isVoiceSlot(voice.slot) ? <VoiceMark voice={voice.slot} size={14} /> : null}
          onClick={() => set(voice.id)}
        >
          {labelText(t, voice.label)}
        </Button>
      ))}
      <Button size="small" kind="quiet" onClick={() => set(null)}>
        {t('board:voice.none')}
      </Button>
    </div>
  )
}

const AskForm = ({ ask }: { readonly ask: Ask }) => {
  switch (ask.kind) {
    case 'heading':
      return <HeadingForm itemIds={ask.itemIds} />
    case 'voice':
      return <VoiceForm itemIds={ask.itemIds} />
    case 'tag':
      return <TagForm itemIds={ask.itemIds} />
    case 'move':
      return <MoveForm itemIds={ask.itemIds} />
  }
}

/** A short question below the board: what to call a cluster, whose words these are. Esc leaves all as it is. */
export const AskBar = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const ask = useUi(ui, (state) => state.ask)
  if (!ask) return null
  const leave = (): void => ui.patch({ ask: null, wantsFocus: true })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  return (
    <section className="ask-bar" aria-label={t('board:ask.name')} onKeyDown={onKeyDown}>
      <AskForm ask={ask} />
      <Button kind="quiet" onClick={leave}>
        {t('common:cancel')}
      </Button>
    </section>
  )
}
