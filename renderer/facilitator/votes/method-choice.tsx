import { LIMITS } from '@core/model/limits'
import type { VoteMethod } from '@core/model/vote'
import { methodWords } from '@core/text/ballot-words'
import { useT } from '../../shared/i18n/use-t'
import { NumberField } from '../outcomes/number-field'
import { ChoiceWords } from './choice-words'
import { METHODS, methodOf, withMethod } from './vote-draft'
import type { VoteDraft } from './vote-draft'

interface MethodChoiceProps {
  readonly draft: VoteDraft
  readonly choose: (part: Partial<VoteDraft>) => void
}

type Of<N extends VoteMethod['name']> = Extract<VoteMethod, { readonly name: N }>
interface OwnProps<N extends VoteMethod['name']> {
  readonly method: Of<N>
  readonly onChoose: (method: VoteMethod) => void
}

const Dots = ({ method, onChoose }: OwnProps<'dots'>) => {
  const t = useT()
  const { negative, ...rest } = method
  return (
    <>
      <NumberField
        label={t('vote:settings.budget')}
        hint={t('vote:settings.budgetHint')}
        value={method.budget}
        least={1}
        most={LIMITS.dotsBudget}
        onChoose={(budget) =>
          budget === null ? undefined : onChoose({ ...method, budget, cap: Math.min(method.cap, budget) })
        }
      />
      <NumberField
        label={t('vote:settings.cap')}
        hint={t('vote:settings.capHint')}
        value={method.cap}
        least={1}
        most={method.budget}
        onChoose={(cap) => (cap === null ? undefined : onChoose({ ...method, cap }))}
      />
      <NumberField
        label={t('vote:settings.against')}
        hint={t('vote:settings.againstHint')}
        value={negative ?? null}
        least={0}
        most={LIMITS.dotsBudget}
        onChoose={(count) => onChoose(count === null || count === 0 ? rest : { ...rest, negative: count })}
      />
    </>
  )
}

const Approval = ({ method, onChoose }: OwnProps<'approval'>) => {
  const t = useT()
  return (
    <NumberField
      label={t('vote:settings.most')}
      hint={t('vote:settings.mostHint')}
      value={method.most ?? null}
      least={1}
      most={LIMITS.options}
      onChoose={(most) => onChoose(most === null ? { name: 'approval' } : { name: 'approval', most })}
    />
  )
}

const Ranking = ({ method, onChoose }: OwnProps<'ranking'>) => {
  const t = useT()
  return (
    <NumberField
      label={t('vote:settings.places')}
      hint={t('vote:settings.placesHint')}
      value={method.places ?? null}
      least={1}
      most={LIMITS.options}
      onChoose={(places) => onChoose(places === null ? { name: 'ranking' } : { name: 'ranking', places })}
    />
  )
}

/** What can be set about the chosen way; most have nothing to set. */
const OwnSettings = ({ draft, choose }: MethodChoiceProps) => {
  const { method } = draft
  const onChoose = (next: VoteMethod): void => choose(withMethod(draft, next))
  switch (method.name) {
    case 'dots':
      return <Dots method={method} onChoose={onChoose} />
    case 'approval':
      return <Approval method={method} onChoose={onChoose} />
    case 'ranking':
      return <Ranking method={method} onChoose={onChoose} />
    default:
      return null
  }
}

const hasSettings = ({ name }: VoteMethod): boolean => name === 'dots' || name === 'approval' || name === 'ranking'

/** The seven ways, each with the sentence that people will read on their ballot. */
export const MethodChoice = ({ draft, choose }: MethodChoiceProps) => {
  const t = useT()
  const options = Math.max(1, draft.options.length)
  return (
    <section className="vote-section" aria-labelledby="vote-method">
      <h2 id="vote-method">{t('vote:method.title')}</h2>
      <p className="quiet">{t('vote:method.lead')}</p>
      <div className="choice-list" role="radiogroup" aria-labelledby="vote-method">
        {METHODS.map((name) => {
          const chosen = draft.method.name === name
          return (
            <label key={name} className="choice">
              <input
                type="radio"
                name="vote-method"
                checked={chosen}
                onChange={() => choose(withMethod(draft, methodOf(name)))}
                aria-describedby={`vote-method-${name}`}
              />
              <ChoiceWords
                name={t(`vote:method.${name}`)}
                about={methodWords(t, chosen ? draft.method : methodOf(name), options)}
                aboutId={`vote-method-${name}`}
              />
            </label>
          )
        })}
      </div>
      {hasSettings(draft.method) ? (
        <div className="vote-settings">
          <OwnSettings draft={draft} choose={choose} />
        </div>
      ) : null}
    </section>
  )
}
