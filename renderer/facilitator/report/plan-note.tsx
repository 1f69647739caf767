import { IconShieldCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { ProblemNote } from '../outcomes/problem-note'
import type { Profile } from './report-kit'
import { isOfFolder } from './use-plan'
import type { PlanState } from './use-plan'
import './report.css'

interface PlanNoteProps {
  readonly plan: PlanState
  readonly profile: Profile
}

/** What the chosen profile leaves out of the report, with numbers. */
export const PlanNote = ({ plan: { plan, failure }, profile }: PlanNoteProps) => {
  const t = useT()
  const id = useId()
  if (failure !== null && !isOfFolder(failure)) return <ProblemNote failure={failure} />
  if (plan === null) return null
  const removed = plan.removed.filter(({ count }) => count > 0)
  return (
    <section className="note report-removed" aria-labelledby={id}>
      <IconShieldCheck size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <h2 id={id}>{t('reportPlace:removed.title')}</h2>
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
  )
}
