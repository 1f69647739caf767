import { useState } from 'react'
import { isVoiceSlot } from '@core/charts/voice-looks'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { frozenSources } from '@core/rules/frozen'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useRecord, useReplica } from '../../../shared/replica/react'
import { Dialog, DialogActions } from '../../app/dialog'
import { selection } from '../../app/selection'
import { VoiceMarks } from '../map/voice-marks'
import { useBoardWork } from '../state/board-context'

/** A choice of words: those of one of the cards. */
const Choice = (props: { readonly card: Card; readonly chosen: boolean; readonly onChoose: () => void }) => {
  const t = useT()
  const voice = useRecord('voice', props.card.voiceId)
  return (
    <label className="merge-choice" data-chosen={props.chosen || undefined}>
      <input
        type="radio"
        name="merge-words"
        data-autofocus={props.chosen || undefined}
        checked={props.chosen}
        onChange={props.onChoose}
      />
      {voice && isVoiceSlot(voice.slot) ? (
        <VoiceMark voice={voice.slot} size={14} label={labelText(t, voice.label)} />
      ) : null}
      <span className="merge-text" dir="auto">
        {props.card.text}
      </span>
    </label>
  )
}

const Preview = ({ text, cardIds }: { readonly text: string; readonly cardIds: readonly string[] }) => {
  const t = useT()
  return (
    <div className="field">
      <span className="field-label">{t('board:merge.becomes')}</span>
      <div className="board-card card-plain card-merged merge-preview">
        <span className="card-text" dir="auto">
          {text.trim() === '' ? '…' : text}
        </span>
        <span className="card-signs">
          <VoiceMarks cardIds={cardIds} />
          <span className="card-same">{t('board:merge.same', { count: cardIds.length })}</span>
        </span>
      </div>
    </div>
  )
}

/** Words of a merged card are as short as a heading. */
const begin = (text: string): string =>
  text.length <= LIMITS.label ? text : `${text.slice(0, LIMITS.label - 1).trimEnd()}…`

/** Why these cannot be merged now; undefined when they can. */
const useWhyNot = (itemIds: readonly string[], cards: readonly Card[]): string | undefined => {
  const t = useT()
  const replica = useReplica()
  if (cards.length < 2) return t('board:merge.few')
  if (cards.some((card) => card.held || !card.revealed)) return t('errors:cannot-merge.what')
  const frozen = frozenSources(replica.view)
  const voted = [...itemIds, ...cards.flatMap((card) => [card.id, card.clusterId ?? ''])].some((id) => frozen.has(id))
  return voted ? t('errors:vote-frozen.what') : undefined
}

/** Shows what several cards become before they do: one card, with the words of one of them or new ones. */
export const MergeDialog = ({
  itemIds,
  onClose,
}: {
  readonly itemIds: readonly string[]
  readonly onClose: () => void
}) => {
  const t = useT()
  const replica = useReplica()
  const { deeds, ui } = useBoardWork()
  const cards = deeds.cardsOf(itemIds).flatMap((id) => replica.view.card.get(id) ?? [])
  const merged = itemIds.map((id) => replica.view.cluster.get(id)).find((cluster) => cluster?.kind === 'merged')
  const [text, setText] = useState(begin(merged ? labelText(t, merged.label) : (cards[0]?.text ?? '')))
  const why = useWhyNot(itemIds, cards) ?? (text.trim() === '' ? t('board:draft.empty') : undefined)
  const take = async (): Promise<void> => {
    const id = await deeds.merge(itemIds, text.trim())
    onClose()
    if (id === null) return
    selection.clear()
    const note = { text: t('board:merge.done', { count: cards.length }), undoable: true }
    ui.patch({ active: id, wantsFocus: true, note })
  }
  return (
    <Dialog title={t('board:merge.title', { count: cards.length })} onClose={onClose} wide>
      <div className="merge-dialog">
        <p>{t('board:merge.lead')}</p>
        <fieldset className="merge-choices">
          <legend>{t('board:merge.which')}</legend>
          {cards.map((card) => (
            <Choice
              key={card.id}
              card={card}
              chosen={begin(card.text) === text}
              onChoose={() => setText(begin(card.text))}
            />
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="merge-text">{t('board:merge.words')}</label>
          <textarea
            id="merge-text"
            className="input"
            rows={3}
            maxLength={LIMITS.label}
            dir="auto"
            aria-describedby="merge-hint"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p id="merge-hint" className="field-hint">
            {cards.some((card) => card.text.length > LIMITS.label)
              ? t('board:merge.short', { limit: LIMITS.label })
              : null}
          </p>
        </div>
        <Preview text={text} cardIds={cards.map((card) => card.id)} />
        {why === undefined ? null : <p className="field-problem">{why}</p>}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" unavailable={why} onClick={() => void take()}>
            {t('board:merge.take', { count: cards.length })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
