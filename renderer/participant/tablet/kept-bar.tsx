/** @jsxImportSource preact */
import { keptWords } from '@core/text/ballot-words'
import type { Lookup } from '@core/text/lookup'
import { useOwnVoice, usePage } from '../context'
import { screenOf } from '../model/screen'
import type { Screen } from '../model/screen'
import { Shield } from './shield'

/** What the laptop stores of this turn, in one sentence, and how often the tablet was handed on. */
export const KeptBar = ({ used }: { readonly used: number }) => {
  const { phone, t } = usePage()
  const voice = useOwnVoice()
  const screen = phone.view ? screenOf(phone.view, phone.mine, { groupId: phone.groupId, tablet: true }) : null
  return (
    <aside class="kept-bar" aria-label={t('tablet:kept')}>
      <span class="kept-bar-words">
        <Shield /> <b>{t('tablet:kept')}</b>{' '}
        {screen === null ? t('tablet:keptNothing') : whatIsKept(t, screen, voice !== null)}
      </span>
      {used === 0 ? null : <span>{t('tablet:used', { count: used })}</span>}
    </aside>
  )
}

const whatIsKept = (t: Lookup, screen: Screen, voice: boolean): string => {
  switch (screen.kind) {
    case 'slip':
    case 'ballot':
    case 'counted':
      return keptWords(t, screen.vote, voice)
    case 'votes':
      return screen.votes[0] ? keptWords(t, screen.votes[0].vote, voice) : t('tablet:keptNothing')
    case 'pulse':
      return t('tablet:keptPulse')
    case 'contribute':
      return t('tablet:keptWords')
    default:
      return t('tablet:keptNothing')
  }
}
