import type { Vote } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import type { Pass } from './slip-number'
import { numberText } from './slip-number'
import type { Entry } from './use-entry'
import type { Paper } from './use-paper'

interface EntrySideProps {
  readonly vote: Vote
  readonly pass: Pass
  readonly entry: Entry
  readonly paper: Paper
}

const Counts = ({ pass, paper }: Pick<EntrySideProps, 'pass' | 'paper'>) => {
  const t = useT()
  const { view } = paper
  if (view === null) return null
  const second = pass === 'second'
  const done = second ? view.twice.length : view.entered.length
  const total = second ? view.entered.length : view.printed
  const words = t(second ? 'paper:side.twice' : 'paper:side.entered', { done, count: total })
  return (
    <section>
      <Progress done={done} total={Math.max(1, total)} name={words} words={words} />
      {!second && view.invalid.length > 0 ? <p>{t('paper:side.invalid', { count: view.invalid.length })}</p> : null}
    </section>
  )
}

/** Always in sight: who types looks at the paper, not into a manual. */
const KEYS = ['number', 'voice', 'marks', 'move', 'kinds', 'end', 'save'] as const

const Keys = ({ vote }: { readonly vote: Vote }) => {
  const t = useT()
  return (
    <section aria-labelledby="entry-keys">
      <h2 id="entry-keys" className="side-title">
        {t('paper:keys.title')}
      </h2>
      <ul className="entry-keys">
        {KEYS.map((key) => (
          <li key={key}>{t(key === 'marks' ? `paper:keys.marks.${vote.method.name}` : `paper:keys.${key}`)}</li>
        ))}
      </ul>
    </section>
  )
}

/** How far it is, what was typed last, and the keys. In the second typing nothing of the first is here. */
export const EntrySide = ({ vote, pass, entry, paper }: EntrySideProps) => {
  const t = useT()
  const { last } = entry
  const wasMissing = last?.pass === 'second' && last.outcome === 'taken'
  return (
    <aside className="entry-side" aria-label={t('paper:side.title')}>
      <Counts pass={pass} paper={paper} />
      <section className="entry-last">
        <p role="status">
          {last === null ? (
            <span className="quiet">{t('paper:side.none')}</span>
          ) : (
            <>
              <b>{t('paper:side.last', { number: numberText(last.number) })}</b>{' '}
              {wasMissing ? t('paper:side.wasMissing') : null}
            </>
          )}
        </p>
        {last === null || pass === 'fix' ? null : (
          <Button size="small" onClick={entry.changeLast}>
            {t('paper:side.change')}
          </Button>
        )}
      </section>
      <Keys vote={vote} />
    </aside>
  )
}
