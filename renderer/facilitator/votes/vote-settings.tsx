import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { NumberField } from '../outcomes/number-field'
import type { VoteDraft } from './vote-draft'

interface VoteSettingsProps {
  readonly draft: VoteDraft
  readonly choose: (part: Partial<VoteDraft>) => void
}

const LEAST_K = 3
const MOST_K = 50

/** Each setting with what it means in one sentence; all of them have a sound start. */
export const VoteSettings = ({ draft, choose }: VoteSettingsProps) => {
  const t = useT()
  return (
    <section className="vote-section" aria-labelledby="vote-settings">
      <h2 id="vote-settings">{t('vote:settings.title')}</h2>
      <p className="quiet">{t('vote:settings.lead')}</p>
      <div className="vote-settings">
        <NumberField
          label={t('vote:settings.budget')}
          hint={t('vote:settings.budgetHint')}
          value={draft.budget}
          least={1}
          most={LIMITS.dotsBudget}
          onChoose={(budget) => (budget === null ? undefined : choose({ budget, cap: Math.min(draft.cap, budget) }))}
        />
        <NumberField
          label={t('vote:settings.cap')}
          hint={t('vote:settings.capHint')}
          value={draft.cap}
          least={1}
          most={draft.budget}
          onChoose={(cap) => (cap === null ? undefined : choose({ cap }))}
        />
        <NumberField
          label={t('vote:settings.k')}
          hint={t('vote:settings.kHint')}
          value={draft.kRoom}
          least={LEAST_K}
          most={MOST_K}
          onChoose={(kRoom) =>
            kRoom === null ? undefined : choose({ kRoom, kPublic: Math.max(kRoom, draft.kPublic) })
          }
        />
        <NumberField
          label={t('vote:settings.kPublic')}
          hint={t('vote:settings.kPublicHint')}
          value={draft.kPublic}
          least={draft.kRoom}
          most={MOST_K}
          onChoose={(kPublic) => (kPublic === null ? undefined : choose({ kPublic }))}
        />
        <div className="field">
          <label className="tick">
            <input
              type="checkbox"
              checked={draft.secret}
              onChange={(event) => choose({ secret: event.target.checked })}
              aria-describedby="vote-secret-hint"
            />
            <span>{t('vote:settings.secret')}</span>
          </label>
          <p id="vote-secret-hint" className="field-hint">
            {t('vote:settings.secretHint')}
          </p>
        </div>
        <div className="field">
          <span className="field-label">{t('vote:settings.who')}</span>
          <p className="field-hint">{t('vote:settings.whoHint')}</p>
        </div>
      </div>
    </section>
  )
}
