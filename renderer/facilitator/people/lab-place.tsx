import type { Lab } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { useLab } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { EditField } from './edit-field'
import { LabLogos } from './lab-logos'
import { useChange } from './use-change'
import './people.css'

const LINE = LIMITS.label
const LIST_LIMIT = 40

/** One per line; empty lines are none. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, LINE))
    .filter((line) => line !== '')
    .slice(0, LIST_LIMIT)

const Names = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const change = useChange()
  return (
    <section className="lab-section">
      <h2>{t('people:lab.who')}</h2>
      <EditField
        label={t('people:lab.name')}
        required
        limit={200}
        value={lab.name}
        onSave={(name) => change('lab.update', { name })}
      />
      <div className="field-row">
        <EditField
          label={t('people:lab.country')}
          limit={LINE}
          value={lab.country ?? ''}
          onSave={(country) => change('lab.update', { country: country === '' ? null : country })}
        />
        <EditField
          label={t('people:lab.place')}
          limit={LINE}
          value={lab.place ?? ''}
          onSave={(place) => change('lab.update', { place: place === '' ? null : place })}
        />
      </div>
      <div className="field-row">
        <EditField
          label={t('people:lab.organisations')}
          hint={t('people:lab.oneALine')}
          rows={3}
          limit={LIMITS.long}
          value={lab.organisations.join('\n')}
          onSave={(text) => change('lab.update', { organisations: [...linesOf(text)] })}
        />
        <EditField
          label={t('people:lab.partners')}
          hint={t('people:lab.oneALine')}
          rows={3}
          limit={LIMITS.long}
          value={lab.partners.join('\n')}
          onSave={(text) => change('lab.update', { partners: [...linesOf(text)] })}
        />
      </div>
    </section>
  )
}

const Purpose = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const change = useChange()
  return (
    <section className="lab-section">
      <h2>{t('people:lab.why')}</h2>
      <EditField
        label={t('people:lab.targetGroup')}
        rows={2}
        limit={LIMITS.long}
        value={lab.targetGroup ?? ''}
        onSave={(text) => change('lab.update', { targetGroup: text === '' ? null : text })}
      />
      <EditField
        label={t('people:lab.aim')}
        rows={3}
        limit={LIMITS.long}
        value={lab.aim ?? ''}
        onSave={(text) => change('lab.update', { aim: text === '' ? null : text })}
      />
    </section>
  )
}

const Reporting = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const change = useChange()
  return (
    <section className="lab-section">
      <h2>{t('people:lab.report')}</h2>
      <EditField
        label={t('people:lab.ties')}
        hint={t('people:lab.tiesHint')}
        rows={3}
        limit={LIMITS.long}
        value={lab.ties ?? ''}
        onSave={(text) => change('lab.update', { ties: text === '' ? null : text })}
      />
      <EditField
        label={t('people:lab.authors')}
        hint={t('people:lab.oneALine')}
        rows={2}
        limit={LIMITS.long}
        value={(lab.authors ?? []).join('\n')}
        onSave={(text) => change('lab.update', { authors: [...linesOf(text)] })}
      />
      <EditField
        label={t('people:lab.funder')}
        hint={t('people:lab.funderHint')}
        rows={2}
        limit={LIMITS.long}
        value={lab.funderNotice ?? ''}
        onSave={(text) => change('lab.update', { funderNotice: text === '' ? null : text })}
      />
      <LabLogos lab={lab} />
    </section>
  )
}

const Keeping = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const change = useChange()
  return (
    <section className="lab-section lab-keep">
      <h2>{t('people:lab.keeping')}</h2>
      <EditField
        label={t('people:lab.keepUntil')}
        hint={t('people:lab.keepHint')}
        type="date"
        limit={10}
        value={lab.keepUntil ?? ''}
        onSave={(day) => change('lab.update', { keepUntil: day === '' ? null : day })}
      />
    </section>
  )
}

/** What every report says about the lab. Fields save when one leaves them. */
export const LabPlace = () => {
  const t = useT()
  const lab = useLab()
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('people:lab.title')} lead={t('people:lab.lead')} />}>
      {lab === undefined ? null : (
        <div className="lab-form">
          <Names lab={lab} />
          <Purpose lab={lab} />
          <Reporting lab={lab} />
          <Keeping lab={lab} />
        </div>
      )}
    </PlaceFrame>
  )
}
