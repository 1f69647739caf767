/** @jsxImportSource preact */
import { usePage } from '../context'
import { ALL_VOTES } from '../model/screen'
import type { Part } from '../model/screen'
import { Icon } from '../parts/icon'

/** Which question this is, where several are open; and the way to all of them. */
export const PartLine = ({ part: { number, count } }: { readonly part: Part }) => {
  const { phone, t } = usePage()
  if (count < 2) return null
  const rounds = [...(phone.view?.vote.values() ?? [])].flatMap((vote) => vote.rounds)
  const open = new Set(rounds.filter(({ state }) => state === 'open').map(({ id }) => id))
  const isIn = (state: string): boolean => state === 'counted' || state === 'waiting'
  const done = Object.entries(phone.mine.ballots).filter(([id, { state }]) => open.has(id) && isIn(state)).length
  return (
    <p class="part-line">
      <span>{t('ballot:screen.part', { number, count })}</span>
      {done === 0 ? null : (
        <span role="status" class="part-done">
          <Icon name="check" /> {t('ballot:screen.inSoFar', { count: done })}
        </span>
      )}
      <button type="button" class="link" onClick={() => phone.keep({ at: ALL_VOTES })}>
        {t('ballot:screen.all')}
      </button>
    </p>
  )
}
