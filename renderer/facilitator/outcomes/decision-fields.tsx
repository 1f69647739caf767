import type { Decision, Objection, Ref } from '@core/model/outcome'
import type { Owner } from '@core/model/person'
import { LIMITS } from '@core/model/limits'
import type { RequestArgs } from '@core/protocol/requests'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { BehindField } from './behind-field'
import type { Behind } from './behind-field'
import { Lockable } from './closed-note'
import { EvidenceList } from './evidence-field'
import { ChoiceField, DayField, LineField, WordsField } from './fields'
import { ObjectionsField } from './objections-field'
import { OwnerField } from './owner-field'

type Reply = NonNullable<Decision['reply']>

export type DecisionDraft = {
  readonly kind: Decision['kind']
  readonly status: Decision['status']
  readonly wording: string
  readonly rationale: string
  readonly behind: Behind
  readonly objections: readonly Objection[]
  readonly owner: Owner | null
  readonly evidence: readonly Ref[]
  readonly reviewOn: string
  readonly addressee: string
  readonly level: NonNullable<Decision['level']> | ''
  readonly replyText: string
  readonly replyOn: string
  readonly replyOutcome: Reply['outcome']
}

export const NEW_DECISION: DecisionDraft = {
  kind: 'agreement',
  status: 'agreed',
  wording: '',
  rationale: '',
  behind: { voiceIds: [] },
  objections: [],
  owner: null,
  evidence: [],
  reviewOn: '',
  addressee: '',
  level: '',
  replyText: '',
  replyOn: '',
  replyOutcome: 'open',
}

