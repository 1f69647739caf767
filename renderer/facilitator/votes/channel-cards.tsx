import { IconDeviceTablet, IconDevices, IconKeyboard, IconPlus, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Channel, Vote } from '@core/model/vote'
import type { Turnout } from '@core/protocol/views'
import { lastRound } from '@core/rules/frozen'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Strip } from '../../shared/look/progress'
import { useHelper, useRoom } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { nav } from '../app/nav'
import { showPanel } from '../app/panels'
import { PrintSlips } from './before-opening'
import { CHANNEL_ICONS } from './channel-icons'
import { HandsDialog } from './hands-dialog'
import { CHANNELS, slipsOf } from './vote-draft'

interface ChannelProps {
  readonly vote: Vote
  readonly turnout: Turnout
}

interface CardProps {
  readonly channel: Channel
  readonly count: number
  readonly words: string
  /** Said under the words where something needs a look. */
  readonly warning?: string | undefined
  /** 0-1: how far something is. */
  readonly share?: number | undefined
  readonly children?: ReactNode
}

/** Four of these stand side by side with the same weight: no way to vote is the real one. */
const ChannelCard = ({ channel, count, words, warning, share, children }: CardProps) => {
  const t = useT()
  const Icon = CHANNEL_ICONS[channel]
  return (
    <li className="channel-card panel">
      <div className="channel-head">
        <Icon size={22} stroke={1.75} aria-hidden="true" />
        <h3>{t(`vote:channel.${channel}`)}</h3>
        <b className="figure">{count}</b>
      </div>
      <p className="channel-words quiet">{words}</p>
      {share === undefined ? null : <Strip share={share} />}
      {warning === undefined ? null : <p className="channel-warning">{warning}</p>}
      {children === undefined ? null : <div className="channel-deeds actions">{children}</div>}
    </li>
  )
}

const isShut = (vote: Vote): boolean => lastRound(vote).state === 'counting'

const Phones = ({ vote, turnout }: ChannelProps) => {
  const t = useT()
  const room = useRoom()
  const helper = useHelper()
  const count = turnout.channels.phone
  if (isShut(vote)) return <ChannelCard channel="phone" count={count} words={t('vote:phones.shut')} />
  if (room?.open !== true) {
    return (
      <ChannelCard channel="phone" count={count} words={t('vote:phones.closed')}>
        {helper ? null : (
          <Button size="small" onClick={() => void runAction('room.toggle')}>
            {t('vote:check.openRoom')}
          </Button>
        )}
      </ChannelCard>
    )
  }
  return (
    <ChannelCard channel="phone" count={count} words={t('vote:phones.inRoom', { count: room.phones })}>
      {helper ? null : (
        <Button size="small" icon={<IconQrcode size={16} stroke={1.75} />} onClick={() => void runAction('room.panel')}>
          {t('vote:phones.showCode')}
        </Button>
      )}
    </ChannelCard>
  )
}

const Tablet = ({ vote, turnout }: ChannelProps) => {
  const t = useT()
  const helper = useHelper()
  const isOpen = useRoom()?.open === true
  const count = turnout.channels.kiosk
  if (isShut(vote)) return <ChannelCard channel="kiosk" count={count} words={t('vote:tablet.shut')} />
  return (
    <ChannelCard channel="kiosk" count={count} words={t('vote:tablet.about')}>
      {helper ? null : (
        <>
          <Button
            size="small"
            icon={<IconDeviceTablet size={16} stroke={1.75} />}
            onClick={() => void runAction('room.tablet')}
          >
            {t('vote:tablet.here')}
          </Button>
          {isOpen ? (
            <Button
              size="small"
              icon={<IconDevices size={16} stroke={1.75} />}
              onClick={() => showPanel({ kind: 'room', test: false, part: 'grants' })}
            >
              {t('vote:tablet.elsewhere')}
            </Button>
          ) : null}
        </>
      )}
    </ChannelCard>
  )
}

const Paper = ({ vote, turnout }: ChannelProps) => {
  const t = useT()
  const { paper } = turnout
  const printed = paper?.printed ?? slipsOf(vote).usable
  const words = [
    printed === 0 ? t('vote:paper.none') : t('vote:paper.printed', { count: printed }),
    t('vote:paper.entered', { count: paper?.entered ?? 0 }),
    paper === undefined || paper.twice === 0 ? '' : t('vote:paper.twice', { count: paper.twice }),
  ]
  const differing = paper?.differing ?? 0
  return (
    <ChannelCard
      channel="paper"
      count={turnout.channels.paper}
      words={words.filter((part) => part !== '').join(' ')}
      share={printed === 0 ? undefined : Math.min(1, (paper?.entered ?? 0) / printed)}
      warning={differing === 0 ? undefined : t('vote:paper.differing', { count: differing })}
    >
      <Button
        size="small"
        icon={<IconKeyboard size={16} stroke={1.75} />}
        onClick={() => nav.go({ kind: 'paper', id: vote.id })}
      >
        {t('vote:paper.type')}
      </Button>
      <PrintSlips vote={vote} size="small" />
    </ChannelCard>
  )
}

const Hands = ({ vote, turnout }: ChannelProps) => {
  const t = useT()
  const [counting, setCounting] = useState(false)
  return (
    <ChannelCard channel="hands" count={turnout.channels.hands} words={t('vote:hands.about')}>
      <Button size="small" icon={<IconPlus size={16} stroke={1.9} />} onClick={() => setCounting(true)}>
        {t('vote:hands.count')}
      </Button>
      {counting ? <HandsDialog vote={vote} onClose={() => setCounting(false)} /> : null}
    </ChannelCard>
  )
}

const CARDS = { phone: Phones, kiosk: Tablet, paper: Paper, hands: Hands } as const

/** Each way in with what has come by it and the deed that belongs to it. */
export const ChannelCards = ({ vote, turnout }: ChannelProps) => {
  const t = useT()
  return (
    <section aria-labelledby="vote-channels">
      <h2 id="vote-channels">{t('vote:channel.heading')}</h2>
      <ul className="channel-cards">
        {CHANNELS.filter((channel) => vote.channels.includes(channel)).map((channel) => {
          const Card = CARDS[channel]
          return <Card key={channel} vote={vote} turnout={turnout} />
        })}
      </ul>
    </section>
  )
}
