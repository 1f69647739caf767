import { useState } from 'react'
import type { StatementRef } from '@core/compare/place-topics'
import { useT } from '../../shared/i18n/use-t'
import type { By } from './comparison'
import { useStatements } from './use-comparison'

/** Read beside the table; the rest is asked for. */
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
  const [all, setAll] = useState(false)
  const { list } = useStatements(compareId, refs)
  const texts = Array.isArray(list) ? [...new Set(list.map(({ text }) => text))] : []
  return (
    <td className="heat-band" rowSpan={rows}>
      <div>
        <p>
          <b>{t(`compare:band.${by}`, { count: rows })}</b> {t('compare:band.not')}
        </p>
        <ul>
          {(all ? texts : texts.slice(0, SHOWN)).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {texts.length > SHOWN && !all ? (
          <button type="button" className="btn btn-link" onClick={() => setAll(true)}>
            {t('compare:band.more', { count: texts.length - SHOWN })}
          </button>
        ) : null}
      </div>
    </td>
  )
}