export const decisionDraft = (decision: Decision): DecisionDraft => ({
  kind: decision.kind,
  status: decision.status,
  wording: decision.wording,
  rationale: decision.rationale ?? '',
  behind: decision.behind,
  objections: decision.objections,
  owner: decision.owner ?? null,
  evidence: decision.evidence,
  reviewOn: decision.reviewOn ?? '',
  addressee: decision.addressee ?? '',
  level: decision.level ?? '',
  replyText: decision.reply?.text ?? '',
  replyOn: decision.reply?.on ?? '',
  replyOutcome: decision.reply?.outcome ?? 'open',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

type DecisionArgs = Omit<RequestArgs<'decision.update'>, 'id' | 'was'>

/** The reply exists once it has words and a day. */
const replyArgs = (whole: DecisionDraft): DecisionArgs['reply'] =>
  whole.replyText.trim() === '' || whole.replyOn === ''
    ? null
    : { text: whole.replyText, on: whole.replyOn, outcome: whole.replyOutcome }

/** `whole` is the draft with the changes in it. An objection without words is still being written and is not sent. */
export const decisionArgs = (changes: Partial<DecisionDraft>, whole: DecisionDraft): DecisionArgs => {
  const replied = 'replyText' in changes || 'replyOn' in changes || 'replyOutcome' in changes
  return {
    ...(changes.kind === undefined ? {} : { kind: changes.kind }),
    ...(changes.status === undefined ? {} : { status: changes.status }),
    ...(changes.wording === undefined ? {} : { wording: changes.wording }),
    ...(changes.rationale === undefined ? {} : { rationale: orNull(changes.rationale) }),
    ...(changes.behind === undefined ? {} : { behind: changes.behind }),
    ...(changes.objections === undefined
      ? {}
      : { objections: changes.objections.filter(({ text }) => text.trim() !== '') }),
    ...(changes.owner === undefined ? {} : { owner: changes.owner }),
    ...(changes.evidence === undefined ? {} : { evidence: [...changes.evidence] }),
    ...(changes.reviewOn === undefined ? {} : { reviewOn: orNull(changes.reviewOn) }),
    ...(changes.addressee === undefined ? {} : { addressee: orNull(changes.addressee) }),
    ...(changes.level === undefined ? {} : { level: changes.level === '' ? null : changes.level }),
    ...(replied ? { reply: replyArgs(whole) } : {}),
  }
}

interface DecisionFieldsProps {
  readonly draft: DecisionDraft
  readonly type: (part: Partial<DecisionDraft>) => void
  readonly choose: (part: Partial<DecisionDraft>) => void
  readonly fresh: boolean
}

const KINDS = ['agreement', 'recommendation'] as const
const STATUSES = ['proposed', 'agreed', 'kept', 'changed', 'dropped'] as const
const LEVELS = ['micro', 'meso', 'macro'] as const
const REPLIES = ['open', 'accepted', 'partly', 'refused'] as const
const WEEKS = [4, 12]

/** A recommendation goes to somebody outside the lab: to whom, and at what level. */
const Recommendation = ({ draft, type, choose }: DecisionFieldsProps) => {
  const t = useT()
  return (
    <>
      <LineField
        label={t('outcomes:decision.addressee')}
        value={draft.addressee}
        onType={(addressee) => type({ addressee })}
        hint={t('outcomes:decision.addresseeHint')}
      />
      <ChoiceField
        label={t('outcomes:decision.level')}
        value={draft.level}
        choices={[
          ['', t('outcomes:decision.noLevel')],
          ...LEVELS.map((level) => [level, t(`outcomes:level.${level}`)] as const),
        ]}
        onChoose={(level) => choose({ level })}
      />
    </>
  )
}

const ReplyFields = ({ draft, type, choose }: DecisionFieldsProps) => {
  const t = useT()
  return (
    <fieldset className="field plain-fieldset reply">
      <legend>{t('outcomes:reply.label')}</legend>
      <WordsField
        label={t('outcomes:reply.text')}
        value={draft.replyText}
        onType={(replyText) => type({ replyText })}
        limit={LIMITS.long}
        rows={2}
      />
      <div className="field-row">
        <DayField label={t('outcomes:reply.on')} day={draft.replyOn} onChoose={(replyOn) => choose({ replyOn })} />
        <ChoiceField
          label={t('outcomes:reply.outcome')}
          value={draft.replyOutcome}
          choices={REPLIES.map((one) => [one, t(`outcomes:replyOutcome.${one}`)] as const)}
          onChoose={(replyOutcome) => choose({ replyOutcome })}
        />
      </div>
    </fieldset>
  )
}

/** What was decided stays as it was in a closed session; a reply to it may still come. */
export const DecisionFields = (props: DecisionFieldsProps) => (
  <>
    <Lockable deed="decision.add">
      <div className="form">
        <Decided {...props} />
      </div>
    </Lockable>
    {props.draft.kind === 'recommendation' && !props.fresh ? <ReplyFields {...props} /> : null}
    <Lockable deed="decision.add">
      <div className="form">
        <Grounds {...props} />
      </div>
    </Lockable>
  </>
)

const Decided = (props: DecisionFieldsProps) => {
  const { draft, type, choose, fresh } = props
  const t = useT()
  return (
    <>
      <WordsField
        label={t('outcomes:decision.wording')}
        value={draft.wording}
        onType={(wording) => type({ wording })}
        hint={fresh ? t('outcomes:decision.wordingHint') : undefined}
        required
        first={fresh}
      />
      <div className="field">
        <Segmented
          name={t('outcomes:decision.kind')}
          value={draft.kind}
          segments={KINDS.map((kind) => ({ value: kind, label: t(`outcomes:decisionKind.${kind}`) }))}
          onChange={(kind) => choose({ kind })}
        />
        <p className="field-hint">{t(`outcomes:decisionKindHint.${draft.kind}`)}</p>
      </div>
      {draft.kind === 'recommendation' ? <Recommendation {...props} /> : null}
    </>
  )
}

const Grounds = ({ draft, type, choose }: DecisionFieldsProps) => {
  const t = useT()
  return (
    <>
      <BehindField behind={draft.behind} onChoose={(behind) => choose({ behind })} />
      <ObjectionsField
        objections={draft.objections}
        type={(objections) => type({ objections })}
        choose={(objections) => choose({ objections })}
      />
      <WordsField
        label={t('outcomes:decision.rationale')}
        value={draft.rationale}
        onType={(rationale) => type({ rationale })}
        rows={2}
        limit={LIMITS.long}
      />
      <div className="field-row">
        <ChoiceField
          label={t('outcomes:decision.status')}
          value={draft.status}
          choices={STATUSES.map((status) => [status, t(`outcomes:status.${status}`)] as const)}
          onChoose={(status) => choose({ status })}
        />
      </div>
      <OwnerField label={t('outcomes:decision.owner')} owner={draft.owner} onChoose={(owner) => choose({ owner })} />
      <DayField
        label={t('outcomes:decision.review')}
        day={draft.reviewOn}
        onChoose={(reviewOn) => choose({ reviewOn })}
        weeks={WEEKS}
      />
      <EvidenceList
        label={t('outcomes:decision.evidence')}
        empty={t('outcomes:decision.noEvidence')}
        refs={draft.evidence}
        onChange={(evidence) => choose({ evidence })}
        types={['card', 'cluster', 'statement', 'vote', 'question', 'decision', 'project', 'indicator', 'activity']}
      />
    </>
  )
}
