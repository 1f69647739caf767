import { useT } from '../../shared/i18n/use-t'
import { FORMATS } from './report-kit'
import type { Format } from './report-kit'
import './report.css'

interface FormatFieldProps {
  /** The formats that there are of this kind; absent: all of them. */
  readonly offered?: readonly Format[]
  readonly formats: readonly Format[]
  readonly onChoose: (formats: readonly Format[]) => void
}

export const FormatField = ({ offered = FORMATS, formats, onChoose }: FormatFieldProps) => {
  const t = useT()
  const tick = (format: Format): void =>
    onChoose(FORMATS.filter((one) => (one === format ? !formats.includes(one) : formats.includes(one))))
  return (
    <fieldset className="choice-group format-group">
      <legend>{t('reportPlace:format.label')}</legend>
      {offered.map((format) => (
        <label key={format} className="tick format-tick">
          <input type="checkbox" checked={formats.includes(format)} onChange={() => tick(format)} />
          <span>
            <b>{t(`reportPlace:format.${format}.name`)}</b>{' '}
            <span className="quiet small">{t(`reportPlace:format.${format}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
