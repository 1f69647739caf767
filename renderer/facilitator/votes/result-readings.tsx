import { readingsOf } from '@core/charts/vote-readings'
import { factsOf } from '@core/charts/vote-facts'
import type { ResultView } from '@core/rules/result-model'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { useResultWords } from './result-words'

/** Where voices agree and differ, what one voice sees alone, the minority view. */
export const ResultReadings = ({ result }: { readonly result: ResultView }) => {
  const { say } = useResultWords()
  const readings = readingsOf(result)
  if (readings.length === 0) return null
  return (
    <div className="result-readings">
      {readings.map(({ id, title, items, none }) => (
        <section key={id} className="result-reading" aria-labelledby={`reading-${id}`}>
          <h3 id={`reading-${id}`}>{say(title)}</h3>
          {items.length === 0 ? (
            <p className="quiet">{say(none)}</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={say(item)}>{say(item)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

/** Ballots, channels, admission, quorum, base of figures, ties, paper: what has to stand beside every result. */
export const ResultFacts = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { list } = useFormat()
  const { say } = useResultWords()
  return (
    <section className="result-facts" aria-labelledby="result-counted">
      <h3 id="result-counted">{t('charts:counted')}</h3>
      <dl>
        {factsOf(result).map(({ id, title, says }) => (
          <div key={id}>
            <dt>{say(title)}</dt>
            <dd>{list(says.map(say))}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
