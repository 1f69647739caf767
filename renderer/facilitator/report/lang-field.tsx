import { REPORT_LANGUAGES } from '@core/text/report-languages'
import { useT } from '../../shared/i18n/use-t'

interface LangFieldProps {
  readonly lang: string
  readonly onChoose: (lang: string) => void
}

/** The language of the report, by its own name, apart from the screen's. */
export const LangField = ({ lang, onChoose }: LangFieldProps) => {
  const t = useT()
  return (
    <label className="field">
      <span className="field-label">{t('reportPlace:lang.label')}</span>
      <select className="input" value={lang} onChange={(event) => onChoose(event.target.value)}>
        {REPORT_LANGUAGES.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <span className="field-hint">{t('reportPlace:lang.hint')}</span>
    </label>
  )
}
