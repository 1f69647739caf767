import { IconEyeOff, IconLink, IconStack2, IconTrash, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import type { Card } from '@core/model/card'
import { isVoiceSlot } from '@core/charts/voice-looks'
import type { Quote } from '@core/model/person'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useRecord, useRun } from '../../../shared/replica/react'
import { runAction } from '../../app/actions'
import { Drawer } from '../../app/drawer'
import { reportFailure } from '../../app/problems'
import { selection } from '../../app/selection'
import type { BoardIndex } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { VoiceSelect } from '../tools/voice-select'
import { LinksField } from './links-field'
import { MoreMenu } from './more-menu'
import { PlaceFields } from './place-fields'
import { StatementField } from './statement-field'
import { TagsField } from './tags-field'

const QUOTES: readonly Quote[] = ['none', 'role', 'named']

interface CardDrawerProps {
  readonly card: Card
  readonly index: BoardIndex
}

type Fields = { readonly voiceId?: string | null; readonly spoken?: boolean; readonly quote?: Quote }

const Origin = ({ card, change }: { readonly card: Card; readonly change: (fields: Fields) => void }) => {
  const t = useT()
  const { locked } = useBoardWork()
  const person = useRecord('person', card.personId)
  const byHand = card.source === 'facilitator' || card.source === 'paper'
  return (
    <>
      <div className="field">
        <span className="field-label">{t('board:drawer.source')}</span>
        <p>{t(card.spoken ? 'board:source.spoken' : `board:source.${card.source}`)}</p>
        {byHand && !locked ? (
          <label className="tick small">
            <input
              type="checkbox"
              checked={card.spoken ?? false}
              onChange={(event) => change({ spoken: event.target.checked })}
            />
            {t('board:draft.spoken')}
          </label>
        ) : null}
      </div>
      <div className="field">
        <span className="field-label">{t('board:drawer.person')}</span>
        <p className="drawer-fact">
          {person ? (
            <IconUser size={17} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconEyeOff size={17} stroke={1.75} aria-hidden="true" />
          )}
          {person ? person.alias : t('board:drawer.noPerson')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="card-quote">{t('board:drawer.quote')}</label>
        <select
          id="card-quote"
          className="input"
          disabled={locked}
          value={card.quote}
          onChange={(event) => change({ quote: QUOTES.find((one) => one === event.target.value) ?? card.quote })}
        >
          {QUOTES.map((quote) => (
            <option key={quote} value={quote}>
              {t(`board:quote.${quote}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

const InCluster = ({ card }: { readonly card: Card }) => {
  const t = useT()
  const { deeds, locked } = useBoardWork()
  const cluster = useRecord('cluster', card.clusterId)
  if (!cluster) return null
  return (
    <div className="field">
      <span className="field-label">{t('board:drawer.cluster')}</span>
      <p>{labelText(t, cluster.label)}</p>
      {locked ? null : (
        <div className="actions">
          <Button size="small" onClick={() => void deeds.takeOut(cluster.id, [card.id])}>
            {t('board:cluster.takeOut')}
          </Button>
        </div>
      )}
    </div>
  )
}

const DrawerActions = ({ onLink }: { readonly onLink: () => void }) => {
  const t = useT()
  return (
    <>
      <Button size="small" icon={<IconLink size={15} stroke={1.75} aria-hidden="true" />} onClick={onLink}>
        {t('board:deed.link')}
      </Button>
      <Button
        size="small"
        icon={<IconStack2 size={15} stroke={1.75} aria-hidden="true" />}
        onClick={() => void runAction('board.cluster')}
      >
        {t('board:deed.cluster')}
      </Button>
      <Button
        size="small"
        kind="danger"
        icon={<IconTrash size={15} stroke={1.75} aria-hidden="true" />}
        onClick={() => void runAction('board.delete')}
      >
        {t('board:deed.delete')}
      </Button>
    </>
  )
}

/** All about one card. */
export const CardDrawer = ({ card, index }: CardDrawerProps) => {
  const t = useT()
  const run = useRun()
  const { ui, deeds, locked, zoneName } = useBoardWork()
  const voice = useRecord('voice', card.voiceId)
  const [linking, setLinking] = useState(false)
  const change = async (fields: Fields): Promise<void> => {
    const done = await run('card.update', { id: card.id, ...fields })
    if (!done.ok) reportFailure(done.error)
  }
  const close = (): void => {
    selection.closeDrawer()
    ui.patch({ active: card.id, wantsFocus: true })
  }
  return (
    <Drawer
      title={voice ? t('board:drawer.cardFrom', { voice: labelText(t, voice.label) }) : t('board:drawer.card')}
      mark={voice && isVoiceSlot(voice.slot) ? <VoiceMark voice={voice.slot} size={15} /> : undefined}
      onClose={close}
      more={
        locked ? undefined : (
          <MoreMenu
            deeds={['board.task', 'board.decision', 'vote.fromSelection']}
            held={{ now: card.held, change: (held) => void deeds.hold([card.id], held) }}
          />
        )
      }
      actions={locked ? undefined : <DrawerActions onLink={() => setLinking(true)} />}
    >
      <StatementField card={card} locked={locked} />
      <VoiceSelect value={card.voiceId ?? null} disabled={locked} onChange={(voiceId) => void change({ voiceId })} />
      <div className="field">
        <span className="field-label">{t('board:drawer.place')}</span>
        <p>{zoneName(card.zone)}</p>
        <PlaceFields itemId={card.id} zone={card.zone} />
      </div>
      <InCluster card={card} />
      <Origin card={card} change={(fields) => void change(fields)} />
      <LinksField cardId={card.id} adding={linking} onAdded={() => setLinking(false)} locked={locked} />
      <TagsField card={card} known={index.tags} locked={locked} />
    </Drawer>
  )
}
