import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { numberText } from './slip-number'
import type { Paper } from './use-paper'

/** What was done with which slip, newest first. It says nothing of what stands on them, and goes with the ballots. */
export const LogList = ({ paper }: { readonly paper: Paper }) => {
  const t = useT()
  const { time } = useFormat()
  const { view } = paper
  if (view === null) return null
  return (
    // Long logs scroll: by keyboard too.
    <div className="paper-log" tabIndex={0} role="group" aria-label={t('paper:mode.log')}>
      <p className="quiet">{t('paper:log.about')}</p>
      {view.log.length === 0 ? (
        <p>{t('paper:log.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('paper:log.time')}</th>
              <th scope="col">{t('paper:log.slip')}</th>
              <th scope="col">{t('paper:log.what')}</th>
              <th scope="col">{t('paper:log.by')}</th>
            </tr>
          </thead>
          <tbody>
            {view.log.map((entry, at) => (
              <tr key={view.log.length - at}>
                <td>{time(new Date(entry.at).toISOString())}</td>
                <td>{numberText(entry.number)}</td>
                <td>{t(`paper:log.did.${entry.what}`)}</td>
                <td>{t(`paper:log.who.${entry.by}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
