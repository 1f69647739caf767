import { IconCopy, IconDeviceTablet, IconDevices, IconPresentation, IconUserShare } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { GrantView, RoomView } from '@core/protocol/views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRequest, useTable } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { QrCode } from './qr-code'

/** Asked anew with every change of the room: who came and went is part of it. */
const useGrants = (room: RoomView, asked: number): readonly GrantView[] => {
  const request = useRequest()
  const [grants, setGrants] = useState<readonly GrantView[]>([])
  useEffect(() => {
    let gone = false
    void request('room.grants', {}).then((result) => {
      if (!gone && result.ok) setGrants(result.value)
    })
    return () => {
      gone = true
    }
  }, [request, room, asked])
  return grants
}

const stateOf = ({ used, connected }: GrantView): 'waiting' | 'connected' | 'away' =>
  connected ? 'connected' : used ? 'away' : 'waiting'

const ICONS = { projector: IconPresentation, 'co-facilitator': IconUserShare, kiosk: IconDeviceTablet } as const

interface GrantProps {
  readonly grant: GrantView
  readonly onEnd: () => void
}

const Grant = ({ grant, onEnd }: GrantProps) => {
  const t = useT()
  const group = useTable('group').get(grant.groupId ?? '')
  const state = stateOf(grant)
  const name = t(`room:grants.role.${grant.role}`)
  const Icon = ICONS[grant.role]
  return (
    <li className="grant">
      <div className="grant-head">
        <Icon size={19} stroke={1.75} aria-hidden="true" />
        <p>
          <b>{name}</b>
          {group === undefined ? null : <span dir="auto"> · {labelText(t, group.label)}</span>}
        </p>
        <span className={state === 'connected' ? 'badge-ok' : 'tag'}>{t(`room:grants.state.${state}`)}</span>
        <Button size="small" kind="danger" onClick={onEnd}>
          {t('room:grants.end')}
        </Button>
      </div>
      {grant.url === '' ? null : (
        <div className="grant-way">
          <QrCode text={grant.url} label={t('room:grants.qr', { name })} size={132} />
          <div>
            <p className="small quiet">{t('room:grants.address')}</p>
            <p className="grant-url">{grant.url}</p>
            <CopyAddress url={grant.url} />
            <p className="small quiet">{t('room:grants.once')}</p>
          </div>
        </div>
      )}
    </li>
  )
}

/** Nobody types 43 letters without a mistake: it goes by message, stick or camera. */
const CopyAddress = ({ url }: { readonly url: string }) => {
  const t = useT()
  const [done, setDone] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url)
      setDone(true)
    } catch {
      // A browser that forbids it: the address stands there to be marked and copied by hand.
      setDone(false)
    }
  }
  return (
    <Button size="small" icon={<IconCopy size={16} stroke={1.75} />} onClick={() => void copy()}>
      {done ? t('room:grants.copied') : t('room:grants.copy')}
    </Button>
  )
}

interface GivingProps {
  readonly onGive: (role: GrantView['role'], groupId?: string) => void
}

const Giving = ({ onGive }: GivingProps) => {
  const t = useT()
  const groups = useOrdered('group')
  return (
    <div className="actions">
      <Button size="small" icon={<IconPresentation size={16} stroke={1.75} />} onClick={() => onGive('projector')}>
        {t('room:grants.screen')}
      </Button>
      {groups.map(({ id, label }) => (
        <Button
          key={id}
          size="small"
          icon={<IconPresentation size={16} stroke={1.75} />}
          onClick={() => onGive('projector', id)}
        >
          {t('room:grants.screenOf', { name: labelText(t, label) })}
        </Button>
      ))}
      <Button size="small" icon={<IconUserShare size={16} stroke={1.75} />} onClick={() => onGive('co-facilitator')}>
        {t('room:grants.board')}
      </Button>
      <Button size="small" icon={<IconDeviceTablet size={16} stroke={1.75} />} onClick={() => onGive('kiosk')}>
        {t('room:grants.tablet')}
      </Button>
    </div>
  )
}

interface GrantsProps {
  readonly room: RoomView
  /** The panel was opened for this: it is scrolled to. */
  readonly first: boolean
}

/** Other devices in the room: one more screen, somebody who helps with the board, or a tablet that goes round. */
export const Grants = ({ room, first }: GrantsProps) => {
  const t = useT()
  const request = useRequest()
  const [asked, setAsked] = useState(0)
  const grants = useGrants(room, asked)
  const section = useRef<HTMLElement>(null)
  const newest = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (first) section.current?.scrollIntoView({ block: 'start' })
  }, [first])
  useEffect(() => {
    if (asked > 0) newest.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [asked, grants.length])
  const give = async (role: GrantView['role'], groupId?: string): Promise<void> => {
    const given = await request('room.grant', { role, ...(groupId === undefined ? {} : { groupId }) })
    if (!given.ok) reportFailure(given.error)
    setAsked((count) => count + 1)
  }
  const end = async (grantId: string): Promise<void> => {
    const ended = await request('room.revoke', { grantId })
    if (!ended.ok) reportFailure(ended.error)
    setAsked((count) => count + 1)
  }
  return (
    <section className="room-section" ref={section}>
      <h3>
        <IconDevices size={18} stroke={1.75} aria-hidden="true" /> {t('room:grants.title')}
      </h3>
      <p className="small quiet">{t('room:grants.about')}</p>
      <Giving onGive={(role, groupId) => void give(role, groupId)} />
      {grants.length === 0 ? null : (
        <ul className="grants" ref={newest}>
          {grants.map((grant) => (
            <Grant key={grant.grantId} grant={grant} onEnd={() => void end(grant.grantId)} />
          ))}
        </ul>
      )}
      <p className="small quiet">{t('room:grants.helperMay')}</p>
    </section>
  )
}
