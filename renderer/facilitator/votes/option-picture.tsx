import { IconPhotoOff, IconPhotoPlus } from '@tabler/icons-react'
import type { VoteOption } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { sendImage } from '../../shared/lib/send-image'
import { useImage } from '../../shared/lib/use-image'
import { IconButton } from '../../shared/look/button'
import { useClient, useReplica } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { choosePicture } from '../board/state/pictures'
import { pictureOf } from './vote-draft'

const SMALL = { size: 16, stroke: 1.75 } as const

const Thumb = ({ id }: { readonly id: string }) => {
  const shown = useImage(id)
  return (
    <span className="option-thumb" data-state={shown.state}>
      {shown.state === 'here' ? <img src={shown.url} alt="" /> : null}
    </span>
  )
}

interface OptionPictureProps {
  readonly option: VoteOption
  readonly number: number
  readonly onChoose: (imageId: string | undefined) => void
}

/** For people who do not read: the picture of the card by itself, or one from a file. Only the small picture itself. */
export const OptionThumb = ({ option }: Pick<OptionPictureProps, 'option'>) => {
  const { view } = useReplica()
  const id = pictureOf(view, option)
  return id === undefined ? null : <Thumb key={id} id={id} />
}

export const OptionPicture = ({ option, number, onChoose }: OptionPictureProps) => {
  const t = useT()
  const client = useClient()
  const add = async (file: File): Promise<void> => {
    const sent = await sendImage(client, file)
    if (sent.ok) onChoose(sent.value)
    else reportFailure(sent.error)
  }
  return option.imageId === undefined ? (
    <IconButton
      size="small"
      name={t('vote:options.picture', { number })}
      icon={<IconPhotoPlus {...SMALL} />}
      onClick={() => choosePicture((file) => void add(file))}
    />
  ) : (
    <IconButton
      size="small"
      name={t('vote:options.pictureRemove', { number })}
      icon={<IconPhotoOff {...SMALL} />}
      onClick={() => onChoose(undefined)}
    />
  )
}
