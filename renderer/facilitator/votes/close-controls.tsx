import { Menu } from '@mantine/core'
import { IconClockPlus, IconHourglass, IconLock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { formatClock } from '../../shared/i18n/format'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useHelper, useNow } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { useActions } from '../app/use-actions'
import { useClosing } from './closing'
import { MoreMenu } from './more-menu'
import { NOTICE_SECONDS, useVoteDeeds } from './use-vote-deeds'
import type { VoteDeeds } from './use-vote-deeds'
import { waitsForCount } from './vote-draft'

interface CloseNowProps {
  readonly vote: Vote
  readonly onDo: () => void
  readonly onClose: () => void
}

/** Asked once, since nothing brings an open vote back. With paper or hands to count, it is shut first and closed later. */
const CloseNow = ({ vote, onDo, onClose }: CloseNowProps) => {
  const t = useT()
  const way = waitsForCount(vote) ? 'shutNow' : 'closeNow'
  return (
    <Dialog title={t(`vote:${way}.title`)} onClose={onClose}>
      <div className="dialog-body">
        <p>{t(`vote:${way}.text`)}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              onClose()
              onDo()
            }}
          >
            {t(`vote:${way}.do`)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

interface CountdownProps {
  readonly vote: Vote
  readonly deeds: VoteDeeds
  readonly closesAt: string
}

/** The announced end runs: more time, or no end at all. */
const Countdown = ({ vote, deeds, closesAt }: CountdownProps) => {
  const t = useT()
  const now = useNow(250)
  const left = Math.max(0, (Date.parse(closesAt) - now) / 1000)
  return (
    <>
      <p className="countdown" role="timer" aria-label={t('vote:notice.closesIn')}>
        <IconHourglass size={18} stroke={1.75} aria-hidden="true" />
        <span>{t('vote:notice.closesIn')}</span> <b>{formatClock(Math.ceil(left))}</b>
      </p>
      <Button
        icon={<IconClockPlus size={17} stroke={1.75} />}
        onClick={() => void deeds.announce(vote, Math.min(600, Math.ceil(left) + NOTICE_SECONDS))}
      >
        {t('vote:notice.more', { count: NOTICE_SECONDS })}
      </Button>
      <Button icon={<IconX size={17} stroke={1.75} />} onClick={() => void deeds.announce(vote, null)}>
        {t('vote:notice.withdraw')}
      </Button>
    </>
  )
}

/** Closing a vote: with notice, or at once from the menu. */
export const CloseControls = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const deeds = useVoteDeeds()
  const { close, dialog } = useClosing(vote)
  const [asking, setAsking] = useState(false)
  const waits = waitsForCount(vote)
  const { closesAt } = lastRound(vote)
  const helper = useHelper()
  useActions({ 'vote.close': { enabled: () => true, run: () => setAsking(true) } })
  if (helper) return null
  return (
    <>
      {closesAt === undefined ? (
        <Button
          kind="primary"
          icon={<IconHourglass size={17} stroke={1.75} />}
          onClick={() => void deeds.announce(vote, NOTICE_SECONDS)}
        >
          {t('vote:notice.start', { count: NOTICE_SECONDS })}
        </Button>
      ) : (
        <Countdown vote={vote} deeds={deeds} closesAt={closesAt} />
      )}
      <MoreMenu>
        <Menu.Item leftSection={<IconLock size={16} stroke={1.75} />} onClick={() => setAsking(true)}>
          {t(waits ? 'vote:shutNow.menu' : 'vote:closeNow.menu')}
        </Menu.Item>
      </MoreMenu>
      {asking ? (
        <CloseNow
          vote={vote}
          onDo={() => void (waits ? deeds.count(vote) : close())}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {dialog}
    </>
  )
}
