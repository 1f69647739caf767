import {
  IconAlertTriangle,
  IconDeviceMobile,
  IconDoor,
  IconLock,
  IconLockOpen,
  IconPresentation,
  IconPrinter,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { RoomView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { useReach, useRequest, useRoom } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { Drawer } from '../app/drawer'
import { showPanel } from '../app/panels'
import { reportFailure } from '../app/problems'
import { SidePanel } from '../app/side-panel'
import { PrintAccessDialog } from '../paper/print-dialog'
import { Grants } from './grants'
import { GroupCodes } from './group-codes'
import { NetworkChoice, useKeptNetwork, useNetworks, usualNetwork } from './network-choice'
import { Phones } from './phones'
import { QrCode } from './qr-code'
import { ReachTest } from './reach-test'
import { WifiForm } from './wifi-form'
import './room.css'

const Failed = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  if (room.failure === null) return null
  const { code, params } = room.failure
  return (
    <p className="notice notice-bad" role="alert">
      <IconAlertTriangle size={19} stroke={1.75} />
      <span>
        <b>{t(`errors:${code}.what`, params)}</b> {t(`errors:${code}.do`, params)}
      </span>
    </p>
  )
}

/** Before: which network, and the one button that opens the port. */
const Closed = ({ room }: { readonly room: RoomView | null }) => {
  const t = useT()
  const request = useRequest()
  const [asked, setAsked] = useState(0)
  const networks = useNetworks(asked)
  const kept = useKeptNetwork()
  const [picked, setPicked] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const chosen = picked ?? usualNetwork(networks ?? [], kept)
  const open = async (): Promise<void> => {
    setBusy(true)
    if (picked !== null) await request('settings.set', { networkAddress: picked })
    const opened = await request('room.open', chosen === null ? {} : { address: chosen })
    setBusy(false)
    if (!opened.ok) reportFailure(opened.error)
  }
  const lookAgain = (
    <Button size="small" onClick={() => setAsked(asked + 1)}>
      {t('room:network.again')}
    </Button>
  )
  return (
    <div className="room-closed">
      {room === null ? null : <Failed room={room} />}
      <p>{t('room:closed.text')}</p>
      {networks === null ? null : networks.length === 0 ? (
        <div className="note">
          <IconAlertTriangle size={19} stroke={1.75} />
          <div>
            <p>
              <b>{t('room:network.none')}</b> {t('room:network.noneText')}
            </p>
            {lookAgain}
          </div>
        </div>
      ) : (
        <>
          <NetworkChoice networks={networks} chosen={chosen} onChoose={setPicked} />
          {lookAgain}
        </>
      )}
      <Button
        kind="primary"
        size="large"
        icon={<IconDoor size={19} stroke={1.75} />}
        onClick={() => void open()}
        {...(busy ? { unavailable: t('common:loading') } : {})}
      >
        {t('room:closed.open')}
      </Button>
      <p className="small quiet">{t('room:closed.safe')}</p>
    </div>
  )
}

const Joining = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  return (
    <section className="room-joining">
      <QrCode text={room.url} label={t('room:qr')} />
      <div>
        <p className="small quiet">{t('room:codeName')}</p>
        <p className="room-code">{room.code}</p>
        <p className="small quiet">{t('room:typedName')}</p>
        <p className="room-typed">{room.typed}</p>
        <p className="room-phones">
          <IconDeviceMobile size={18} stroke={1.75} aria-hidden="true" />
          {t('room:phones', { count: room.phones })}
        </p>
      </div>
    </section>
  )
}

interface OpenProps {
  readonly room: RoomView
  readonly test: boolean
  readonly part: 'grants' | undefined
}

const Open = ({ room, test, part }: OpenProps) => {
  const t = useT()
  const request = useRequest()
  const reach = useReach()?.state ?? 'idle'
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (test) void request('reach.start', {})
  }, [test, request])
  const lock = async (): Promise<void> => {
    const done = await request('room.lock', { locked: !room.locked })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <>
      <Failed room={room} />
      <Joining room={room} />
      <div className="actions">
        <Button
          kind={reach === 'idle' ? 'primary' : 'plain'}
          icon={<IconPresentation size={18} stroke={1.75} />}
          onClick={() => void runAction('projector.join')}
        >
          {t('room:showJoin')}
        </Button>
        <Button
          icon={room.locked ? <IconLockOpen size={17} stroke={1.75} /> : <IconLock size={17} stroke={1.75} />}
          pressed={room.locked}
          onClick={() => void lock()}
        >
          {room.locked ? t('room:unlock') : t('room:lock')}
        </Button>
        <Button icon={<IconPrinter size={17} stroke={1.75} />} onClick={() => setPrinting(true)}>
          {t('room:printAccess')}
        </Button>
      </div>
      {room.locked ? <p className="small quiet">{t('room:lockedText')}</p> : null}
      {printing ? <PrintAccessDialog onClose={() => setPrinting(false)} /> : null}
      <GroupCodes room={room} />
      <ReachTest room={room} />
      <section className="room-section">
        <h3>{t('room:wifi.title')}</h3>
        <WifiForm room={room} />
      </section>
      <Phones room={room} />
      <Grants room={room} first={part === 'grants'} />
    </>
  )
}

const CloseRoom = ({ room }: { readonly room: RoomView }) => {
  const t = useT()
  const request = useRequest()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const close = async (): Promise<void> => {
    setBusy(true)
    const closed = await request('room.close', {})
    setBusy(false)
    setAsking(false)
    if (!closed.ok) reportFailure(closed.error)
  }
  if (busy) return <Progress done={0} total={1} words={t('common:loading')} name={t('room:close')} />
  if (!asking) {
    return <Button onClick={() => (room.phones > 0 ? setAsking(true) : void close())}>{t('room:close')}</Button>
  }
  return (
    <>
      <p className="small">{t('room:closeAsk', { count: room.phones })}</p>
      <Button kind="danger" onClick={() => void close()}>
        {t('room:closeDo')}
      </Button>
      <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
    </>
  )
}

/** How people come in: the network, the code, the test with one phone. The port is open only while the room is. */
export const RoomPanel = ({ test, part }: Pick<OpenProps, 'test'> & Partial<Pick<OpenProps, 'part'>>) => {
  const t = useT()
  const room = useRoom()
  const isOpen = room?.open === true
  return (
    <SidePanel side="right" wide>
      <Drawer
        key={isOpen ? 'open' : 'closed'}
        title={isOpen ? t('room:titleOpen') : t('room:title')}
        mark={<IconDoor size={20} stroke={1.75} aria-hidden="true" />}
        onClose={() => showPanel(null)}
        takesFocus
        {...(isOpen && room !== null ? { actions: <CloseRoom room={room} /> } : {})}
      >
        {isOpen && room !== null ? <Open room={room} test={test} part={part} /> : <Closed room={room} />}
      </Drawer>
    </SidePanel>
  )
}
