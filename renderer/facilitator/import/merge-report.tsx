import type { MergePlan } from '@core/protocol/report-views'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'

const COUNTED = ['cards', 'votes', 'decisions', 'tasks', 'other'] as const

/** Letters of a line. */
const LETTERS = 120

/** What will stand here twice, by its words in the other file: two of one sort are easily taken for one. */
const Doubles = ({ doubled }: Pick<MergePlan, 'doubled'>) => {
  const t = useT()
  if (doubled.length === 0) return null
  return (
    <details>
      <summary>{t('import:merge.which')}</summary>
      <div className="import-lines" tabIndex={0} role="region" aria-label={t('import:merge.which')}>
        <ul>
          {doubled.map(({ words }, at) => {
            const text = labelText(t, words)
            return (
              // Two of them may have the same words.
              <li key={at} dir="auto">
                {text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text}
              </li>
            )
          })}
        </ul>
      </div>
    </details>
  )
}

/** The other file has nothing that is not here. */
export const isNothing = (plan: MergePlan): boolean =>
  COUNTED.every((kind) => plan[kind] === 0) &&
  plan.boards.added + plan.voices.added + plan.people.added + plan.entries === 0

/** What comes in, what both files have, what stays behind: the same before and after. */
export const MergeReport = ({ plan }: { readonly plan: MergePlan }) => {
  const t = useT()
  const { boards, voices, people, matches, fresh, left } = plan
  const coming = COUNTED.filter((kind) => plan[kind] > 0)
  const otherNames = matches.filter((match) => labelText(t, match.there) !== labelText(t, match.here))
  return (
    <div className="merge-report">
      {plan.sameSession ? <p className="notice notice-warn">{t('import:merge.sameSession')}</p> : null}
      {plan.follows ? <p className="notice notice-warn">{t('import:merge.follows')}</p> : null}
      <section>
        <h3>{t('import:merge.coming')}</h3>
        {isNothing(plan) ? <p>{t('import:merge.nothing')}</p> : null}
        <ul>
          {coming.map((kind) => (
            <li key={kind}>{t(`import:merge.${kind}`, { count: plan[kind] })}</li>
          ))}
          {people.added > 0 ? <li>{t('import:merge.people', { count: people.added })}</li> : null}
          {fresh.map(({ type, label }) => (
            <li key={`${type} ${labelText(t, label)}`}>
              {t(type === 'board' ? 'import:merge.newBoard' : 'import:merge.newVoice', { name: labelText(t, label) })}
            </li>
          ))}
          {plan.entries > 0 ? <li>{t('import:merge.entries', { count: plan.entries })}</li> : null}
          {plan.held > 0 ? <li>{t('import:merge.held', { count: plan.held })}</li> : null}
        </ul>
      </section>
      <section>
        <h3>{t('import:merge.both')}</h3>
        <ul>
          <li>
            {t('import:merge.boards', { count: boards.matched })} {t('import:merge.voices', { count: voices.matched })}
          </li>
          {otherNames.map(({ there, here }) => (
            <li key={`${labelText(t, there)} ${labelText(t, here)}`}>
              {t('import:merge.match', { there: labelText(t, there), here: labelText(t, here) })}
            </li>
          ))}
          <li>{t('import:merge.same', { count: plan.same })}</li>
          {plan.renamed > 0 ? (
            <li>
              {t('import:merge.renamed', { count: plan.renamed })}
              <Doubles doubled={plan.doubled} />
            </li>
          ) : null}
        </ul>
      </section>
      <section>
        <h3>{t('import:merge.stays')}</h3>
        <ul>
          <li>{t('import:merge.agenda')}</li>
          <li>{t('import:merge.twice')}</li>
          {left.map(({ what, count }) => (
            <li key={what}>{t(`import:merge.left.${what}`, { count })}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
