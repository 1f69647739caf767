import { IconDeviceMobile } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { useDoor } from './use-stage'

/** Stays on every picture while the room is open: people come late. */
export const JoinCode = () => {
  const t = useT()
  const door = useDoor()
  if (!door) return null
  return (
    <p className="join-code">
      <IconDeviceMobile aria-hidden="true" />
      <span>{door.locked ? t('projector:roomLocked') : t('projector:joinWith')}</span>
      {door.locked ? null : <b>{door.code}</b>}
    </p>
  )
}
