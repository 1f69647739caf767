import type { RoomView } from '@core/protocol/views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useTable } from '../../shared/replica/react'
import { QrCode } from './qr-code'

/** Each parallel group has a way in of its own: whoever uses it belongs to that group. */
export const GroupCodes = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const groups = useTable('group')
  if (room.groups.length === 0) return null
  return (
    <section className="room-section">
      <h3>{t('room:groups.title')}</h3>
      <p className="small quiet">{t('room:groups.about')}</p>
      <ul className="group-codes">
        {room.groups.map(({ groupId, code, url }) => {
          const group = groups.get(groupId)
          const name = group === undefined ? '' : labelText(t, group.label)
          return (
            <li key={groupId}>
              <QrCode text={url} label={t('room:groups.qr', { name })} size={104} />
              <div>
                <p className="small quiet" dir="auto">
                  {name}
                </p>
                <p className="room-code">{code}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
