import { LIMITS } from '@core/model/limits'
import type { Activity } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { ChoiceField, DayField, LineField, WordsField } from '../outcomes/fields'
import { NumberField } from '../outcomes/number-field'
import { orNull } from './lines'
import { TitleField } from './title-field'

export type ActivityKind = NonNullable<Activity['kind']>
export const ACTIVITY_KINDS: readonly ActivityKind[] = ['visit', 'training', 'open-door', 'meeting', 'other']

export type ActivityDraft = {
  readonly title: string
  readonly kind: ActivityKind | ''
  readonly on: string
  readonly people: number | null
  readonly place: string
  readonly text: string
}

export const activityDraft = (activity: Activity): ActivityDraft => ({
  title: activity.title,
  kind: activity.kind ?? '',
  on: activity.on ?? '',
  people: activity.people ?? null,
  place: activity.place ?? '',
  text: activity.text ?? '',
})

/** Empty fields are cleared. */
export const activityArgs = (draft: Partial<ActivityDraft>) => ({
  ...(draft.title === undefined ? {} : { title: draft.title }),
  ...(draft.kind === undefined ? {} : { kind: draft.kind === '' ? null : draft.kind }),
  ...(draft.on === undefined ? {} : { on: orNull(draft.on) }),
  ...(draft.people === undefined ? {} : { people: draft.people }),
  ...(draft.place === undefined ? {} : { place: orNull(draft.place) }),
  ...(draft.text === undefined ? {} : { text: orNull(draft.text) }),
})

interface ActivityFieldsProps {
  readonly draft: ActivityDraft
  readonly type: (part: Partial<ActivityDraft>) => void
  readonly choose: (part: Partial<ActivityDraft>) => void
  readonly fresh: boolean
}

const MOST_PEOPLE = 100_000

export const ActivityFields = ({ draft, type, choose, fresh }: ActivityFieldsProps) => {
  const t = useT()
  return (
    <>
      <TitleField
        label={t('work:activity.name')}
        hint={fresh ? t('work:activity.nameHint') : undefined}
        value={draft.title}
        onType={(title) => type({ title })}
        first={fresh}
      />
      <ChoiceField<ActivityKind | ''>
        label={t('work:activity.kind')}
        value={draft.kind}
        choices={[
          ['', t('work:activity.noKind')],
          ...ACTIVITY_KINDS.map((kind) => [kind, t(`work:activityKind.${kind}`)] as const),
        ]}
        onChoose={(kind) => choose({ kind })}
      />
      <DayField label={t('work:activity.on')} day={draft.on} onChoose={(on) => choose({ on })} />
      <NumberField
        label={t('work:activity.people')}
        hint={t('work:activity.peopleHint')}
        value={draft.people}
        most={MOST_PEOPLE}
        onChoose={(people) => type({ people })}
      />
      <LineField label={t('work:activity.place')} value={draft.place} onType={(place) => type({ place })} />
      <WordsField
        label={t('work:activity.text')}
        hint={t('work:activity.textHint')}
        value={draft.text}
        onType={(text) => type({ text })}
        rows={4}
        limit={LIMITS.long}
      />
    </>
  )
}
