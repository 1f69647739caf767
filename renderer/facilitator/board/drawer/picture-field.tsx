import { IconPhoto, IconPhotoOff, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../../shared/i18n/use-t'
import { useImage } from '../../../shared/lib/use-image'
import { Button } from '../../../shared/look/button'
import { useRecord, useRun } from '../../../shared/replica/react'
import { reportFailure } from '../../app/problems'
import { useBoardWork } from '../state/board-context'
import { choosePicture, usePictures } from '../state/pictures'

/** What is to be seen, for those who do not see it: asked kindly, never forced. */
const AltField = ({ imageId, alt }: { readonly imageId: string; readonly alt: string }) => {
  const t = useT()
  const run = useRun()
  const { locked } = useBoardWork()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = async (): Promise<void> => {
    const next = (typed ?? alt).trim()
    setTyped(null)
    if (next === alt) return
    const done = await run('image.update', { id: imageId, alt: next === '' ? null : next })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <div className="field">
      <label htmlFor="picture-alt">{t('board:picture.alt')}</label>
      <input
        id="picture-alt"
        className="input"
        maxLength={LIMITS.label}
        dir="auto"
        readOnly={locked}
        aria-describedby="picture-alt-hint"
        value={typed ?? alt}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => (event.key === 'Enter' ? void keep() : undefined)}
      />
      <p id="picture-alt-hint" className="field-hint">
        {t('board:picture.altHint')}
      </p>
    </div>
  )
}

const Shown = ({ card, imageId }: { readonly card: Card; readonly imageId: string }) => {
  const t = useT()
  const run = useRun()
  const work = useBoardWork()
  const pictures = usePictures(work)
  const image = useRecord('image', imageId)
  const shown = useImage(imageId)
  const remove = async (): Promise<void> => {
    const done = await run('card.update', { id: card.id, imageId: null })
    if (!done.ok) return reportFailure(done.error)
    return work.ui.patch({ note: { text: t('board:picture.removed'), undoable: true } })
  }
  return (
    <>
      <div className="drawer-picture" data-state={shown.state}>
        {shown.state === 'here' ? <img src={shown.url} alt={image?.alt ?? t('board:picture.noAlt')} /> : null}
        {shown.state === 'missing' ? (
          <p className="quiet">
            <IconPhotoOff size={17} stroke={1.75} aria-hidden="true" /> {t('board:picture.missing')}
          </p>
        ) : null}
      </div>
      <AltField key={imageId} imageId={imageId} alt={image?.alt ?? ''} />
      {work.locked ? null : (
        <div className="actions">
          <Button size="small" onClick={() => choosePicture((file) => void pictures.onto(file, card.id))}>
            {t('board:picture.other')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon={<IconTrash size={15} stroke={1.75} aria-hidden="true" />}
            onClick={() => void remove()}
          >
            {t('board:picture.remove')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The picture of a card, large, with what it shows in words; or the way to add one. */
export const PictureField = ({ card }: { readonly card: Card }) => {
  const t = useT()
  const work = useBoardWork()
  const pictures = usePictures(work)
  if (card.imageId === undefined && (work.locked || !card.revealed)) return null
  return (
    <div className="field" role="group" aria-label={t('board:picture.name')}>
      <span className="field-label">{t('board:picture.name')}</span>
      {card.imageId === undefined ? (
        <div className="actions">
          <Button
            size="small"
            icon={<IconPhoto size={15} stroke={1.75} aria-hidden="true" />}
            onClick={() => choosePicture((file) => void pictures.onto(file, card.id))}
          >
            {t('board:picture.add')}
          </Button>
        </div>
      ) : (
        <Shown card={card} imageId={card.imageId} />
      )}
    </div>
  )
}
