import type { Lab } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { countWords, ESN_LIMITS, ESN_PRINCIPLES, ESN_STATUSES, ESN_THEMES } from '@core/rules/esn'
import { useT } from '../../shared/i18n/use-t'
import { EditField } from '../people/edit-field'
import { useChange } from '../people/use-change'
import { linesOf } from '../work/lines'

type Esn = NonNullable<Lab['esn']>
type Save = (part: Partial<{ readonly [K in keyof Esn]: Esn[K] | undefined }>) => void

interface PartProps {
  readonly esn: Esn
  readonly save: Save
}

const LINE = LIMITS.label
const MOST_LINKS = 20
const words = (text: string): string | undefined => (text === '' ? undefined : text)

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
        <label key={value}>
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

const Ticks = ({ esn, save }: PartProps) => {
  const t = useT()
  const themes = (esn.themes ?? []) as readonly (typeof ESN_THEMES)[number][] // unknown ones are only not ticked
  const statuses = (esn.statuses ?? []) as readonly (typeof ESN_STATUSES)[number][]
  return (
    <>
      <CheckList
        title={t('lab:esn.themes')}
        values={ESN_THEMES}
        ticked={themes}
        name={(theme) => t(`lab:theme.${theme}`)}
        onChange={(next) => save({ themes: next })}
      />
      {themes.length === 0 ? <p className="field-hint">{t('lab:esn.noTheme')}</p> : null}
      {themes.includes('other') ? (
        <EditField
          label={t('lab:esn.otherTheme')}
          limit={LINE}
          value={esn.otherTheme ?? ''}
          onSave={(text) => save({ otherTheme: words(text) })}
        />
      ) : null}
      <CheckList
        title={t('lab:esn.statuses')}
        values={ESN_STATUSES}
        ticked={statuses}
        name={(status) => t(`lab:status.${status}`)}
        onChange={(next) => save({ statuses: next })}
      />
      {statuses.includes('other') ? (
        <EditField
          label={t('lab:esn.otherStatus')}
          limit={LINE}
          value={esn.otherStatus ?? ''}
          onSave={(text) => save({ otherStatus: words(text) })}
        />
      ) : null}
      <CheckList
        title={t('lab:esn.principles')}
        values={ESN_PRINCIPLES}
        ticked={ESN_PRINCIPLES.filter((_, index) => esn.principles?.includes(index + 1))}
        name={(principle) => `${ESN_PRINCIPLES.indexOf(principle) + 1}. ${t(`lab:principle.${principle}`)}`}
        onChange={(next) => save({ principles: next.map((principle) => ESN_PRINCIPLES.indexOf(principle) + 1) })}
      />
    </>
  )
}

/** Three places, of which empty ones in between are closed up. */
const Objectives = ({ esn, save }: PartProps) => {
  const t = useT()
  const objectives = esn.objectives ?? []
  const set = (index: number, text: string): void => {
    const next = Array.from({ length: ESN_LIMITS.objectives }, (_, at) =>
      at === index ? text : (objectives[at] ?? ''),
    )
    save({ objectives: next.filter((one) => one !== '') })
  }
  return (
    <fieldset className="field plain-fieldset lab-section">
      <legend>{t('lab:esn.objectives')}</legend>
      {Array.from({ length: ESN_LIMITS.objectives }, (_, index) => (
        <EditField
          key={index}
          label={t('lab:esn.objective', { number: index + 1 })}
          rows={2}
          limit={LIMITS.long}
          value={objectives[index] ?? ''}
          onSave={(text) => set(index, text)}
        />
      ))}
    </fieldset>
  )
}

const Activities = ({ esn, save }: PartProps) => {
  const t = useT()
  const count = countWords(esn.activities ?? '')
  const over = count - ESN_LIMITS.activityWords
  return (
    <EditField
      label={t('lab:esn.activities')}
      rows={6}
      limit={LIMITS.long}
      value={esn.activities ?? ''}
      onSave={(text) => save({ activities: words(text) })}
      hint={
        <span className="word-count" data-over={over > 0 || undefined}>
          {t('lab:esn.words', { count, limit: ESN_LIMITS.activityWords })}
          {over > 0 ? <> {t('lab:esn.tooMany', { count: over })}</> : null}
        </span>
      }
    />
  )
}

/** The fields of the practice form that no other place of the app knows; its limits are watched, nothing is cut off. */
export const EsnForm = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const change = useChange()
  const esn = lab.esn ?? {}
  const save: Save = (part) => {
    const merged = { ...esn, ...part }
    const next = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
    change('lab.update', { esn: next })
  }
  const long = (field: 'context' | 'outcomes' | 'tips', rows: number) => (
    <EditField
      label={t(`lab:esn.${field}`)}
      rows={rows}
      limit={LIMITS.long}
      value={esn[field] ?? ''}
      onSave={(text) => save({ [field]: words(text) })}
    />
  )
  return (
    <section className="lab-section">
      <h2>{t('lab:esn.title')}</h2>
      <p className="field-hint">{t('lab:esn.lead')}</p>
      <EditField
        label={t('lab:esn.contact')}
        limit={LINE}
        value={esn.contact ?? ''}
        onSave={(text) => save({ contact: words(text) })}
      />
      <Ticks esn={esn} save={save} />
      {long('context', 4)}
      <Objectives esn={esn} save={save} />
      <Activities esn={esn} save={save} />
      {long('outcomes', 4)}
      <EditField
        label={t('lab:esn.links')}
        hint={t('lab:profile.oneALine')}
        rows={2}
        limit={LIMITS.long}
        value={(esn.links ?? []).join('\n')}
        onSave={(text) => save({ links: linesOf(text).slice(0, MOST_LINKS) })}
      />
      {long('tips', 4)}
    </section>
  )
}
