import { LIMITS } from '@core/model/limits'
import type { Ref } from '@core/model/outcome'
import type { Owner } from '@core/model/person'
import type { Project } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { EvidenceList } from '../outcomes/evidence-field'
import { DayField, WordsField } from '../outcomes/fields'
import { OwnerField } from '../outcomes/owner-field'
import { linesOf, orNull } from './lines'
import { TitleField } from './title-field'

export type ProjectDraft = {
  readonly title: string
  readonly aim: string
  readonly targetGroup: string
  readonly partners: string
  readonly from: string
  readonly to: string
  readonly owner: Owner | null
  readonly activities: string
  readonly results: string
  readonly indicatorIds: readonly string[]
}

export const NEW_PROJECT: ProjectDraft = {
  title: '',
  aim: '',
  targetGroup: '',
  partners: '',
  from: '',
  to: '',
  owner: null,
  activities: '',
  results: '',
  indicatorIds: [],
}

export const projectDraft = (project: Project): ProjectDraft => ({
  title: project.title,
  aim: project.aim ?? '',
  targetGroup: project.targetGroup ?? '',
  partners: project.partners.join('\n'),
  from: project.from ?? '',
  to: project.to ?? '',
  owner: project.owner ?? null,
  activities: project.activities ?? '',
  results: project.results ?? '',
  indicatorIds: project.indicatorIds,
})

/** Empty fields are cleared. */
export const projectArgs = (draft: Partial<ProjectDraft>) => ({
  ...(draft.title === undefined ? {} : { title: draft.title }),
  ...(draft.aim === undefined ? {} : { aim: orNull(draft.aim) }),
  ...(draft.targetGroup === undefined ? {} : { targetGroup: orNull(draft.targetGroup) }),
  ...(draft.partners === undefined ? {} : { partners: linesOf(draft.partners) }),
  ...(draft.from === undefined ? {} : { from: orNull(draft.from) }),
  ...(draft.to === undefined ? {} : { to: orNull(draft.to) }),
  ...(draft.owner === undefined ? {} : { owner: draft.owner }),
  ...(draft.activities === undefined ? {} : { activities: orNull(draft.activities) }),
  ...(draft.results === undefined ? {} : { results: orNull(draft.results) }),
  ...(draft.indicatorIds === undefined ? {} : { indicatorIds: [...draft.indicatorIds] }),
})

interface ProjectFieldsProps {
  readonly draft: ProjectDraft
  readonly type: (part: Partial<ProjectDraft>) => void
  readonly choose: (part: Partial<ProjectDraft>) => void
  /** What was done and what came of it are asked only of projects that exist. */
  readonly fresh: boolean
}

const Course = ({ draft, type, choose }: ProjectFieldsProps) => {
  const t = useT()
  const refs = draft.indicatorIds.map((id): Ref => ({ type: 'indicator', id }))
  return (
    <>
      <WordsField
        label={t('work:project.activities')}
        value={draft.activities}
        onType={(activities) => type({ activities })}
        limit={LIMITS.long}
      />
      <WordsField
        label={t('work:project.results')}
        hint={t('work:project.resultsHint')}
        value={draft.results}
        onType={(results) => type({ results })}
        limit={LIMITS.long}
      />
      <EvidenceList
        label={t('work:project.indicators')}
        empty={t('work:project.noIndicators')}
        refs={refs}
        onChange={(next) => choose({ indicatorIds: next.map(({ id }) => id) })}
        types={['indicator']}
      />
    </>
  )
}

export const ProjectFields = (props: ProjectFieldsProps) => {
  const { draft, type, choose, fresh } = props
  const t = useT()
  return (
    <>
      <TitleField
        label={t('work:project.name')}
        value={draft.title}
        onType={(title) => type({ title })}
        first={fresh}
      />
      <WordsField
        label={t('work:project.aim')}
        hint={fresh ? t('work:project.aimHint') : undefined}
        value={draft.aim}
        onType={(aim) => type({ aim })}
        rows={2}
        limit={LIMITS.long}
      />
      <WordsField
        label={t('work:project.targetGroup')}
        value={draft.targetGroup}
        onType={(targetGroup) => type({ targetGroup })}
        rows={2}
        limit={LIMITS.long}
      />
      <WordsField
        label={t('work:project.partners')}
        hint={t('work:oneALine')}
        value={draft.partners}
        onType={(partners) => type({ partners })}
        rows={2}
        limit={LIMITS.long}
      />
      <div className="field-row">
        <DayField label={t('work:project.from')} day={draft.from} onChoose={(from) => choose({ from })} />
        <DayField label={t('work:project.to')} day={draft.to} onChoose={(to) => choose({ to })} />
      </div>
      <OwnerField label={t('work:project.owner')} owner={draft.owner} onChoose={(owner) => choose({ owner })} />
      {fresh ? null : <Course {...props} />}
    </>
  )
}
