import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import type { Lab } from '@core/model/lab'
import { ESN_LIMITS, esnFormOf, esnMissing } from '@core/rules/esn'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useFormat } from '../app/use-format'
import { EsnField } from './esn-field'
import { EsnFill } from './esn-fill'
import { Principles, Statuses, Themes } from './esn-ticks'
import { WordCount } from './esn-words'
import type { EsnPartProps } from './use-esn'
import { linkLines, orNone, useProblems, useSaveEsn } from './use-esn'

/** Three places, of which empty ones in between are closed up. */
const Objectives = ({ esn, save }: EsnPartProps) => {
  const t = useT()
  const { long } = useProblems()
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
      <p className="field-hint">
        {t('lab:esn.objectivesSet', { count: objectives.length, limit: ESN_LIMITS.objectives })}
      </p>
      {Array.from({ length: ESN_LIMITS.objectives }, (_, index) => (
        <EsnField
          key={index}
          label={t('lab:esn.objective', { number: index + 1 })}
          rows={2}
          problemOf={long}
          value={objectives[index] ?? ''}
          onSave={(text) => set(index, text)}
        />
      ))}
    </fieldset>
  )
}

/** What the form still asks for; a complete one says so. */
const Missing = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const { list } = useFormat()
  const missing = esnMissing(esnFormOf(lab)).map((field) => t(`report:esn.field.${field}`))
  return (
    <p className="field-hint" role="status">
      {missing.length === 0
        ? t('lab:esn.complete')
        : t('lab:esn.missing', { count: missing.length, fields: list(missing) })}
    </p>
  )
}

type LongField = 'context' | 'outcomes' | 'tips'

const Texts = ({ esn, save }: EsnPartProps) => {
  const t = useT()
  const problems = useProblems()
  const long = (field: LongField) => (
    <EsnField
      label={t(`lab:esn.${field}`)}
      rows={4}
      problemOf={problems.long}
      value={esn[field] ?? ''}
      onSave={(text) => save({ [field]: orNone(text) })}
    />
  )
  return (
    <>
      {long('context')}
      <Objectives esn={esn} save={save} />
      <EsnField
        label={t('lab:esn.activities')}
        rows={6}
        problemOf={problems.long}
        value={esn.activities ?? ''}
        onSave={(text) => save({ activities: orNone(text) })}
        hint={(text) => <WordCount text={text} />}
      />
      {long('outcomes')}
      <EsnField
        label={t('lab:esn.links')}
        hint={() => t('lab:profile.oneALine')}
        rows={2}
        problemOf={problems.links}
        value={(esn.links ?? []).join('\n')}
        onSave={(text) => save({ links: linkLines(text) })}
      />
      {long('tips')}
    </>
  )
}

/** The practice form in its own order; organisations and country stand above, in the profile. Nothing is ever cut off. */
export const EsnForm = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const { short } = useProblems()
  const save = useSaveEsn(lab)
  const [filling, setFilling] = useState(false)
  const esn = lab.esn ?? {}
  return (
    <section className="lab-section" aria-labelledby="lab-esn">
      <h2 id="lab-esn">{t('lab:esn.title')}</h2>
      <p className="field-hint">{t('lab:esn.lead')}</p>
      <div className="esn-head">
        <Missing lab={lab} />
        <Button icon={<IconWand size={18} stroke={1.75} aria-hidden="true" />} onClick={() => setFilling(true)}>
          {t('lab:esn.fill.open')}
        </Button>
      </div>
      {filling ? <EsnFill lab={lab} save={save} onClose={() => setFilling(false)} /> : null}
      <EsnField
        label={t('lab:esn.practice')}
        hint={() => t('lab:esn.practiceHint', { name: lab.name })}
        problemOf={short}
        value={esn.title ?? ''}
        onSave={(text) => save({ title: orNone(text) })}
      />
      <EsnField
        label={t('lab:esn.contact')}
        hint={() => t('lab:esn.contactHint')}
        problemOf={short}
        value={esn.contact ?? ''}
        onSave={(text) => save({ contact: orNone(text) })}
      />
      <Themes esn={esn} save={save} />
      <Principles esn={esn} save={save} />
      <Statuses esn={esn} save={save} />
      <Texts esn={esn} save={save} />
    </section>
  )
}
