import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { DialogueRound } from '@core/model/lab'
import type { ReportKind } from './report-kit'

interface KindFieldProps {
  readonly kinds: readonly ReportKind[]
  readonly kind: ReportKind
  readonly onChoose: (kind: ReportKind) => void
}

/** What can be made of this session: each with one sentence. */
export const KindField = ({ kinds, kind, onChoose }: KindFieldProps) => {
  const t = useT()
  return (
    <fieldset className="choice-group kind-group">
      <legend>{t('reportPlace:kind.label')}</legend>
      {kinds.map((one) => (
        <label key={one} className="choice" data-chosen={one === kind || undefined}>
          <input type="radio" name="kind" value={one} checked={one === kind} onChange={() => onChoose(one)} />
          <b>{t(`reportPlace:kind.${one}.name`)}</b>
          <span className="quiet small">{t(`reportPlace:kind.${one}.text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface RoundFieldProps {
  readonly rounds: readonly DialogueRound[]
  readonly round: number
  readonly onChoose: (round: number) => void
}

/** A guide is for those who answer what was said before: never for the first round. */
export const RoundField = ({ rounds, round, onChoose }: RoundFieldProps) => {
  const t = useT()
  return (
    <label className="field">
      <span className="field-label">{t('reportPlace:kind.round')}</span>
      <select className="input" value={round} onChange={(event) => onChoose(Number(event.target.value))}>
        {rounds.map(({ id, label }, index) =>
          index === 0 ? null : (
            <option key={id} value={index + 1}>
              {t('reportPlace:kind.roundOne', { number: index + 1, round: labelText(t, label) })}
            </option>
          ),
        )}
      </select>
    </label>
  )
}
