import { IconLink, IconStack2, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Card } from '@core/model/card'
import { isVoiceSlot } from '@core/charts/voice-looks'
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
import type { CardFields } from './more-fields'
import { MoreFields, OriginFields } from './more-fields'
import { CARD_DEEDS, MoreMenu } from './more-menu'
import { PictureField } from './picture-field'
import { PlaceFields } from './place-fields'
import { ProjectField } from './project-field'
import { StatementField } from './statement-field'
import { TagsField } from './tags-field'

interface CardDrawerProps {
  readonly card: Card
  readonly index: BoardIndex
}

const InCluster = ({ card }: { readonly card: Card }) => {
  const t = useT()
  const { deeds, locked } = useBoardWork()
  const cluster = useRecord('cluster', card.clusterId)
  if (!cluster) return null
  return (
    <div className="field">
      <span className="field-label">
        {t(cluster.kind === 'merged' ? 'board:merge.mergedAs' : 'board:drawer.cluster')}
      </span>
      <p>
        <button
          type="button"
          className="btn btn-link"
          onClick={() => selection.openDrawer({ type: 'cluster', id: cluster.id })}
        >
          {labelText(t, cluster.label)}
        </button>
      </p>
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
  const change = async (fields: CardFields): Promise<void> => {
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
        // Words can be taken back after the session as well.
        <MoreMenu
          deeds={locked ? [] : CARD_DEEDS}
          erasableId={card.id}
          {...(locked ? {} : { held: { now: card.held, change: (held) => void deeds.hold([card.id], held) } })}
        />
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
      <PictureField card={card} />
      <ProjectField projectId={card.projectId} />
      <OriginFields card={card} change={(fields) => void change(fields)} />
      <LinksField cardId={card.id} adding={linking} onAdded={() => setLinking(false)} locked={locked} />
      <TagsField card={card} locked={locked} />
      <MoreFields card={card} index={index} change={(fields) => void change(fields)} />
    </Drawer>
  )
}
