import type { Indicator } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { ChoiceField, DayField, LineField } from '../outcomes/fields'
import { FigureField } from './figure-field'
import { orNull } from './lines'
import { TitleField } from './title-field'

type Better = NonNullable<Indicator['better']>

export type IndicatorDraft = {
  readonly name: string
  readonly unit: string
  readonly better: Better | ''
  readonly source: string
  readonly baseline: number | null
  readonly baselineOn: string
  readonly target: number | null
  readonly targetOn: string
}

export const NEW_INDICATOR: IndicatorDraft = {
  name: '',
  unit: '',
  better: '',
  source: '',
  baseline: null,
  baselineOn: '',
  target: null,
  targetOn: '',
}

export const indicatorDraft = (indicator: Indicator): IndicatorDraft => ({
  name: indicator.name,
  unit: indicator.unit ?? '',
  better: indicator.better ?? '',
  source: indicator.source ?? '',
  baseline: indicator.baseline?.value ?? null,
  baselineOn: indicator.baseline?.on ?? '',
  target: indicator.target?.value ?? null,
  targetOn: indicator.target?.on ?? '',
})

const pointArgs = (value: number | null, on: string) =>
  value === null ? null : { value, ...(on === '' ? {} : { on }) }

/** Empty fields are cleared; a day without its figure waits for it. `whole` is the draft with the changes in it. */
export const indicatorArgs = (draft: Partial<IndicatorDraft>, whole: IndicatorDraft) => ({
  ...(draft.name === undefined ? {} : { name: draft.name }),
  ...(draft.unit === undefined ? {} : { unit: orNull(draft.unit) }),
  ...(draft.better === undefined ? {} : { better: draft.better === '' ? null : draft.better }),
  ...(draft.source === undefined ? {} : { source: orNull(draft.source) }),
  ...('baseline' in draft || 'baselineOn' in draft ? { baseline: pointArgs(whole.baseline, whole.baselineOn) } : {}),
  ...('target' in draft || 'targetOn' in draft ? { target: pointArgs(whole.target, whole.targetOn) } : {}),
})

interface IndicatorFieldsProps {
  readonly draft: IndicatorDraft
  readonly type: (part: Partial<IndicatorDraft>) => void
  readonly choose: (part: Partial<IndicatorDraft>) => void
  readonly fresh: boolean
}

export const IndicatorFields = ({ draft, type, choose, fresh }: IndicatorFieldsProps) => {
  const t = useT()
  return (
    <>
      <TitleField
        label={t('work:indicator.name')}
        hint={fresh ? t('work:indicator.nameHint') : undefined}
        value={draft.name}
        onType={(name) => type({ name })}
        first={fresh}
      />
      <LineField
        label={t('work:indicator.unit')}
        hint={t('work:indicator.unitHint')}
        value={draft.unit}
        onType={(unit) => type({ unit })}
      />
      <ChoiceField<Better | ''>
        label={t('work:indicator.better')}
        value={draft.better}
        choices={[
          ['', t('work:better.unsaid')],
          ['up', t('work:better.up')],
          ['down', t('work:better.down')],
        ]}
        onChoose={(better) => choose({ better })}
      />
      <div className="field-row">
        <FigureField
          label={t('work:indicator.baseline')}
          hint={t('work:indicator.baselineHint')}
          value={draft.baseline}
          onChoose={(baseline) => choose({ baseline })}
        />
        <DayField
          label={t('work:indicator.baselineOn')}
          day={draft.baselineOn}
          onChoose={(baselineOn) => choose({ baselineOn })}
        />
      </div>
      <div className="field-row">
        <FigureField
          label={t('work:indicator.target')}
          hint={t('work:indicator.targetHint')}
          value={draft.target}
          onChoose={(target) => choose({ target })}
        />
        <DayField
          label={t('work:indicator.targetOn')}
          day={draft.targetOn}
          onChoose={(targetOn) => choose({ targetOn })}
        />
      </div>
      <LineField
        label={t('work:indicator.source')}
        hint={t('work:indicator.sourceHint')}
        value={draft.source}
        onType={(source) => type({ source })}
      />
    </>
  )
}
