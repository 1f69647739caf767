import { IconPrinter } from '@tabler/icons-react'
import type { SlipSeries } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'

export const lastOf = ({ first, count }: SlipSeries): number => first + count - 1

interface SeriesListProps {
  readonly series: readonly SlipSeries[]
  readonly onAgain: (series: SlipSeries) => void
}

/** What was printed before: again if a printer failed, crossed out where the topics were changed since. */
export const SeriesList = ({ series, onAgain }: SeriesListProps) => {
  const t = useT()
  if (series.length === 0) return null
  return (
    <section aria-labelledby="paper-series">
      <h3 id="paper-series" className="paper-label">
        {t('paper:series.title')}
      </h3>
      <ul className="paper-series">
        {series.map((one) => {
          const numbers = t('paper:series.numbers', { first: one.first, last: lastOf(one), count: one.count })
          return (
            <li key={one.first}>
              {one.void === true ? (
                <span>
                  <s>{numbers}</s> <span className="quiet">{t('paper:series.void')}</span>
                </span>
              ) : (
                <>
                  <span>{numbers}</span>
                  <Button
                    size="small"
                    icon={<IconPrinter size={16} stroke={1.75} />}
                    label={`${t('paper:series.again')} ${numbers}`}
                    onClick={() => onAgain(one)}
                  >
                    {t('paper:series.again')}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
