import type { Lab } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { useLab } from '../../shared/replica/react'
import { EditField } from '../people/edit-field'
import { LabLogos } from './lab-logos'
import { useChange } from '../people/use-change'
import { EsnForm } from './esn-form'

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
      <h2>{t('lab:profile.who')}</h2>
      <EditField
        label={t('lab:profile.name')}
        required
        limit={200}
        value={lab.name}
        onSave={(name) => change('lab.update', { name })}
      />
      <div className="field-row">
        <EditField
          label={t('lab:profile.country')}
          limit={LINE}
          value={lab.country ?? ''}
          onSave={(country) => change('lab.update', { country: country === '' ? null : country })}
        />
        <EditField
          label={t('lab:profile.place')}
          limit={LINE}
          value={lab.place ?? ''}
          onSave={(place) => change('lab.update', { place: place === '' ? null : place })}
        />
      </div>
      <div className="field-row">
        <EditField
          label={t('lab:profile.organisations')}
          hint={t('lab:profile.oneALine')}
          rows={3}
          limit={LIMITS.long}
          value={lab.organisations.join('\n')}
          onSave={(text) => change('lab.update', { organisations: [...linesOf(text)] })}
        />
        <EditField
          label={t('lab:profile.partners')}
          hint={t('lab:profile.oneALine')}
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
      <h2>{t('lab:profile.why')}</h2>
      <EditField
        label={t('lab:profile.targetGroup')}
        rows={2}
        limit={LIMITS.long}
        value={lab.targetGroup ?? ''}
        onSave={(text) => change('lab.update', { targetGroup: text === '' ? null : text })}
      />
      <EditField
        label={t('lab:profile.aim')}
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
      <h2>{t('lab:profile.report')}</h2>
      <EditField
        label={t('lab:profile.ties')}
        hint={t('lab:profile.tiesHint')}
        rows={3}
        limit={LIMITS.long}
        value={lab.ties ?? ''}
        onSave={(text) => change('lab.update', { ties: text === '' ? null : text })}
      />
      <EditField
        label={t('lab:profile.authors')}
        hint={t('lab:profile.oneALine')}
        rows={2}
        limit={LIMITS.long}
        value={(lab.authors ?? []).join('\n')}
        onSave={(text) => change('lab.update', { authors: [...linesOf(text)] })}
      />
      <EditField
        label={t('lab:profile.funder')}
        hint={t('lab:profile.funderHint')}
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
      <h2>{t('lab:profile.keeping')}</h2>
      <EditField
        label={t('lab:profile.keepUntil')}
        hint={t('lab:profile.keepHint')}
        type="date"
        limit={10}
        value={lab.keepUntil ?? ''}
        onSave={(day) => change('lab.update', { keepUntil: day === '' ? null : day })}
      />
    </section>
  )
}

/** What every report says about the lab. Fields save when one leaves them. */
export const ProfileTab = () => {
  const lab = useLab()
  if (lab === undefined) return null
  return (
    <div className="lab-form">
      <Names lab={lab} />
      <Purpose lab={lab} />
      <Reporting lab={lab} />
      <EsnForm lab={lab} />
      <Keeping lab={lab} />
    </div>
  )
}
