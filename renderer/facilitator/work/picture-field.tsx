import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { sendImage } from '../../shared/lib/send-image'
import { useImage } from '../../shared/lib/use-image'
import { Button } from '../../shared/look/button'
import { useClient, useRecord } from '../../shared/replica/react'
import { ProblemNote } from '../outcomes/problem-note'

export const Picture = ({ id, alt }: { readonly id: string; readonly alt: string }) => {
  const t = useT()
  const shown = useImage(id)
  const record = useRecord('image', id)
  if (shown.state !== 'here') {
    return shown.state === 'missing' ? (
      <p className="field-hint">{t('work:picture.missing')}</p>
    ) : (
      <div className="work-picture" aria-busy="true" />
    )
  }
  return (
    <img className="work-picture" src={shown.url} width={shown.width} height={shown.height} alt={record?.alt ?? alt} />
  )
}

interface PictureFieldProps {
  readonly imageId: string | undefined
  /** What the picture is of, until somebody describes it. */
  readonly alt: string
  readonly onChoose: (imageId: string | null) => void
}

/** One picture, made smaller and without what the camera wrote into it. */
export const PictureField = ({ imageId, alt, onChoose }: PictureFieldProps) => {
  const t = useT()
  const client = useClient()
  const input = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const add = async (file: File): Promise<void> => {
    const sent = await sendImage(client, file)
    setFailure(sent.ok ? null : sent.error)
    if (sent.ok) onChoose(sent.value)
  }
  return (
    <div className="field">
      <span className="field-label">{t('work:picture.label')}</span>
      {imageId === undefined ? null : <Picture id={imageId} alt={alt} />}
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={t('work:picture.add')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void add(file)
        }}
      />
      <div className="actions">
        <Button size="small" icon={<IconPhotoPlus size={16} stroke={1.75} />} onClick={() => input.current?.click()}>
          {t(imageId === undefined ? 'work:picture.add' : 'work:picture.change')}
        </Button>
        {imageId === undefined ? null : (
          <Button size="small" kind="quiet" icon={<IconTrash size={16} stroke={1.75} />} onClick={() => onChoose(null)}>
            {t('work:picture.remove')}
          </Button>
        )}
      </div>
      <p className="field-hint">{t('work:picture.hint')}</p>
      <ProblemNote failure={failure} />
    </div>
  )
}
