import { topicKey } from '@core/model/topics'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'

/** Question by place, in words as they were said. What was not asked is hatched; nothing said is a dash. */
export const FrameTable = ({ frame }: { readonly frame: CompareView['frame'] }) => {
  const t = useT()
  if (frame.topics.length === 0 || frame.rows.length === 0) {
    return <p className="note compare-note">{t('compare:noFrame')}</p>
  }
  return (
    <section className="compare-section" aria-labelledby="compare-frame">
      <h2 id="compare-frame">{t('report:compare.frame')}</h2>
      <div className="table-scroll words-scroll" tabIndex={0} role="group" aria-labelledby="compare-frame">
        <table className="words-table">
          <thead>
            <tr>
              <th scope="col">{t('report:compare.column.question')}</th>
              {frame.rows.map(({ place }) => (
                <th key={place} scope="col">
                  {place === '' ? t('report:compare.allTogether') : place}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frame.topics.map((topic, at) => (
              <tr key={topic}>
                <th scope="row">{t(topicKey(topic))}</th>
                {frame.rows.map(({ place, cells, asked }) => (
                  <WordsCell key={place} texts={cells[at] ?? []} asked={asked[at] ?? false} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const WordsCell = ({ texts, asked }: { readonly texts: readonly string[]; readonly asked: boolean }) => {
  const t = useT()
  if (!asked) {
    return (
      <td data-tone="not-asked">
        <span className="heat-unasked">{t('report:compare.notAsked')}</span>
      </td>
    )
  }
  if (texts.length === 0) {
    return (
      <td className="quiet">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('report:compare.nothingSaid')}</span>
      </td>
    )
  }
  return (
    <td>
      {texts.map((text, at) => (
        // Two people may have said the same words.
        <p key={`${at} ${text}`}>{text}</p>
      ))}
    </td>
  )
}
