import { IconFolder, IconShieldCheck } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { ProblemNote } from '../outcomes/problem-note'
import type { Profile } from './report-kit'
import type { PlanState } from './use-plan'

interface PlanNoteProps {
  readonly plan: PlanState
  readonly profile: Profile
}

/** What the chosen profile leaves out of the report, with numbers; and where the files go. */
export const PlanNote = ({ plan: { plan, failure }, profile }: PlanNoteProps) => {
  const t = useT()
  if (failure !== null) return <ProblemNote failure={failure} />
  if (plan === null) return null
  const removed = plan.removed.filter(({ count }) => count > 0)
  return (
    <>
      <section className="note report-removed" aria-labelledby="report-removed">
        <IconShieldCheck size={20} stroke={1.75} aria-hidden="true" />
        <div>
          <h2 id="report-removed">{t('reportPlace:removed.title')}</h2>
          {removed.length === 0 ? (
            <p>{t(profile === 'internal' ? 'reportPlace:removed.nothing' : 'reportPlace:removed.nothingHere')}</p>
          ) : (
            <ul>
              {removed.map(({ what, count }) => (
                <li key={what}>{t(`reportPlace:removed.${what}`, { count })}</li>
              ))}
            </ul>
          )}
        </div>
      </section>
      <p className="report-folder small">
        <IconFolder size={17} stroke={1.75} aria-hidden="true" />
        <span>{t('reportPlace:folder', { folder: plan.folder })}</span>
      </p>
    </>
  )
}
