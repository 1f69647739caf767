import { IconDeviceMobile } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { useRoom } from '../../shared/replica/react'

/** Stays on every picture while the room is open: people come late. */
export const JoinCode = () => {
  const t = useT()
  const room = useRoom()
  if (!room?.open) return null
  return (
    <p className="join-code">
      <IconDeviceMobile aria-hidden="true" />
      <span>{room.locked ? t('projector:roomLocked') : t('projector:joinWith')}</span>
      {room.locked ? null : <b>{room.code}</b>}
    </p>
  )
}
