import { IconAlertTriangle, IconCheck, IconDoorEnter, IconInfoCircle, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Vote } from '@core/model/vote'
import { fewestOptions } from '@core/commands/vote-checks'
import { FEWEST_BALLOTS } from '@core/rules/partition'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useHelper, useOrdered, useRoom, useSession } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { PrintBallotsDialog } from '../paper/print-dialog'
import { enoughOptions, slipsOf } from './vote-draft'

/** Why the vote cannot open yet; undefined when it can. */
export const useObstacle = (vote: Vote): string | undefined => {
  const t = useT()
  const closed = useSession()?.state === 'closed'
  if (closed) return t('vote:check.sessionClosed')
  if (!enoughOptions(vote)) return t('vote:check.options', { count: fewestOptions(vote.method) })
  return vote.admission === 'codes' && slipsOf(vote).usable === 0 ? t('vote:check.slipsNeeded') : undefined
}

type State = 'ok' | 'open' | 'hint'

const SIGNS = { ok: IconCheck, open: IconAlertTriangle, hint: IconInfoCircle } as const

const Check = ({ state, children }: { readonly state: State; readonly children: string }) => {
  const Sign = SIGNS[state]
  return (
    <li className={`check-${state}`}>
      <Sign size={17} stroke={state === 'ok' ? 2 : 1.75} aria-hidden="true" />
      <span>{children}</span>
    </li>
  )
}

const RoomCheck = () => {
  const t = useT()
  const room = useRoom()
  const open = room?.open === true
  return (
    <Check state={open ? 'ok' : 'open'}>
      {open ? t('vote:check.roomOk', { count: room.phones }) : t('vote:check.room')}
    </Check>
  )
}

const SlipsCheck = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const { usable, spent } = slipsOf(vote)
  const needed = vote.admission === 'codes'
  return (
    <>
      {usable > 0 ? (
        <Check state="ok">{t('vote:check.slipsOk', { count: usable })}</Check>
      ) : (
        <Check state={needed ? 'open' : 'hint'}>{t(needed ? 'vote:check.slipsNeeded' : 'vote:check.slipsNone')}</Check>
      )}
      {spent > 0 ? <Check state="open">{t('vote:check.slipsSpent', { count: spent })}</Check> : null}
    </>
  )
}

const PeopleCheck = () => {
  const t = useT()
  const voices = useOrdered('voice')
  const present = voices.reduce((sum, voice) => sum + voice.present, 0)
  if (voices.length === 0) return <Check state="open">{t('vote:check.noVoice')}</Check>
  if (present === 0) return <Check state="hint">{t('vote:check.noPeople')}</Check>
  if (present < FEWEST_BALLOTS) return <Check state="open">{t('vote:check.fewPeople', { count: present })}</Check>
  return <Check state="ok">{t('vote:check.peopleOk', { count: present })}</Check>
}

/** Prints slips for the coming or running round. */
export const PrintSlips = ({ vote, size = 'medium' }: { readonly vote: Vote; readonly size?: 'small' | 'medium' }) => {
  const t = useT()
  const [printing, setPrinting] = useState(false)
  if (useHelper()) return null
  return (
    <>
      <Button size={size} icon={<IconPrinter size={16} stroke={1.75} />} onClick={() => setPrinting(true)}>
        {t('vote:slips.print')}
      </Button>
      {printing ? <PrintBallotsDialog vote={vote} onClose={() => setPrinting(false)} /> : null}
    </>
  )
}

/** What a vote needs, and what is good to know before it opens. */
export const BeforeOpening = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  const room = useRoom()
  const byPhone = vote.channels.includes('phone')
  const bySlip = vote.channels.includes('paper') || vote.admission === 'codes'
  const enough = enoughOptions(vote)
  const helper = useHelper()
  return (
    <section aria-labelledby="vote-checks">
      <h2 id="vote-checks" className="side-title">
        {t('vote:check.title')}
      </h2>
      <ul className="checks">
        <Check state={enough ? 'ok' : 'open'}>
          {enough
            ? t('vote:check.optionsOk', { count: vote.options.length })
            : t('vote:check.options', { count: fewestOptions(vote.method) })}
        </Check>
        <PeopleCheck />
        {byPhone ? <RoomCheck /> : null}
        {bySlip ? <SlipsCheck vote={vote} /> : null}
        {vote.channels.includes('hands') ? <Check state="hint">{t('vote:check.hands')}</Check> : null}
      </ul>
      <div className="actions">
        {byPhone && room?.open !== true && !helper ? (
          <Button icon={<IconDoorEnter size={17} stroke={1.75} />} onClick={() => void runAction('room.toggle')}>
            {t('vote:check.openRoom')}
          </Button>
        ) : null}
        {bySlip && enough ? <PrintSlips vote={vote} /> : null}
      </div>
    </section>
  )
}
