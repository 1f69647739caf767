import { IconDeviceMobile } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRoom } from '../../shared/replica/react'
import { showPanel, usePanel } from '../app/panels'

/** Whether phones can come in, and how many did. */
export const RoomButton = () => {
  const t = useT()
  const room = useRoom()
  const shown = usePanel()?.kind === 'room'
  const words =
    room?.open !== true
      ? t('shell:room.closed')
      : room.locked
        ? t('shell:room.locked', { count: room.phones })
        : t('shell:room.open', { count: room.phones })
  return (
    <Button
      kind="quiet"
      title={words}
      expanded={shown}
      icon={<IconDeviceMobile size={18} stroke={1.75} />}
      onClick={() => showPanel(shown ? null : { kind: 'room', test: false })}
    >
      {words}
    </Button>
  )
}
