import { ESN_PRINCIPLES, ESN_STATUSES, ESN_THEMES, ticksOf } from '@core/rules/esn'
import { useT } from '../../shared/i18n/use-t'
import { EsnField } from './esn-field'
import type { EsnPartProps } from './use-esn'
import { orNone, useProblems } from './use-esn'

interface CheckListProps<Value extends string> {
  readonly title: string
  readonly values: readonly Value[]
  readonly ticked: readonly Value[]
  readonly name: (value: Value) => string
  readonly onChange: (ticked: Value[]) => void
}

const CheckList = <Value extends string>({ title, values, ticked, name, onChange }: CheckListProps<Value>) => (
  <fieldset className="field plain-fieldset">
    <legend>{title}</legend>
    <div className="check-list">
      {values.map((value) => (
        <label key={value} className="tick">
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={(event) =>
              // In the order of the form, whatever was ticked first.
              onChange(values.filter((one) => (one === value ? event.target.checked : ticked.includes(one))))
            }
          />
          <span>{name(value)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

interface ClosedListProps<Value extends string> extends Omit<CheckListProps<Value>, 'ticked' | 'onChange'> {
  readonly kept: readonly string[] | undefined
  readonly onKeep: (values: string[]) => void
}

/** A closed list of the form; what an older file holds beside it stays, and can be taken away by its own box. */
const ClosedList = <Value extends string>({ values, kept, onKeep, name, ...rest }: ClosedListProps<Value>) => {
  const { ticked, own } = ticksOf(values, kept)
  const known = (value: string): value is Value => values.some((one) => one === value)
  return (
    <CheckList<string>
      {...rest}
      values={[...values, ...own]}
      ticked={[...ticked, ...own]}
      name={(value) => (known(value) ? name(value) : value)}
      onChange={onKeep}
    />
  )
}

export const Themes = ({ esn, save }: EsnPartProps) => {
  const t = useT()
  const { short } = useProblems()
  const count = esn.themes?.length ?? 0
  return (
    <>
      <ClosedList
        title={t('lab:esn.themes')}
        values={ESN_THEMES}
        kept={esn.themes}
        name={(theme) => t(`lab:theme.${theme}`)}
        onKeep={(themes) => save({ themes })}
      />
      <p className="field-hint" data-missing={count === 0 || undefined}>
        {count === 0 ? t('lab:esn.noTheme') : t('lab:esn.themesTicked', { count })}
      </p>
      {esn.themes?.includes('other') ? (
        <EsnField
          label={t('lab:esn.otherTheme')}
          problemOf={short}
          value={esn.otherTheme ?? ''}
          onSave={(text) => save({ otherTheme: orNone(text) })}
        />
      ) : null}
    </>
  )
}

export const Principles = ({ esn, save }: EsnPartProps) => {
  const t = useT()
  return (
    <CheckList
      title={t('lab:esn.principles')}
      values={ESN_PRINCIPLES}
      ticked={ESN_PRINCIPLES.filter((_, index) => esn.principles?.includes(index + 1))}
      name={(principle) => `${ESN_PRINCIPLES.indexOf(principle) + 1}. ${t(`lab:principle.${principle}`)}`}
      onChange={(next) => save({ principles: next.map((principle) => ESN_PRINCIPLES.indexOf(principle) + 1) })}
    />
  )
}

export const Statuses = ({ esn, save }: EsnPartProps) => {
  const t = useT()
  const { short } = useProblems()
  return (
    <>
      <ClosedList
        title={t('lab:esn.statuses')}
        values={ESN_STATUSES}
        kept={esn.statuses}
        name={(status) => t(`lab:status.${status}`)}
        onKeep={(statuses) => save({ statuses })}
      />
      {esn.statuses?.includes('other') ? (
        <EsnField
          label={t('lab:esn.otherStatus')}
          problemOf={short}
          value={esn.otherStatus ?? ''}
          onSave={(text) => save({ otherStatus: orNone(text) })}
        />
      ) : null}
    </>
  )
}
