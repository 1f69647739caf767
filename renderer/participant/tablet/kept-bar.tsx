/** @jsxImportSource preact */
import { usePage } from '../context'
import { screenOf } from '../model/screen'
import { Shield } from './shield'

/** What the laptop stores of this turn, in one sentence, and how often the tablet was handed on. */
export const KeptBar = ({ used }: { readonly used: number }) => {
  const { phone, t } = usePage()
  const kind = phone.view ? screenOf(phone.view, phone.mine, { groupId: phone.groupId, tablet: true }).kind : 'nothing'
  const what =
    kind === 'ballot' || kind === 'counted'
      ? 'tablet:keptBallot'
      : kind === 'pulse'
        ? 'tablet:keptPulse'
        : kind === 'contribute'
          ? 'tablet:keptWords'
          : 'tablet:keptNothing'
  return (
    <aside class="kept-bar" aria-label={t('tablet:kept')}>
      <span class="kept-bar-words">
        <Shield /> <b>{t('tablet:kept')}</b> {t(what)}
      </span>
      {used === 0 ? null : <span>{t('tablet:used', { count: used })}</span>}
    </aside>
  )
}
