import { IconAlertTriangle } from '@tabler/icons-react'
import { handsAllowed } from '@core/commands/vote-checks'
import type { Channel } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { CHANNEL_ICONS } from './channel-icons'
import { ChoiceWords } from './choice-words'
import { CHANNELS } from './vote-draft'
import type { VoteDraft } from './vote-draft'

interface ChannelChoiceProps {
  readonly draft: VoteDraft
  readonly choose: (part: Partial<VoteDraft>) => void
  /** Slips are printed that say whether hands are raised too. */
  readonly locked: boolean
}

const ChannelTick = ({ channel, draft, choose, locked }: ChannelChoiceProps & { readonly channel: Channel }) => {
  const t = useT()
  const Icon = CHANNEL_ICONS[channel]
  const on = draft.channels.includes(channel)
  const impossible = channel === 'hands' && !handsAllowed(draft.method)
  const fixed = channel === 'hands' && locked
  const isLast = on && draft.channels.length === 1
  const about = impossible ? t('vote:channel.handsNot') : t(`vote:channel.about.${channel}`)
  const toggle = (): void => {
    if (isLast || impossible || fixed) return
    choose({ channels: CHANNELS.filter((one) => (one === channel ? !on : draft.channels.includes(one))) })
  }
  return (
    <label className="choice" data-off={impossible || undefined}>
      <input
        type="checkbox"
        checked={on}
        aria-disabled={impossible || isLast || fixed || undefined}
        aria-describedby={`vote-channel-${channel}`}
        onChange={toggle}
      />
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <ChoiceWords
        name={t(`vote:channel.${channel}`)}
        about={`${about}${isLast ? ` ${t('vote:channel.last')}` : ''}`}
        aboutId={`vote-channel-${channel}`}
      />
    </label>
  )
}

/** Who may vote: the words say what each of the two promises, and what not. */
const Admission = ({ draft, choose }: Omit<ChannelChoiceProps, 'locked'>) => {
  const t = useT()
  return (
    <div className="choice-list" role="radiogroup" aria-labelledby="vote-admission">
      {(['open-room', 'codes'] as const).map((admission) => (
        <label key={admission} className="choice">
          <input
            type="radio"
            name="vote-admission"
            checked={draft.admission === admission}
            aria-describedby={`vote-admission-${admission}`}
            onChange={() => choose({ admission })}
          />
          <ChoiceWords
            name={t(`vote:admission.${admission}`)}
            about={t(`vote:admission.about.${admission}`)}
            aboutId={`vote-admission-${admission}`}
          />
        </label>
      ))}
    </div>
  )
}

/** How ballots come in, and who may hand one in. Raised hands change what the vote promises: said before it opens. */
export const ChannelChoice = ({ draft, choose, locked }: ChannelChoiceProps) => {
  const t = useT()
  const hands = draft.channels.includes('hands')
  return (
    <>
      <section className="vote-section" aria-labelledby="vote-ways">
        <h2 id="vote-ways">{t('vote:channel.title')}</h2>
        <div className="choice-list" role="group" aria-labelledby="vote-ways">
          {CHANNELS.map((channel) => (
            <ChannelTick key={channel} channel={channel} draft={draft} choose={choose} locked={locked} />
          ))}
        </div>
        {hands ? (
          <p className="notice notice-warn">
            <IconAlertTriangle size={19} stroke={1.75} aria-hidden="true" />
            <span>
              <b>{t('vote:channel.openTitle')}</b> {t('vote:channel.openText')}
            </span>
          </p>
        ) : null}
      </section>
      <section className="vote-section" aria-labelledby="vote-admission">
        <h2 id="vote-admission">{t('vote:admission.title')}</h2>
        <Admission draft={draft} choose={choose} />
        {hands && draft.admission === 'codes' ? <p className="note">{t('vote:admission.hands')}</p> : null}
      </section>
    </>
  )
}
