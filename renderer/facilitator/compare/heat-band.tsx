import type { StatementRef } from '@core/compare/place-topics'
import { useT } from '../../shared/i18n/use-t'
import type { By } from './comparison'
import { useStatements } from './use-comparison'

/** Read beside the table; the report and the table of words have all of them. */
const SHOWN = 6

interface HeatBandProps {
  readonly compareId: string
  readonly refs: readonly StatementRef[]
  readonly rows: number
  readonly by: By
}

/** What was named for all rows together is not spread over them: one field over all rows. */
export const HeatBand = ({ compareId, refs, rows, by }: HeatBandProps) => {
  const t = useT()
  const { list } = useStatements(compareId, refs)
  const texts = Array.isArray(list) ? [...new Set(list.map(({ text }) => text))] : []
  return (
    <td className="heat-band" rowSpan={rows}>
      <div>
        <p>
          <b>{t(`compare:band.${by}`, { count: rows })}</b> {t('compare:band.not')}
        </p>
        <ul>
          {texts.slice(0, SHOWN).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {texts.length > SHOWN ? <p>{t('compare:band.more', { count: texts.length - SHOWN })}</p> : null}
      </div>
    </td>
  )
}
