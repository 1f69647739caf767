import { IconRestore, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SessionCard } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

export type Trashed = { readonly trashId: string; readonly title: string }

interface TrashButtonProps {
  readonly card: SessionCard
  readonly onTrashed: (trashed: Trashed) => void
}

/** One click is enough: the session can be brought back at once, and later from the trash. */
export const TrashButton = ({ card, onTrashed }: TrashButtonProps) => {
  const t = useT()
  const request = useRequest()
  const move = async (): Promise<void> => {
    const moved = await request('session.trash', { fileId: card.fileId })
    if (moved.ok) onTrashed({ trashId: moved.value.trashId, title: card.title })
    else reportFailure(moved.error)
  }
  return (
    <IconButton
      className="session-trash"
      name={t('home:trash.move', { title: card.title })}
      icon={<IconTrash size={18} stroke={1.75} />}
      onClick={() => void move()}
    />
  )
}

/** What was just put away, with the way back; the focus is here, since the row it was on is gone. */
const InTrash = ({ trashed, onDone }: { readonly trashed: Trashed; readonly onDone: () => void }) => {
  const t = useT()
  const request = useRequest()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector('button')?.focus()
  }, [trashed])
  const restore = async (): Promise<void> => {
    const back = await request('trash.restore', { trashId: trashed.trashId })
    if (!back.ok) reportFailure(back.error)
    onDone()
  }
  return (
    <div ref={place} className="note home-trashed" role="status">
      <IconTrash size={19} stroke={1.75} aria-hidden="true" />
      <p>{t('home:trash.moved', { title: trashed.title })}</p>
      <Button size="small" icon={<IconRestore size={16} stroke={1.75} />} onClick={() => void restore()}>
        {t('home:trash.restore')}
      </Button>
    </div>
  )
}

export const useTrashed = () => {
  const [trashed, setTrashed] = useState<Trashed | null>(null)
  return {
    onTrashed: setTrashed,
    notice: trashed === null ? null : <InTrash trashed={trashed} onDone={() => setTrashed(null)} />,
  }
}
