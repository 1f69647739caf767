import { IconPhotoOff } from '@tabler/icons-react'
import { useRecord } from '../../../shared/replica/react'
import { useImage } from '../../../shared/lib/use-image'
import { useBoardWork } from '../state/board-context'

/** The picture of a card, small; its place is kept while it is on its way, so that the board does not jump. */
export const CardPicture = ({ imageId }: { readonly imageId: string }) => {
  const { t } = useBoardWork()
  const image = useRecord('image', imageId)
  const shown = useImage(imageId)
  if (!image) return null
  return (
    <span className="card-picture" data-state={shown.state}>
      {shown.state === 'here' ? (
        <img src={shown.url} alt={image.alt ?? t('board:picture.noAlt')} draggable={false} />
      ) : shown.state === 'missing' ? (
        <span className="quiet small">
          <IconPhotoOff size={15} stroke={1.75} aria-hidden="true" /> {t('board:picture.missing')}
        </span>
      ) : null}
    </span>
  )
}
